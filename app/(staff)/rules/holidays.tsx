import { Facts } from '@/components/facts.tsx';
import { formatMediumDate, formatMonthDay } from '@/lib/calendar/format-date.ts';
import {
  appointedClosures,
  enactedFederalHolidays,
  federalHolidaySource,
  type SingleDays,
  stateClosureSource,
} from '@/lib/calendar/holidays.ts';
import { daysBetween } from '@/lib/calendar/local-date.ts';
import { notedHolidaySource, notedHolidays } from '@/lib/calendar/noted-holidays.ts';

const SETS = [
  {
    term: 'Days state offices are closed',
    use: 'For every working day that is counted, and for the next working day shown beside a date.',
    source: stateClosureSource,
    single: appointedClosures,
  },
  {
    term: 'Federal holidays',
    use: 'For the last day to ask for an external review.',
    source: federalHolidaySource,
    single: enactedFederalHolidays,
  },
];

/** The holidays behind the dates: whence, which years a person has compared with the statute, and what is only noted. */
export function Holidays({ year }: { year: number }) {
  return (
    <section aria-labelledby="holidays">
      <header className="sec-h">
        <h2 id="holidays">Holidays</h2>
      </header>
      <p className="quiet">
        Computed for any year from the statute’s own pattern. A date that rests on a year nobody has reviewed
        says so in its proof.
      </p>
      <Facts
        facts={[
          ...SETS.map(({ term, use, source, single }) => ({
            term,
            value: `${use} Reviewed: ${source.reviewedYears.join(', ')}. ${singleDaysText(single)}`,
            detail: <Law source={source} />,
          })),
          {
            term: 'Holidays in name',
            value: `State offices do not close for them, so no date moves; a proof says so. In ${year}: ${namedDaysText(year)}.`,
            detail: <Law source={notedHolidaySource} />,
          },
        ]}
      />
    </section>
  );
}

function Law({ source: { law, url } }: { source: { readonly law: string; readonly url: string } }) {
  return (
    <a className="link" href={url} rel="noreferrer">
      {law}
    </a>
  );
}

function singleDaysText(single: SingleDays): string {
  const days = Object.values(single).flat();
  return days.length === 0
    ? 'No single days beside the pattern.'
    : `Single days: ${days.map(({ on, name }) => `${formatMediumDate(on)} (${name})`).join('; ')}.`;
}

const namedDaysText = (year: number): string =>
  notedHolidays(year)
    .toSorted((a, b) => daysBetween(b.on, a.on))
    .map(({ on, name }) => `${name} (${formatMonthDay(on, on)})`)
    .join(', ');
