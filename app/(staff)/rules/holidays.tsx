import { Facts } from '@/components/facts.tsx';
import { federalHolidaySource, stateClosureSource } from '@/lib/calendar/holidays.ts';

const SETS = [
  {
    term: 'Days state offices are closed',
    use: 'For every working day that is counted, and for the next working day shown beside a date.',
    source: stateClosureSource,
  },
  {
    term: 'Federal holidays',
    use: 'For the last day to ask for an external review.',
    source: federalHolidaySource,
  },
];

/** Which years of the holidays a person has compared with the statute. */
export function Holidays() {
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
        facts={SETS.map(({ term, use, source }) => ({
          term,
          value: (
            <>
              {use} Reviewed: {source.reviewedYears.join(', ')}.
            </>
          ),
          detail: (
            <a className="link" href={source.url} rel="noreferrer">
              {source.law}
            </a>
          ),
        }))}
      />
    </section>
  );
}
