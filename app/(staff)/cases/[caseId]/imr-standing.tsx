import { Mark, type MarkKind } from '@/components/mark.tsx';
import { formatShortDate } from '@/lib/calendar/format-date.ts';
import { type AssessedCase, deadlineOf } from '@/lib/cases/assessed-case.ts';
import type { Reading } from '@/lib/deadlines/assessment.ts';
import { readingText } from '@/lib/deadlines/clock-words.ts';
import { capitalized } from '@/lib/deadlines/wording.ts';
import { type FilingState, filingStateOf } from '@/lib/imr/filing-state.ts';
import { HelpLink } from '../../help/help-link.tsx';
import { LawCites } from './law-cites.tsx';
import { proofHref } from './proof-href.ts';
import { ReadingSwatch } from './reading-swatch.tsx';

/** How far the filing is, why the IMR is or is not open, with its law, and the later dates that other readings would give. */
export function ImrStanding({ assessed }: { assessed: AssessedCase }) {
  const { imr } = assessed.assessment;
  const filing = filingStateOf(assessed.record);
  if (imr.reasons.length === 0 && !filing) return null;
  return (
    <section aria-labelledby="imr">
      <div className="help-head">
        <h2 id="imr">The way to an Independent Medical Review</h2>
        <HelpLink topic="who-qualifies" />
      </div>
      {filing ? <Filing of={assessed.record} filing={filing} /> : null}
      {imr.availability === 'available' && !assessed.record.closedAt ? (
        <p className="filing-state">
          <a className="link" href={`/cases/${assessed.record.id}/filing`}>
            Ways to file: online, by fax, by certified mail
          </a>
        </p>
      ) : null}
      <ul className="reasons">
        {imr.reasons.map(({ text, citations }) => (
          <li key={text}>
            {text} <LawCites citations={citations} />
          </li>
        ))}
      </ul>
      {imr.otherReadings.length > 0 ? (
        <>
          <h3>Other readings of the law</h3>
          <dl className="pf-alt">
            {imr.otherReadings.map((reading) => (
              <OtherReading key={`${reading.rule}-${reading.fileBy}`} reading={reading} assessed={assessed} />
            ))}
          </dl>
          <p className="quiet">
            We use the earliest date. After it, file anyway with a reason: the department may accept a late
            application.
          </p>
        </>
      ) : null}
    </section>
  );
}

const MARKS: Readonly<Record<FilingState['state'], MarkKind>> = {
  prepared: 'open',
  'sent-no-proof': 'risk',
  filed: 'met',
};

const LINKS = {
  prepared: { folder: 'packet', label: 'Open the packet' },
  'sent-no-proof': { folder: 'proof-of-filing', label: 'Record proof of filing' },
} as const;

function Filing({
  of: { id, closedAt },
  filing: { state, label, text },
}: {
  of: AssessedCase['record'];
  filing: FilingState;
}) {
  const link = state === 'filed' || closedAt ? null : LINKS[state];
  return (
    <p className="filing-state">
      <Mark kind={MARKS[state]}>{label}</Mark> {text}{' '}
      {link ? (
        <a className="link" href={`/cases/${id}/${link.folder}`}>
          {link.label}
        </a>
      ) : null}
    </p>
  );
}

function OtherReading({ reading, assessed }: { reading: Reading; assessed: AssessedCase }) {
  const deadline = deadlineOf(assessed, reading.rule);
  const date = formatShortDate(reading.fileBy, assessed.today);
  const hasProof = deadline?.dueOn === reading.fileBy;
  return (
    <>
      <dt>
        <ReadingSwatch />
        {hasProof ? (
          <a className="dlink" href={proofHref(assessed.record.id, reading.rule)}>
            <time dateTime={reading.fileBy}>{date}</time>
          </a>
        ) : (
          <time dateTime={reading.fileBy}>{date}</time>
        )}
      </dt>
      <dd>{capitalized(readingText(reading.rule))}.</dd>
    </>
  );
}
