import { isBefore, type LocalDate } from '../calendar/local-date.ts';
import { ANSWER_RULES } from '../cases/stage.ts';
import type { DeadlineKind, OwedBy } from '../db/vocabulary.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { isManual } from '../deadlines/clock-title.ts';

/** What of a deadline decides who hears of it when. */
export type Clock = {
  readonly owedBy: OwedBy;
  readonly kind: DeadlineKind;
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
  /** For a clock of hours: the moment it runs out. */
  readonly dueAt?: Date | null;
  /** How this clock tells that the plan stayed silent, if it does: by lapsing, or by starting. */
  readonly silence?: 'lapses' | 'starts' | null;
  /** A date the office added by hand: it has no letter that could tell a client what it is about. */
  readonly isManual?: boolean;
};

/** A deadline as its ladder needs it. */
export function clockOf({
  rule,
  owedBy,
  kind,
  dueOn,
  dueAt,
  ruleDueOn,
  explanation,
}: AdjustedDeadline): Clock {
  const { on: startsOn, event } = explanation.trigger;
  // A date somebody set before the rule's own opens nothing when it passes, so there is no news for the client.
  const isBeforeTheRule = ruleDueOn !== undefined && isBefore(dueOn, ruleDueOn);
  return {
    owedBy,
    kind,
    startsOn,
    dueOn,
    dueAt: dueAt ? new Date(dueAt) : null,
    silence: isBeforeTheRule ? null : silenceOf(rule, event),
    ...(isManual(rule) && { isManual: true }),
  };
}

/** Limits on one and the same act: several readings or grounds can each give it a last day. */
const SAME_ACT: readonly ((rule: string) => boolean)[] = [
  (rule) => rule.startsWith('ca.imr.deadline.') || rule === 'cdi.imr.deadline',
  (rule) => rule === 'mc.hearing.file' || rule === 'mc.hearing.outer',
];

/** Of several open limits on one act the earliest speaks; the others keep quiet until it is over. */
export function isSpokenFor(deadline: AdjustedDeadline, all: readonly AdjustedDeadline[]): boolean {
  const isSameAct = SAME_ACT.find((holds) => holds(deadline.rule));
  if (!isSameAct || deadline.status !== 'open') return false;
  return all.some(
    ({ rule, kind, status, dueOn }) =>
      kind === 'limit' && status === 'open' && isSameAct(rule) && isBefore(dueOn, deadline.dueOn),
  );
}

/**
 * The Insurance Code sets no day by which the insurer must answer, so nothing lapses there: the six months that its
 * silence starts are the only clock that can tell.
 */
function silenceOf(rule: string, triggerEvent: string): Clock['silence'] {
  if (ANSWER_RULES.has(rule)) return 'lapses';
  const isCountedFromGrievance =
    triggerEvent === 'grievance.receivedOn' || triggerEvent === 'grievance.filedOn';
  return rule === 'cdi.imr.deadline' && isCountedFromGrievance ? 'starts' : null;
}
