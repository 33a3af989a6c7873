import { closureName, isWeekend } from '../calendar/business-days.ts';
import {
  addDays,
  compareDates,
  daysBetween,
  earliest,
  isAfter,
  type LocalDate,
  latest,
} from '../calendar/local-date.ts';
import type { Assessment, Deadline } from '../deadlines/assessment.ts';
import type { CaseReading } from '../deadlines/case-reading.ts';
import { SIDE_OF } from '../deadlines/clock-words.ts';
import type { Outcome } from '../deadlines/facts.ts';
import type { DatedRuleId } from '../deadlines/rules.ts';
import { voiceOf, type Words } from './words.ts';

type Side = 'client' | 'plan' | 'department';

/** The dispute to scale, as plain data in the reader's words. */
export interface RailView {
  readonly today: LocalDate;
  readonly todayText: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly letters: readonly {
    readonly on: LocalDate;
    readonly side: Side;
    readonly edge?: 'above' | 'below';
    readonly label: string;
    readonly when: string;
    readonly priority?: number;
  }[];
  readonly bars: readonly {
    readonly id: string;
    readonly side: Side;
    readonly label: string;
    readonly shortLabel?: string;
    readonly startsOn: LocalDate;
    readonly dueOn: LocalDate;
    readonly endedOn?: LocalDate;
    readonly state: 'running' | 'met' | 'late' | 'overdue' | 'not-started';
    readonly latestOn?: LocalDate;
    readonly otherReadings?: readonly LocalDate[];
  }[];
  readonly closures: readonly LocalDate[];
  readonly words: Words['drawing'] & { readonly months: string[]; readonly weekdays: string[] };
  readonly title: string;
  readonly description: string;
  readonly table: readonly {
    readonly on: LocalDate;
    readonly date: string;
    readonly what: string;
    readonly whose: string;
    readonly result: string;
  }[];
}

/** Short duties and second chances: they are in the list of dates, and would only crowd the drawing. */
const notDrawn: readonly DatedRuleId[] = [
  'ca.grv.ack',
  'mc.hearing.outer',
  'mc.appeal.app',
  'mc.hearing.app',
];

/** The client's first steps: once they are done, the drawing is about what comes after. */
const drawnWhileLive: readonly DatedRuleId[] = ['ca.grv.file', 'mc.appeal.file', 'fed.appeal.file'];

/** Null where there is nothing to draw. */
export function railOf(
  c: CaseReading,
  answer: Outcome | null,
  { deadlines, imr }: Assessment,
  actOf: (deadline: Deadline) => LocalDate | null,
  resultOf: (deadline: Deadline) => string,
  words: Words,
): RailView | null {
  const today = c.asOf.on;
  const drawn = deadlines.filter(
    ({ rule, kind, status }) =>
      kind !== 'information' &&
      status !== 'moot' &&
      !notDrawn.includes(rule) &&
      !(drawnWhileLive.includes(rule) && (status === 'met' || status === 'late')),
  );
  const letters = lettersOf(c, answer, words);
  if (drawn.length === 0) return null;
  const bars = drawn.map((deadline) => {
    const acted = actOf(deadline);
    const isHeadline = deadline.rule === imr.fileByRule;
    return {
      id: deadline.rule,
      side: SIDE_OF[deadline.owedBy],
      label: labelOf(deadline, c, words),
      ...(deadline.status === 'open'
        ? { shortLabel: words.dates.count(daysBetween(today, deadline.dueOn)) }
        : {}),
      startsOn: addDays(deadline.explanation.trigger.on, 1),
      dueOn: deadline.dueOn,
      ...(acted === null ? {} : { endedOn: acted }),
      state: stateOf(deadline, today),
      ...(deadline.latestOn === undefined ? {} : { latestOn: deadline.latestOn }),
      ...(isHeadline ? { otherReadings: imr.otherReadings.map(({ fileBy }) => fileBy) } : {}),
    };
  });
  const days = [
    ...letters.map(({ on }) => on),
    ...bars.flatMap(({ startsOn, dueOn, otherReadings, latestOn }) => [
      startsOn,
      dueOn,
      ...(otherReadings ?? []),
      ...(latestOn === undefined ? [] : [latestOn]),
    ]),
  ];
  const table = tableOf(c, drawn, letters, resultOf, words);
  const from = earliest(today, ...days);
  const to = latest(today, ...days);
  return {
    today,
    todayText: `${words.drawing.today}, ${words.dates.short(today, today)}`,
    from,
    to,
    letters,
    bars,
    closures: closuresBetween(from, to),
    words: {
      ...words.drawing,
      months: [...words.dates.months],
      weekdays: words.dates.weekdays.map((name) => name.slice(0, 3)),
    },
    title: words.rail.title,
    description: table
      .map(({ date, what, result }) => `${date}: ${what}${result === '' ? '' : `, ${result}`}.`)
      .join(' '),
    table,
  };
}

