import { workingDaysBetween } from '../../calendar/business-days.ts';
import { formatShortDate } from '../../calendar/format-date.ts';
import type { LocalDate } from '../../calendar/local-date.ts';
import { isManual } from '../../deadlines/clock-title.ts';
import { actText } from '../../deadlines/lapse.ts';
import { firstName } from '../../mail/first-name.ts';
import type { Letter, LetterSection } from '../../mail/letter.ts';
import { TASK_ACTS } from '../../manual-deadlines/rules.ts';
import { SHORT_PARTY } from '../../reminders/letters/staff-letter.ts';
import {
  type AgendaCounts,
  capitalized,
  countGroups,
  othersAreLate,
  spelled,
  summaryOf,
} from '../../worklist/agenda.ts';
import { sentenceOf } from '../../worklist/clock-sentence.ts';
import type { Agenda, ClockRow } from '../../worklist/queries.ts';
import { lineOf } from './clock-line.ts';

export type DayNews = {
  readonly today: LocalDate;
  readonly agenda: Agenda;
  /** The clocks that have a reminder today. */
  readonly reminded: readonly ClockRow[];
};

export type MorningDigest = DayNews & {
  readonly reader: { readonly id: string; readonly name: string };
  /** "Good morning", where it is one. */
  readonly greeting: string;
  readonly coversSomebody: boolean;
  readonly appUrl: string;
  readonly stopUrl: string;
};

const REMINDERS_SHOWN = 20;
const LISTED = ['overdue', 'today', 'week', 'late'] as const;

/** The clocks with a reminder today that no other part of the digest lists. Pure. */
function remindedBeside({ agenda, reminded }: DayNews): ClockRow[] {
  const listed = new Set(LISTED.flatMap((key) => agenda.groups[key].map(keyOf)));
  return reminded.filter((clock) => !listed.has(keyOf(clock)));
}

/** Of the clocks with a reminder today, those that the digest counts without listing them. Pure. */
export const countedOnly = (day: DayNews): ClockRow[] => remindedBeside(day).slice(REMINDERS_SHOWN);

const keyOf = ({ caseId, rule }: ClockRow) => `${caseId} ${rule}`;

/** Whether there is anything to tell at all. Pure. */
export function hasNews({ agenda, reminded, today }: DayNews): boolean {
  const counts = countGroups(agenda.days, today);
  return reminded.length > 0 || LISTED.some((key) => counts[key] > 0);
}

/** The day's clocks of one person, in the words of the page Today. The subject has case numbers and acts alone. Pure. */
export function morningLetter(digest: MorningDigest): Letter {
  const { reader, greeting, today, agenda, coversSomebody, appUrl, stopUrl } = digest;
  const counts = countGroups(agenda.days, today);
  const areOthersLate = othersAreLate(agenda.days, today);
  const beside = remindedBeside(digest);
  const whose = coversSomebody ? 'covering' : 'mine';
  return {
    language: 'en',
    subject: subjectOf(agenda, counts, beside.length, today),
    preview: 'Your clocks in Recourse',
    greeting: `${greeting}, ${firstName(reader.name)}. ${summaryOf(counts, whose, lateWord(counts.late, areOthersLate))}`,
    paragraphs: [],
    sections: [
      section('Overdue', agenda.groups.overdue, counts.overdue, digest),
      section('Today', agenda.groups.today, counts.today, digest),
      section('This week', agenda.groups.week, counts.week, digest),
      section(
        areOthersLate ? 'Plans and others that are late' : 'Plans that are late',
        agenda.groups.late,
        counts.late,
        digest,
      ),
      section('A reminder today', beside.slice(0, REMINDERS_SHOWN), beside.length, digest),
    ].filter(({ count }) => count > 0),
    beyond: beyondText(agenda.groups.month[0], counts.month, today),
    button: { label: 'Open Today', href: `${appUrl}/` },
    closing: null,
    footnote: `You get this because ${whyOf(digest, counts)}. Reminders for a clock that is about to be missed cannot be turned off.`,
    footnoteLinks: [
      { label: 'Change the hour', href: `${appUrl}/account/digest` },
      { label: 'Stop the digest', href: stopUrl },
    ],
  };
}

function section(
  heading: string,
  rows: readonly ClockRow[],
  count: number,
  { reader, today, appUrl }: MorningDigest,
): LetterSection {
  const hidden = count - rows.length;
  return {
    heading,
    count,
    rows: rows.map((row) => lineOf(row, { readerId: reader.id, today, appUrl })),
    more:
      hidden > 0
        ? { label: `And ${hidden.toLocaleString('en-US')} more on Today`, href: `${appUrl}/` }
        : null,
  };
}

const lateWord = (late: number, areOthersLate: boolean): string =>
  areOthersLate ? 'others’ clocks are' : late === 1 ? 'plan is' : 'plans are';

function whyOf({ coversSomebody }: MorningDigest, counts: AgendaCounts): string {
  if (coversSomebody) return 'these cases are yours, or those of somebody you cover for';
  return Object.values(counts).some((count) => count > 0)
    ? 'these cases are yours'
    : 'these cases come to you';
}

/** "26-0274 file late, 26-0402 and 26-0388 today, 4 this week". */
function subjectOf(agenda: Agenda, counts: AgendaCounts, besideCount: number, today: LocalDate): string {
  const { overdue, today: dueToday } = agenda.groups;
  const isToFile = (clock: ClockRow) => sentenceOf(clock, today).lead === 'File ';
  const near = [
    named(overdue, counts.overdue, overdue.every(isToFile) ? 'file late' : 'overdue'),
    named(dueToday, counts.today, 'today'),
    counts.week > 0 && `${counts.week} this week`,
  ].filter((part) => part !== false);
  if (near.length > 0) return near.join(', ');
  return [
    counts.late > 0 && `${counts.late} late elsewhere`,
    besideCount > 0 && (besideCount === 1 ? '1 reminder' : `${besideCount} reminders`),
  ]
    .filter((part) => part !== false)
    .join(', ');
}

function named(rows: readonly ClockRow[], count: number, word: string): string | false {
  if (count === 0) return false;
  const numbers = [...new Set(rows.map(({ caseNumber }) => caseNumber))];
  return count <= 2 ? `${numbers.join(' and ')} ${word}` : `${count} ${word}`;
}

/** "Ten more in the next 30 days. The first is 26-0311, file the IMR by Mon Nov 30: four working days." */
function beyondText(first: ClockRow | undefined, count: number, today: LocalDate): string | null {
  if (!first) return null;
  const days = workingDaysBetween(today, first.dueOn);
  const party = first.owedBy === 'client' ? '' : `${SHORT_PARTY[first.owedBy]} to `;
  const ours = first.madeFor ? `${TASK_ACTS[first.madeFor]} by` : 'a date added by hand,';
  const act = isManual(first.rule) ? ours : `${party}${actText(first)} by`;
  return `${capitalized(spelled(count))} more in the next 30 days. The first is ${first.caseNumber}, ${act} ${formatShortDate(first.dueOn, today)}: ${spelled(days)} working ${days === 1 ? 'day' : 'days'}.`;
}
