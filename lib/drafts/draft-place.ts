import { ownPath } from '../access/own-path.ts';
import { recordIdIn } from '../input-fields.ts';

/** Which form a draft belongs to: one of a case, or one that belongs to no case yet. */
export type DraftPlace = { readonly caseId: string | null; readonly form: string };

/** The parts of an address that tell apart two records which one form corrects. */
const TELLING = ['id', 'rule', 'item', 'version'];
const LONGEST_FORM = 80;
const INTAKE = { path: '/cases/new', form: 'intake' };

/** The place of a form's draft, by the address its page was opened at: the same for the same form of the same record. */
export function draftPathOf(address: string): string {
  const { pathname, searchParams } = new URL(ownPath(address), 'http://own.invalid');
  const told = TELLING.flatMap((name) => searchParams.get(name) ?? []);
  return [pathname, ...told.map((value) => value.replaceAll(/[^a-zA-Z0-9]+/g, '-'))].join('/').toLowerCase();
}

/** Reads a place that a form sent back; null for what no form of ours has. */
export function readDraftPath(path: unknown): DraftPlace | null {
  if (typeof path !== 'string') return null;
  if (path === INTAKE.path) return { caseId: null, form: INTAKE.form };
  const [, id, form = ''] = /^\/cases\/([^/]+)\/([a-z0-9/-]+)$/.exec(path) ?? [];
  const caseId = recordIdIn(id);
  return caseId && form.length <= LONGEST_FORM ? { caseId, form } : null;
}
