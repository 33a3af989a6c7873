import { GridTable } from '@/components/grid-table.tsx';
import { clockTitle } from '@/lib/deadlines/clock-title.ts';
import { CASE_OUTCOME_LABELS, OWED_BY_LABELS } from '@/lib/labels.ts';
import { CLOCK_STANDINGS, type ReviewTotals as Totals } from '@/lib/review/queries.ts';
import { STANDING_WORDS } from '@/lib/review/words.ts';

/** How the cases under the filter ended, and how often each clock was kept. */
export function ReviewTotals({ totals: { outcomes, clocks } }: { totals: Totals }) {
  return (
    <section aria-labelledby="totals">
      <header className="sec-h">
        <h2 id="totals">Totals</h2>
      </header>
      <p>
        {outcomes
          .map(
            ({ outcome, count }) =>
              `${outcome === 'open' ? 'Open' : CASE_OUTCOME_LABELS[outcome]}: ${count.toLocaleString('en-US')}`,
          )
          .join('. ')}
        .
      </p>
      <details className="facets">
        <summary className="chip">Every clock, and how often it was kept</summary>
        <GridTable
          caption="Clocks by how they stand"
          columns={[
            { key: 'clock', head: 'Clock' },
            { key: 'owedBy', head: 'Owed by' },
            ...CLOCK_STANDINGS.map((standing) => ({
              key: standing,
              head: STANDING_WORDS[standing],
              className: 'num',
            })),
          ]}
          rowHead="clock"
          bands={[
            {
              key: 'all',
              rows: clocks.map(({ rule, owedBy, counts }) => ({
                key: rule,
                cells: { clock: clockTitle({ rule }), owedBy: OWED_BY_LABELS[owedBy], ...counts },
              })),
            },
          ]}
        />
      </details>
    </section>
  );
}
