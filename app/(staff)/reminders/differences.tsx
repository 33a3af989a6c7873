import { GridTable } from '@/components/grid-table.tsx';
import { Mark } from '@/components/mark.tsx';
import { formatMediumDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { type ClockId, clockTitle } from '@/lib/deadlines/clock-title.ts';
import { momentText } from '@/lib/flight-recorder/moment-text.ts';
import { DIFFERENCE_WORDS, type Difference } from '@/lib/reconciliation/difference.ts';
import type { ShownComparison } from '@/lib/reminder-overview/queries.ts';
import { rungText } from '@/lib/reminders/ladder.ts';
import type { OfficePolicy } from '@/lib/reminders/policy.ts';

type Props = { comparison: ShownComparison | null; policy: OfficePolicy };

/** What the last comparison found: each difference with its case. */
export function Differences({ comparison, policy }: Props) {
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">What should have gone out, and what did</h2>
      {comparison ? (
        <Found comparison={comparison} policy={policy} />
      ) : (
        <p className="quiet">The worker compares each night; it has not done so yet.</p>
      )}
    </section>
  );
}

function Found({ comparison, policy }: { comparison: ShownComparison; policy: OfficePolicy }) {
  const { at, deadlineCount, dueCount, differenceCount, shown, hiddenCount } = comparison;
  const figures = `Compared ${momentText(at, policy)}: ${counted(deadlineCount, 'live deadline')}, ${counted(dueCount, 'reminder')} come due.`;
  if (differenceCount === 0)
    return (
      <p>
        <Mark kind="met">No difference.</Mark> <span className="quiet">{figures}</span>
      </p>
    );
  return (
    <>
      <p>
        <Mark kind="late">
          <strong>{counted(differenceCount, 'difference')}.</strong>
        </Mark>{' '}
        <span className="quiet">{figures}</span>
      </p>
      {hiddenCount > 0 ? (
        <p className="quiet">
          {counted(hiddenCount, 'of them is', 'of them are')} about restricted cases that others are named on.
        </p>
      ) : null}
      {differenceCount > shown.length + hiddenCount ? (
        <p className="quiet">The first {shown.length.toLocaleString('en-US')} are listed.</p>
      ) : null}
      {shown.length > 0 ? (
        <GridTable
          caption="Differences found"
          rowHead="number"
          roomy
          columns={[
            { key: 'number', head: 'Case' },
            { key: 'what', head: 'Deadline' },
            { key: 'message', head: 'Reminder' },
            { key: 'found', head: 'What was found' },
          ]}
          bands={[{ key: 'differences', rows: shown.map((each, index) => rowOf(each, index, policy)) }]}
          cards={<ul className="cards">{shown.map((each, index) => cardOf(each, index, policy))}</ul>}
        />
      ) : null}
    </>
  );
}

const rowOf = (difference: Difference, index: number, policy: OfficePolicy) => ({
  key: String(index),
  cells: {
    number: <CaseLink difference={difference} />,
    what: whatOf(difference),
    message: messageOf(difference, policy),
    found: DIFFERENCE_WORDS[difference.kind],
  },
});

const cardOf = (difference: Difference, index: number, policy: OfficePolicy) => (
  <li key={String(index)}>
    <span className="cc-n">
      <CaseLink difference={difference} />
    </span>
    <span className="cc-d">{whatOf(difference)}</span>
    <span className="cc-m">{messageOf(difference, policy)}</span>
    <span className="cc-m">{DIFFERENCE_WORDS[difference.kind]}</span>
  </li>
);

const CaseLink = ({ difference: { caseId, caseNumber } }: { difference: Difference }) => (
  <a className="link tab" href={`/cases/${caseId}/reminders`}>
    {caseNumber}
  </a>
);

const whatOf = ({ rule, dueOn }: Difference): string =>
  `${clockTitle({ rule: rule as ClockId })}, due ${formatMediumDate(dueOn as LocalDate)}`;

function messageOf({ rung, to, plannedAt }: Difference, policy: OfficePolicy): string {
  if (!rung || !to) return '';
  const when = plannedAt ? `, planned ${momentText(new Date(plannedAt), policy)}` : '';
  return `To the ${to}, ${rungText(rung)}${when}`;
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
