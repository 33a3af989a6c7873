import { isBefore, type LocalDate } from '../calendar/local-date.ts';
import { ANSWER_RULES } from '../cases/stage.ts';
import type { DeadlineKind, OwedBy } from '../db/vocabulary.ts';
import { isManual } from '../deadlines/clock-title.ts';
import type { Clock } from '../reminders/clock.ts';

/** What the stored row of a deadline tells of its ladder. */
export type StoredClock = {
  readonly rule: string;
  readonly owedBy: OwedBy;
  readonly kind: DeadlineKind;
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly dueAt: Date | null;
  readonly ruleDueOn: LocalDate | null;
  /** Whether no letter, but the day an insurer's silence was over, started it. */
  readonly startedBySilence: boolean;
};

/** The clock of a stored deadline, the same as that of the assessment it was stored from. Pure. */
export function clockOfStored(stored: StoredClock): Clock {
  const { rule, owedBy, kind, startsOn, dueOn, dueAt, ruleDueOn } = stored;
  const isBeforeTheRule = ruleDueOn !== null && isBefore(dueOn, ruleDueOn);
  return {
    owedBy,
    kind,
    startsOn,
    dueOn,
    dueAt,
    silence: isBeforeTheRule ? null : silenceOf(stored),
    ...(isManual(rule) && { isManual: true }),
  };
}

function silenceOf({ rule, startedBySilence }: StoredClock): Clock['silence'] {
  if (ANSWER_RULES.has(rule)) return 'lapses';
  return rule === 'cdi.imr.deadline' && startedBySilence ? 'starts' : null;
}
