import { may, type Permission } from '../access/policy.ts';
import type { Role } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';
import type { Words } from '../words/words.ts';
import type { ActInput } from './input.ts';

/** Which parts of an act are filled in. A date alone is no task, and a call without a word about it no call. */
export const partsOf = (input: ActInput) => ({
  note: input.body !== '' || isCallBegun(input),
  waiting: input.waitsFor !== null,
  message: input.messageKind !== null,
  task: input.title !== '',
});

/** Each part asks for what it asks for where it is recorded alone. */
const PERMISSIONS = {
  note: 'note.add',
  waiting: 'case.change',
  message: 'letter.write',
  task: 'deadline.add',
} as const satisfies Readonly<Record<string, Permission>>;
const PARTS = Object.keys(PERMISSIONS) as (keyof typeof PERMISSIONS)[];

const isCallBegun = ({ kind, ...call }: ActInput): boolean =>
  kind === 'call' &&
  [call.withWhom, call.callDirection, call.callResult, call.spokeWith, call.referenceNumber].some(Boolean);

/** Why an act cannot be taken as it is filled in. */
export function actViolations(
  input: ActInput,
  actor: { readonly role: Role },
  words: Words['acts'],
): Violation[] {
  const parts = partsOf(input);
  if (!Object.values(parts).includes(true)) return [{ field: null, ...words.nothing }];
  const isBarred = PARTS.some((part) => parts[part] && !may(actor, PERMISSIONS[part]));
  if (isBarred) return [{ field: null, ...words.notPermitted }];
  const violations: Violation[] = [];
  if (parts.note && input.body === '') violations.push({ field: 'body', ...words.emptyNote });
  if (parts.task && !input.dueOn) violations.push({ field: 'dueOn', ...words.undatedTask });
  return violations;
}
