import { EmptyState } from '@/components/empty-state.tsx';
import { GridTable } from '@/components/grid-table.tsx';
import type { SuppressionGround, SuppressionScope } from '@/lib/db/vocabulary.ts';
import { momentText } from '@/lib/flight-recorder/moment-text.ts';
import type { OfficePolicy } from '@/lib/reminders/policy.ts';
import type { StandingSuppression } from '@/lib/suppressions/queries.ts';

const GROUNDS: Readonly<Record<SuppressionGround, string>> = {
  bounced: 'Mail came back for good',
  complained: 'Reported as unwanted',
  unsubscribed: 'Stopped through the link in a message',
};
const SCOPES: Readonly<Record<SuppressionScope, string>> = {
  all: 'gets no mail',
  nudges: 'gets only what is essential',
};

/** People whom mail does not reach, and the way to let it go to them again. */
export function Barred({
  barred,
  hasMore,
  policy,
}: {
  barred: readonly StandingSuppression[];
  hasMore: boolean;
  policy: OfficePolicy;
}) {
  return (
    <section aria-labelledby="barred">
      <h2 id="barred">Whom mail does not reach</h2>
      {barred.length === 0 ? (
        <EmptyState title="Every address takes mail, as far as anybody has heard." />
      ) : (
        <GridTable
          caption="Addresses that get no mail"
          rowHead="who"
          roomy
          columns={[
            { key: 'who', head: 'Who' },
            { key: 'why', head: 'Why' },
            { key: 'since', head: 'Since' },
            { key: 'lift', head: <span className="vh">What to do</span> },
          ]}
          bands={[
            {
              key: 'barred',
              rows: barred.map((each) => ({
                key: each.id,
                cells: {
                  who: <Who barred={each} />,
                  why: whyOf(each),
                  since: momentText(each.since, policy),
                  lift: <LiftLink barred={each} />,
                },
              })),
            },
          ]}
          cards={
            <ul className="cards">
              {barred.map((each) => (
                <li key={each.id}>
                  <span className="cc-n">
                    <Who barred={each} />
                  </span>
                  <span className="cc-d">{whyOf(each)}</span>
                  <span className="cc-m">Since {momentText(each.since, policy)}</span>
                  <span className="cc-m">
                    <LiftLink barred={each} />
                  </span>
                </li>
              ))}
            </ul>
          }
        />
      )}
      {hasMore ? <p className="quiet">Only the latest {barred.length} are listed.</p> : null}
    </section>
  );
}

const whyOf = ({ ground, scope }: StandingSuppression): string => `${GROUNDS[ground]}; ${SCOPES[scope]}`;

function Who({ barred: { name, caseId, caseNumber, whose } }: { barred: StandingSuppression }) {
  if (caseId)
    return (
      <>
        <a className="link" href={`/cases/${caseId}`}>
          {name}
        </a>{' '}
        <span className="quiet tab">{caseNumber}</span>
      </>
    );
  return (
    <>
      {name} <span className="quiet">{whose === 'staff' ? 'of the office' : 'client'}</span>
    </>
  );
}

const LiftLink = ({ barred: { id, name } }: { barred: StandingSuppression }) => (
  <a className="link" href={`/reminders/lift?address=${id}`} aria-label={`Let mail go again to ${name}`}>
    Let mail go again
  </a>
);