function labelOf(deadline: Deadline, c: CaseReading, words: Words): string {
  const title = words.titles[deadline.rule](voiceOf(c));
  const left = daysBetween(c.asOf.on, deadline.dueOn);
  const isRunning = deadline.status === 'open' && !isAfter(deadline.explanation.trigger.on, c.asOf.on);
  return deadline.owedBy === 'client' && isRunning && left > 0 ? words.rail.daysLeft(left, title) : title;
}

function stateOf({ status, explanation }: Deadline, today: LocalDate): RailView['bars'][number]['state'] {
  if (status === 'met' || status === 'late' || status === 'overdue') return status;
  return isAfter(explanation.trigger.on, today) ? 'not-started' : 'running';
}

function lettersOf(c: CaseReading, answer: Outcome | null, words: Words): RailView['letters'] {
  const { rail, dates } = words;
  const answers = { overturned: rail.saysYes, upheld: rail.saysNo, 'partly-overturned': rail.saysPart };
  const letters = [
    { moment: c.denialLetter ?? c.denialReceived, side: 'plan', label: rail.denied, priority: 1 },
    { moment: c.received, side: 'client', edge: 'above', label: rail.received, priority: 3 },
    { moment: c.letter, side: 'plan', label: answers[answer ?? 'upheld'], priority: 2 },
    { moment: c.applied, side: 'client', label: rail.applied, priority: 1 },
    { moment: c.imrDecided, side: 'department', label: rail.determined, priority: 2 },
  ] as const;
  return letters.flatMap(({ moment, ...letter }) =>
    moment === null ? [] : [{ ...letter, on: moment.on, when: dates.monthDay(moment.on, c.asOf.on) }],
  );
}

function tableOf(
  c: CaseReading,
  drawn: readonly Deadline[],
  letters: RailView['letters'],
  resultOf: (deadline: Deadline) => string,
  words: Words,
): RailView['table'] {
  const voice = voiceOf(c);
  const party = { client: 'client', plan: 'plan', department: 'regulator' } as const;
  const rows = [
    ...letters.map(({ on, label, side }) => ({
      on,
      date: words.dates.medium(on),
      what: label,
      whose: words.parties(party[side], voice),
      result: '',
    })),
    ...drawn.map((deadline) => ({
      on: deadline.dueOn,
      date: words.dates.medium(deadline.dueOn),
      what: `${words.titles[deadline.rule](voice)} (${words.rail.lastDay})`,
      whose: words.parties(deadline.owedBy, voice),
      result: resultOf(deadline),
    })),
  ];
  return rows.toSorted((a, b) => compareDates(a.on, b.on));
}

function closuresBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const closures: LocalDate[] = [];
  for (let day = from; !isAfter(day, to); day = addDays(day, 1)) {
    if (!isWeekend(day) && closureName(day) !== null) closures.push(day);
  }
  return closures;
}
