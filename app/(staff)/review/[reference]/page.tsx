import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Facts } from '@/components/facts.tsx';
import { GridTable } from '@/components/grid-table.tsx';
import { Crumbs } from '@/components/page-head.tsx';
import { STAGE_LABELS } from '@/lib/cases/stage.ts';
import { clockTitle } from '@/lib/deadlines/clock-title.ts';
import {
  BASIS_LABELS,
  CASE_OUTCOME_LABELS,
  OUTCOME_LABELS,
  OWED_BY_LABELS,
  PROGRAM_LABELS,
  REGULATOR_LABELS,
} from '@/lib/labels.ts';
import { type ReviewedCase, readReviewedCase } from '@/lib/review/queries.ts';
import { isReference } from '@/lib/review/reference.ts';
import { standingSentence } from '@/lib/review/words.ts';
import { loadReview } from '../load-review.ts';

export const metadata: Metadata = { title: 'Case in review' };

export default async function ReviewedCasePage({ params }: PageProps<'/review/[reference]'>) {
  const { reference } = await params;
  const reviewed = await loadReview(isReference(reference) ? reference : 'case', (tx, office) =>
    readReviewedCase(tx, office, reference),
  );
  if (!reviewed) notFound();
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs trail={[{ href: '/review', label: 'Review' }]} />
        <h1>
          Case <span className="tab">{reviewed.reference}</span>
        </h1>
        <p className="lead quiet">
          Days are counted from the first event that is dated on the case, which is day 0.
        </p>
      </header>
      <div className="rec-form">
        <Facts facts={factsOf(reviewed)} />
      </div>
      {reviewed.clocks.length > 0 ? (
        <GridTable
          caption="Clocks of the case"
          columns={[
            { key: 'clock', head: 'Clock' },
            { key: 'owedBy', head: 'Owed by' },
            { key: 'starts', head: 'Starts on day', className: 'num' },
            { key: 'due', head: 'Due on day', className: 'num' },
            { key: 'standing', head: 'How it stands' },
          ]}
          rowHead="clock"
          bands={[
            {
              key: 'all',
              rows: reviewed.clocks.map((clock) => ({
                key: clock.rule,
                cells: {
                  clock: clockTitle(clock),
                  owedBy: OWED_BY_LABELS[clock.owedBy],
                  starts: clock.startsOnDay.toLocaleString('en-US'),
                  due: clock.dueOnDay.toLocaleString('en-US'),
                  standing: standingSentence(clock),
                },
              })),
            },
          ]}
        />
      ) : null}
    </main>
  );
}

function factsOf(reviewed: ReviewedCase) {
  const { yearOpened, program, regulator, bases, outcome, stage, closedOnDay } = reviewed;
  const { planAnswer, determination } = reviewed;
  return [
    { term: 'Opened', value: `in ${yearOpened}` },
    { term: 'Program', value: program ? PROGRAM_LABELS[program] : 'not known' },
    { term: 'Regulator', value: regulator ? REGULATOR_LABELS[regulator] : 'not known' },
    { term: 'Denied as', value: bases.map((basis) => BASIS_LABELS[basis]).join(', ') || 'not recorded' },
    { term: 'Plan’s latest answer', value: planAnswer ? OUTCOME_LABELS[planAnswer] : 'none recorded' },
    {
      term: 'Latest IMR determination',
      value: determination ? OUTCOME_LABELS[determination] : 'none recorded',
    },
    {
      term: 'Outcome',
      value: outcome ? CASE_OUTCOME_LABELS[outcome] : `Open: ${STAGE_LABELS[stage].toLowerCase()}`,
      ...(closedOnDay !== null && { detail: `Closed on day ${closedOnDay.toLocaleString('en-US')}.` }),
    },
  ];
}
