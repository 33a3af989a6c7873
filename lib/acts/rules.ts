import type { Violation } from '../errors.ts';
import type { Words } from '../words/words.ts';
import type { ActInput } from './input.ts';

/** Which parts of an act are filled in. A date alone is no task, and a call without a word about it no call. */
export const partsOf = (input: ActInput) => ({
  note: input.body !== '' || isCallBegun(input),
  waiting: input.waitingOn !== null,
  message: input.messageKind !== null,
  task: input.title !== '',
});

const isCallBegun = ({ kind, callResult, spokeWith, referenceNumber }: ActInput): boolean =>
  kind === 'call' && (callResult !== null || spokeWith !== '' || referenceNumber !== '');

/** Why an act cannot be taken as it is filled in. */
export function actViolations(input: ActInput, words: Words['acts']): Violation[] {
  const parts = partsOf(input);
  if (!Object.values(parts).includes(true)) return [{ field: null, ...words.nothing }];
  const violations: Violation[] = [];
  if (parts.note && input.body === '') violations.push({ field: 'body', ...words.emptyNote });
  if (parts.task && !input.dueOn) violations.push({ field: 'dueOn', ...words.undatedTask });
  return violations;
}
