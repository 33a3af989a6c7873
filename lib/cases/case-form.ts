import {
  formatDaysLeft,
  formatLongDate,
  formatShortDate,
  formatTypedDate,
  formatTypedTime,
} from '../calendar/format-date.ts';
import { isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { DateSources, HowKnown, OwedBy } from '../db/vocabulary.ts';
import type { AdjustedAssessment, AdjustedDeadline } from '../deadlines/adjusted.ts';
import { type ClockId, clockTitle } from '../deadlines/clock-title.ts';
import type { Party } from '../deadlines/rules.ts';
import type { Violation } from '../errors.ts';
import { type AssessedCase, isLive } from './assessed-case.ts';
import type { CaseRecord } from './case-record.ts';
import { nextClockSentence, sentenceText } from './next-clock-sentence.ts';
import { closedCaseViolation } from './rules.ts';

/** What every form about a recorded case says above itself and sends back. */
export type FormCase = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly clientName: string;
  readonly planName: string | null;
  /** What is running now, soonest first. */
  readonly clocks: readonly RunningClock[];
};

export type RunningClock = {
  readonly rule: ClockId;
  readonly title: string;
  readonly owedBy: OwedBy;
  readonly dueOn: LocalDate;
  readonly due: string;
  readonly left: string;
};

/** What a form shows before anything is typed. */
export type CaseForm<Values> = {
  readonly case: FormCase;
  /** Where the clock of this form stands, in a sentence. */
  readonly lead: string;
  /** Why nothing can be recorded here at all, and where to go instead. */
  readonly barred: Barred | null;
  /** Something is recorded already, so a change to it needs a reason. */
  readonly isCorrection: boolean;
  readonly values: Values;
};

/** `folder` is the task's place under the case, such as `closure` or `grievance?id=…`. */
export type Way = { readonly folder: string; readonly label: string };
export type Barred = { readonly violation: Violation; readonly ways: readonly Way[] };

/** A date as its input shows it: as typed, read back in full, and how it is known. */
export type DateValue = {
  readonly typed: string;
  readonly echo: string | undefined;
  readonly known: HowKnown;
};

export const dateValue = (date: LocalDate | null | undefined, known: HowKnown | undefined): DateValue => ({
  typed: date ? formatTypedDate(date) : '',
  echo: date ? formatLongDate(date) : undefined,
  known: known ?? 'on-document',
});

/** Reads the dates of one record into the values of their inputs. */
export const dateValuesOf = <Field extends string>(
  record: (Readonly<Record<Field, LocalDate | null>> & { readonly dateSources: DateSources }) | null,
  fields: readonly Field[],
): Readonly<Record<Field, DateValue>> =>
  Object.fromEntries(
    fields.map((field) => [field, dateValue(record?.[field], record?.dateSources[field])]),
  ) as Record<Field, DateValue>;

export const timeValue = (at: Date | null | undefined): string => (at ? formatTypedTime(at) : '');

export const runningClocks = ({ assessment, today }: AssessedCase): RunningClock[] =>
  assessment.deadlines
    .filter((deadline) => isLive(deadline) && deadline.kind !== 'information')
    .map((deadline) => ({
      rule: deadline.rule,
      title: clockTitle(deadline),
      owedBy: deadline.owedBy,
      dueOn: deadline.dueOn,
      due: formatShortDate(deadline.dueOn, today),
      left: formatDaysLeft(deadline.dueOn, today, deadline.kind === 'duty' ? 'late' : 'over'),
    }));

/** The case's own next clock, for a form that has none. */
export const leadOf = (assessed: AssessedCase): string => sentenceText(nextClockSentence(assessed));

export function barredWhenClosed(record: Pick<CaseRecord, 'closedAt'>): Barred | null {
  const violation = closedCaseViolation(record);
  return violation && { violation, ways: [{ folder: 'closure', label: 'Reopen the case' }] };
}

export const clockOf = (
  { deadlines }: AdjustedAssessment,
  rules: readonly ClockId[],
): AdjustedDeadline | undefined =>
  deadlines.find(({ rule, status }) => rules.includes(rule) && status !== 'moot');

const WHO: Readonly<Record<Party, string>> = {
  client: 'The client',
  plan: 'The plan',
  regulator: 'The department',
  reviewer: 'The reviewer',
};

/** "The plan has until Fri Nov 27 to answer the grievance. The plan received the grievance on Wed, Oct 28, 2026." */
export function clockSentence(clock: AdjustedDeadline, today: LocalDate): string {
  const { owedBy, dueOn, status, explanation } = clock;
  const had = isAfter(today, dueOn) || status === 'met' || status === 'late' ? 'had' : 'has';
  const title = clockTitle(clock);
  const what = title.charAt(0).toLowerCase() + title.slice(1);
  return `${WHO[owedBy]} ${had} until ${formatShortDate(dueOn, today)} to ${what}. ${explanation.trigger.text}`;
}
