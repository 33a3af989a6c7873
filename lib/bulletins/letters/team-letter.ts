import { formatMonthDay, formatShortDate } from '../../calendar/format-date.ts';
import { addDays, isAfter, type LocalDate } from '../../calendar/local-date.ts';
import { firstName } from '../../mail/first-name.ts';
import type { Letter, LetterTable } from '../../mail/letter.ts';
import { capitalized, spelled } from '../../worklist/agenda.ts';
import type { PersonLoad, TeamLoad } from '../../workload/queries.ts';
import type { Away, TeamNews } from '../queries.ts';

export type TeamDigest = {
  readonly reader: { readonly name: string };
  readonly greeting: string;
  readonly today: LocalDate;
  readonly load: TeamLoad;
  /** Those who are away today or within the week. */
  readonly away: readonly Away[];
  readonly news: TeamNews;
  readonly appUrl: string;
  readonly stopUrl: string;
};

const SOON_DAYS = 7;

/** The team’s week in figures, each with its period: nobody’s clients and no case is named. Pure. */
export function teamLetter(digest: TeamDigest): Letter {
  const { reader, greeting, today, load, appUrl, stopUrl } = digest;
  const { pastCount, theirsCount, soonCount } = load;
  const soonOn = formatShortDate(addDays(today, SOON_DAYS), today);
  const overdue = pastCount - theirsCount;
  return {
    language: 'en',
    subject: `Team: ${overdue} overdue, ${soonCount} due by ${soonOn}, ${theirsCount} late elsewhere`,
    preview: 'The team’s week in Recourse',
    greeting: `${greeting}, ${firstName(reader.name)}. ${summaryOf(overdue, soonCount, theirsCount, soonOn)}`,
    paragraphs: [...ownerless(load), ...awaySentences(digest), newsSentence(digest)],
    tables: [byPerson(load, soonOn), byWeek(load, today)],
    button: { label: 'Open Team', href: `${appUrl}/team` },
    closing: null,
    footnote:
      'You get this because you supervise the office. Reminders for a clock that is about to be missed cannot be turned off.',
    footnoteLinks: [
      { label: 'Change the hour', href: `${appUrl}/account/digest` },
      { label: 'Stop the digests', href: stopUrl },
    ],
  };
}

function summaryOf(overdue: number, soon: number, late: number, soonOn: string): string {
  const past = `${overdue === 0 ? 'None' : capitalized(spelled(overdue))} of the clients’ clocks ${overdue > 1 ? 'are past their date' : 'is past its date'}.`;
  const ends = `${capitalized(counted(soon, 'clock'))} ${soon === 1 ? 'ends' : 'end'} from today through ${soonOn}.`;
  return `${past} ${ends} Plans and others are late with ${late === 0 ? 'none' : spelled(late)}.`;
}

const counted = (count: number, noun: string): string => `${spelled(count)} ${noun}${count === 1 ? '' : 's'}`;

function ownerless({ unownedCount, people }: TeamLoad): string[] {
  const left = people.filter(({ isActive, openCount }) => !isActive && openCount > 0);
  return [
    ...(unownedCount > 0
      ? [
          `${capitalized(counted(unownedCount, 'open case'))} ${unownedCount === 1 ? 'has' : 'have'} no owner.`,
        ]
      : []),
    ...left.map(
      ({ name, openCount }) =>
        `${name} can no longer sign in and still owns ${counted(openCount, 'open case')}.`,
    ),
  ];
}

const awaySentences = ({ away, today }: TeamDigest): string[] =>
  away.map(({ name, cover, fromOn, untilOn }) => {
    const until = formatShortDate(untilOn, today);
    return isAfter(fromOn, today)
      ? `${name} is away from ${formatShortDate(fromOn, today)} through ${until}; ${cover.name} covers.`
      : `${name} is away through ${until}; ${cover.name} covers.`;
  });

function newsSentence({ news: { lapsedCount, unreachedCount }, today }: TeamDigest): string {
  const from = formatShortDate(addDays(today, -7), today);
  const to = formatShortDate(addDays(today, -1), today);
  const lapsed = `${capitalized(counted(lapsedCount, 'clock'))} ran out from ${from} through ${to}.`;
  if (unreachedCount === 0) return lapsed;
  return `${lapsed} Mail does not reach ${counted(unreachedCount, 'client')}: somebody has to call.`;
}

const byPerson = ({ people }: TeamLoad, soonOn: string): LetterTable => ({
  heading: 'By person',
  columns: ['Open', 'Overdue', `By ${soonOn.replace(/^\w+ /, '')}`, 'Late'],
  rows: people.map(({ name, openCount, pastCount, lateCount, soonCount }) => ({
    name,
    cells: [openCount, pastCount - lateCount, soonCount, lateCount].map(figure),
  })),
  note: `Open cases; clocks of the client past their date; clocks that end from today through ${soonOn}; clocks that plans and others are late with.`,
});

const byWeek = ({ people, weekStarts }: TeamLoad, today: LocalDate): LetterTable => ({
  heading: 'Six weeks ahead',
  columns: weekStarts.map((on) => formatMonthDay(on, today).replace(/, \d+$/, '')),
  rows: people
    .filter(({ weeks }) => weeks.some((week) => knownIn(week) + week.expected > 0))
    .map(({ name, weeks }) => ({ name, cells: weeks.map(weekFigure) })),
  note: 'Clocks that end in the week from that Sunday on. After the plus: those that start only if plans take all their time.',
});

type Week = PersonLoad['weeks'][number];
const knownIn = ({ toFile, owed }: Week): number => toFile + owed;

const weekFigure = (week: Week): string =>
  week.expected > 0 ? `${figure(knownIn(week))}+${figure(week.expected)}` : figure(knownIn(week));

const figure = (count: number): string => count.toLocaleString('en-US');
