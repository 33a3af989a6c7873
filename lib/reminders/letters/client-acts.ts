import type { AdjustedAssessment } from '../../deadlines/adjusted.ts';

/** What a client can be asked to do, as few as a letter needs to tell apart. */
export type ClientAct = 'review-request' | 'hearing' | 'appeal' | 'other';
export type NamedAct = Exclude<ClientAct, 'other'>;

const FAMILIES: readonly (readonly [prefix: string, NamedAct])[] = [
  ['ca.imr.deadline.', 'review-request'],
  ['cdi.imr.deadline', 'review-request'],
  ['fed.ext.file', 'review-request'],
  ['mc.hearing.', 'hearing'],
  ['mc.appeal.file', 'appeal'],
  ['mc.appeal.app', 'appeal'],
  ['fed.appeal.file', 'appeal'],
  ['ca.grv.file', 'appeal'],
];

/** The act that ends a client's clock; `other` for whatever has no words of its own. */
export const clientActOf = (rule: string): ClientAct =>
  FAMILIES.find(([prefix]) => rule.startsWith(prefix))?.[1] ?? 'other';

/** What the client can do now that the insurer stayed silent; `other` where the case says nothing that is sure. */
export function actOpened({ imr, deadlines }: AdjustedAssessment): ClientAct {
  if (imr.availability === 'available') return 'review-request';
  const mayAsk = deadlines.some(({ rule, status }) => rule === 'mc.hearing.file' && status === 'open');
  return mayAsk ? 'hearing' : 'other';
}
