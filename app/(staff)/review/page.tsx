import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { GridTable } from '@/components/grid-table.tsx';
import { PageHead } from '@/components/page-head.tsx';
import { Pager } from '@/components/pager.tsx';
import { STAGE_LABELS } from '@/lib/cases/stage.ts';
import { PROGRAMS, REGULATORS } from '@/lib/db/vocabulary.ts';
import { BASIS_LABELS, CASE_OUTCOME_LABELS, PROGRAM_LABELS, REGULATOR_LABELS } from '@/lib/labels.ts';
import {
  parseReviewFilter,
  REVIEW_OUTCOMES,
  REVIEW_PAGE_SIZE,
  type ReviewFilter,
  reviewSearch,
} from '@/lib/review/list-filter.ts';
import { type ReviewedCase, type ReviewPage, readReview } from '@/lib/review/queries.ts';
import { loadReview } from './load-review.ts';
import { ReviewTotals } from './review-totals.tsx';

export const metadata: Metadata = { title: 'Review' };

export default async function ReviewListPage({ searchParams }: PageProps<'/review'>) {
  const filter = parseReviewFilter(await searchParams);
  const review = await loadReview('list', (tx, office) => readReview(tx, office, filter));
  const { caseCount } = review.totals;
  const first = (filter.page - 1) * REVIEW_PAGE_SIZE;
  const pageHref = (page: number) => `/review${reviewSearch({ ...filter, page })}`;
  return (
    <main id="main">
      <PageHead
        title="Review"
        count={caseCount.toLocaleString('en-US')}
        lead="Cases without the people they are about: years and counts of days, no dates, names, numbers or notes."
        actions={
          caseCount > 0 ? (
            <LinkButton href={`/review/file${reviewSearch({ ...filter, page: 1 })}`}>
              Download as CSV
            </LinkButton>
          ) : null
        }
      />
      <div className="wrap review">
        <Filters filter={filter} review={review} />
        {caseCount === 0 ? (
          <EmptyState title="No case fits." action={<LinkButton href="/review">Show all</LinkButton>} />
        ) : (
          <>
            <ReviewTotals totals={review.totals} />
            <GridTable
              caption="Cases, newest year first"
              columns={[
                { key: 'reference', head: 'Case' },
                { key: 'year', head: 'Opened' },
                { key: 'program', head: 'Program and regulator' },
                { key: 'bases', head: 'Denied as' },
                { key: 'outcome', head: 'Outcome' },
                { key: 'clocks', head: 'Clocks met', className: 'num' },
              ]}
              rowHead="reference"
              bands={[{ key: 'all', rows: review.cases.map(rowOf) }]}
            />
            <Pager
              from={review.cases.length === 0 ? 0 : first + 1}
              to={first + review.cases.length}
              total={caseCount}
              {...(filter.page > 1 && { previous: pageHref(filter.page - 1) })}
              {...(first + review.cases.length < caseCount && { next: pageHref(filter.page + 1) })}
            />
          </>
        )}
        <p className="legal">
          De-identified by the Safe Harbor rule, 45 CFR 164.514(b)(2). Restricted cases are left out. Before a
          table made from these figures is published, leave out counts under 11.
        </p>
      </div>
    </main>
  );
}

function rowOf({ reference, yearOpened, program, regulator, bases, outcome, stage, clocks }: ReviewedCase) {
  const met = clocks.filter(({ standing }) => standing === 'met').length;
  return {
    key: reference,
    cells: {
      reference: (
        <a className="tab" href={`/review/${reference}`}>
          {reference}
        </a>
      ),
      year: yearOpened,
      program: program ? (
        <>
          {PROGRAM_LABELS[program]}{' '}
          <span className="quiet">{regulator ? REGULATOR_LABELS[regulator] : ''}</span>
        </>
      ) : (
        <span className="quiet">not known</span>
      ),
      bases: bases.map((basis) => BASIS_LABELS[basis]).join(', ') || (
        <span className="quiet">not recorded</span>
      ),
      outcome: outcome ? (
        CASE_OUTCOME_LABELS[outcome]
      ) : (
        <>
          Open <span className="quiet">{STAGE_LABELS[stage]}</span>
        </>
      ),
      clocks: `${met} of ${clocks.length}`,
    },
  };
}

type Option = readonly [value: string, label: string];

/** Every filter in one form, plain in the address: none of them says anything about a person. */
function Filters({ filter, review: { years } }: { filter: ReviewFilter; review: ReviewPage }) {
  return (
    <form action="/review" className="review-filters">
      <Select
        name="year"
        label="Year opened"
        value={filter.year === null ? '' : String(filter.year)}
        options={years.map((year): Option => [String(year), String(year)])}
      />
      <Select
        name="program"
        label="Program"
        value={filter.program ?? ''}
        options={PROGRAMS.map((program): Option => [program, PROGRAM_LABELS[program]])}
      />
      <Select
        name="regulator"
        label="Regulator"
        value={filter.regulator ?? ''}
        options={REGULATORS.map((regulator): Option => [regulator, REGULATOR_LABELS[regulator]])}
      />
      <Select
        name="outcome"
        label="Outcome"
        value={filter.outcome ?? ''}
        options={REVIEW_OUTCOMES.map(
          (outcome): Option => [outcome, outcome === 'open' ? 'Open' : CASE_OUTCOME_LABELS[outcome]],
        )}
      />
      <button className="btn" type="submit">
        Show
      </button>
    </form>
  );
}

function Select({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: readonly Option[];
}) {
  return (
    <div className="field">
      <label htmlFor={`review-${name}`}>{label}</label>
      <select className="select" id={`review-${name}`} name={name} defaultValue={value}>
        <option value="">Any</option>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
