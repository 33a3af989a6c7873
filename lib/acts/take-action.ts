import type { UserActor } from '../access/actor.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import { sendClientMessage } from '../client-messages/send-client-message.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse, type Violation } from '../errors.ts';
import { recordDeadline } from '../manual-deadlines/record-deadline.ts';
import { recordNote } from '../notes/record-note.ts';
import { wordsIn } from '../words/words.ts';
import type { ActInput } from './input.ts';
import { recordWaiting } from './record-waiting.ts';
import { actViolations, partsOf } from './rules.ts';

/**
 * Does in one act what follows from one event: a note or call, with whom the case waits now, a message to the client and
 * the next task. All of it is saved, or nothing; each part is on the record by its own event.
 */
export const takeAction = (
  unit: UnitOfWork<UserActor>,
  input: ActInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const words = wordsIn(unit.actor.language).acts;
    const violations = actViolations(input, unit.actor, words);
    if (violations.length > 0) return refuse(...violations);
    const refused: Violation[] = [];
    for (const { act, field } of actsOf(unit, record, input)) {
      const outcome = await act();
      if (outcome.ok) continue;
      if (outcome.because !== 'violations') return outcome;
      refused.push(...outcome.violations.map((each) => ({ ...each, field: each.field ?? field })));
    }
    return refused.length > 0 ? refuse(...refused) : done(null);
  });

type Act = {
  readonly act: () => Promise<Outcome<unknown>>;
  /** Where a refusal stands that names no field. */
  readonly field: string;
};

function actsOf(unit: UnitOfWork<UserActor>, record: CaseRecord, input: ActInput): Act[] {
  const parts = partsOf(input);
  const { waitsFor, messageKind, title, dueOn } = input;
  const isCall = input.kind === 'call';
  const acts: Act[] = [];
  if (parts.note) {
    // With whom somebody spoke is asked of calls only.
    const note = isCall ? input : { ...input, withWhom: null, spokeWith: '', referenceNumber: '' };
    acts.push({ field: 'body', act: () => recordNote(unit, record, note) });
  }
  if (waitsFor) acts.push({ field: 'waitsFor', act: () => recordWaiting(unit, record, waitsFor) });
  if (messageKind)
    acts.push({
      field: 'messageKind',
      act: () => sendClientMessage(unit, { record, kind: messageKind }),
    });
  if (parts.task && dueOn) {
    const task = { title, owedBy: 'client', dueOn, note: '' } as const;
    acts.push({ field: 'title', act: () => recordDeadline(unit, record, task) });
  }
  return acts;
}
