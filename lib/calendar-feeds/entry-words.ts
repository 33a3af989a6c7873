import { formatTypedTime } from '../calendar/format-date.ts';
import { isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { OwedBy, TaskReason } from '../db/vocabulary.ts';
import { type ClockId, isManual } from '../deadlines/clock-title.ts';
import { discreetActText } from '../deadlines/lapse.ts';
import { isRuleStillAhead } from '../deadlines/status.ts';
import { TASK_ACTS } from '../manual-deadlines/rules.ts';

/** A pending clock as a calendar may tell of it. */
export type DueClock = {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly clientName: string;
  readonly rule: ClockId;
  readonly owedBy: OwedBy;
  readonly dueOn: LocalDate;
  readonly ruleDueOn: LocalDate | null;
  readonly dueAt: Date | null;
  /** Where Recourse itself put a task on the case: why. */
  readonly madeFor: TaskReason | null;
};

const OVERDUE = '[OVERDUE] ';

/**
 * "26-0311 W. A.: ask for the IMR": the case's number, the client's initials and the act. A calendar is often shared, so
 * there is no name, no plan, nothing about health and nothing that somebody typed.
 */
export function summaryOf(clock: DueClock, today: LocalDate): string {
  const { caseNumber, clientName, dueOn, ruleDueOn } = clock;
  const isOverdue = isBefore(dueOn, today) && !isRuleStillAhead(ruleDueOn, today);
  const who = [caseNumber, initialsOf(clientName)].filter(Boolean).join(' ');
  return `${isOverdue ? OVERDUE : ''}${who}: ${whatOf(clock)}`;
}

/** What a canceled day is called: it is not late any more. */
export const summaryOnceCanceled = (summary: string): string =>
  summary.startsWith(OVERDUE) ? summary.slice(OVERDUE.length) : summary;

/** "W. A." for Walter Abernathy: the first letter of every word of a name, in any script. */
export function initialsOf(name: string): string {
  const letters = name
    .normalize('NFC')
    .split(/[\s\p{Pd}]+/u)
    .flatMap((word) => /\p{L}\p{M}*/u.exec(word) ?? []);
  return letters.map((letter) => `${letter.toLocaleUpperCase('en-US')}.`).join(' ');
}

const OWED: Readonly<Record<OwedBy, string>> = {
  client: '',
  plan: 'the plan to ',
  regulator: 'the department to ',
  reviewer: 'the reviewer to ',
};

function whatOf({ rule, owedBy, dueAt, madeFor }: DueClock): string {
  if (madeFor) return TASK_ACTS[madeFor];
  if (isManual(rule)) return 'date added by hand';
  const hour = dueAt ? `, by ${formatTypedTime(dueAt)} Pacific` : '';
  return `${OWED[owedBy]}${discreetActText({ rule })}${hour}`;
}
