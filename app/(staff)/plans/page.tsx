import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { GridTable } from '@/components/grid-table.tsx';
import { PageHead } from '@/components/page-head.tsx';
import { may } from '@/lib/access/policy.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { PROGRAM_LABELS, REGULATOR_LABELS } from '@/lib/labels.ts';
import { type ListedPlan, listPlans } from '@/lib/plans/queries.ts';
import { Regulators } from './regulators.tsx';
import { Verified } from './verified.tsx';

export const metadata: Metadata = { title: 'Plans' };

export default async function PlansPage() {
  const actor = await requireActor('case.read');
  const today = pacificToday(await requestTime());
  const plans = await inOffice(getDatabase(), actor, today, listPlans);
  const mayChange = may(actor, 'plan.change');
  const unverified = plans.flatMap(({ lines }) => lines).filter(({ verifiedOn }) => !verifiedOn).length;
  return (
    <main id="main" className="directory">
      <PageHead
        title="Plans"
        count={plans.length}
        lead="A plan can sell lines under different regulators. The company named on the card or in the Evidence of Coverage decides."
        actions={mayChange ? <LinkButton href="/plans/new">Add plan</LinkButton> : null}
      />
      <div className="wrap">
        {plans.length === 0 ? (
          <EmptyState
            title="No plan is in the directory yet."
            action={mayChange ? <LinkButton href="/plans/new">Add plan</LinkButton> : null}
          >
            A case needs its plan’s line before its clocks can follow the right law.
          </EmptyState>
        ) : (
          <>
            {unverified > 0 ? (
              <p className="quiet">
                {unverified === 1 ? 'One line is' : `${unverified} lines are`} not verified yet: check the
                Evidence of Coverage, then add the source and the date.
              </p>
            ) : null}
            <Directory plans={plans} today={today} />
          </>
        )}
        <Regulators />
      </div>
    </main>
  );
}

function Directory({ plans, today }: { plans: readonly ListedPlan[]; today: LocalDate }) {
  const rows = plans.flatMap(({ id, name, lines }) =>
    (lines.length === 0 ? [null] : lines).map((line) => ({ id, name, line })),
  );
  return (
    <GridTable
      caption="Health plans and their lines"
      rowHead="line"
      roomy
      columns={[
        { key: 'plan', head: 'Plan' },
        { key: 'line', head: 'Line' },
        { key: 'program', head: 'Program' },
        { key: 'regulator', head: 'Regulator', className: 'nowrap' },
        { key: 'license', head: 'Knox-Keene' },
        { key: 'verified', head: 'Verified' },
      ]}
      bands={plans.map((plan) => ({
        key: plan.id,
        rows: (plan.lines.length === 0 ? [null] : plan.lines).map((line, index) => ({
          key: line?.id ?? plan.id,
          cells: {
            plan: (
              <a className={index === 0 ? undefined : 'vh'} href={`/plans/${plan.id}`}>
                <strong>{plan.name}</strong>
              </a>
            ),
            line: line?.name ?? <span className="quiet">No line yet</span>,
            ...(line && {
              program: PROGRAM_LABELS[line.program],
              regulator: REGULATOR_LABELS[line.regulator],
              license: line.knoxKeene ? 'yes' : 'no',
              verified: <Verified on={line.verifiedOn} today={today} />,
            }),
          },
        })),
      }))}
      cards={
        <ul className="cards">
          {rows.map(({ id, name, line }) => (
            <li key={line?.id ?? id}>
              <a className="cc-n" href={`/plans/${id}`}>
                {name}
              </a>
              <span className="cc-d">{line?.name ?? 'No line yet'}</span>
              {line ? (
                <span className="cc-m">
                  {REGULATOR_LABELS[line.regulator]}, <Verified on={line.verifiedOn} today={today} />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      }
    />
  );
}
