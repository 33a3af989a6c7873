import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { Facts } from '@/components/facts.tsx';
import { GridTable } from '@/components/grid-table.tsx';
import { Crumbs, PageHead } from '@/components/page-head.tsx';
import { may } from '@/lib/access/policy.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { PROGRAM_LABELS, REGULATOR_LABELS } from '@/lib/labels.ts';
import type { PlanDetail } from '@/lib/plans/queries.ts';
import { REGULATOR_MEANS } from '@/lib/plans/regulators.ts';
import { listHref, parseListFilter } from '@/lib/worklist/list-filter.ts';
import { Verified } from '../verified.tsx';
import { openPlan } from './open-plan.ts';

export const metadata: Metadata = { title: 'Plan' };

export default async function PlanPage({ params }: PageProps<'/plans/[planId]'>) {
  const { plan, actor, today } = await openPlan('case.read', (await params).planId);
  const mayChange = may(actor, 'plan.change');
  const openCount = plan.lines.reduce((sum, { openCaseCount }) => sum + openCaseCount, 0);
  const cases = listHref({ ...parseListFilter({}, 'mine'), who: 'everyone', planId: plan.id }, 'mine');
  return (
    <main id="main" className="directory">
      <PageHead
        crumbs={<Crumbs trail={[{ href: '/plans', label: 'Plans' }]} />}
        title={plan.name}
        lead={plan.note || undefined}
        actions={
          mayChange ? (
            <>
              <LinkButton href={`/plans/${plan.id}/change`}>Change plan</LinkButton>
              <LinkButton href={`/plans/${plan.id}/lines/new`}>Add line</LinkButton>
            </>
          ) : null
        }
      />
      <div className="wrap">
        <Facts
          facts={[
            { term: 'Phone for grievances', value: plan.phone || 'not known' },
            { term: 'Fax for grievances', value: plan.grievanceFax || 'not known' },
            {
              term: 'Address for grievances',
              value: plan.grievanceAddress ? (
                <span className="lines">{plan.grievanceAddress}</span>
              ) : (
                'not known'
              ),
            },
            {
              term: 'Open cases',
              value:
                openCount === 0 ? (
                  'none'
                ) : (
                  <a href={cases}>{openCount.toLocaleString('en-US')} in the list</a>
                ),
            },
          ]}
        />
        {plan.lines.length === 0 ? (
          <EmptyState
            title="No line yet."
            action={mayChange ? <LinkButton href={`/plans/${plan.id}/lines/new`}>Add line</LinkButton> : null}
          >
            A case can only be with a line, since the line has the regulator.
          </EmptyState>
        ) : (
          <Lines plan={plan} today={today} mayChange={mayChange} />
        )}
      </div>
    </main>
  );
}

function Lines({ plan, today, mayChange }: { plan: PlanDetail; today: LocalDate; mayChange: boolean }) {
  return (
    <GridTable
      caption={`Lines of ${plan.name}`}
      rowHead="line"
      roomy
      columns={[
        { key: 'line', head: 'Line' },
        { key: 'program', head: 'Program' },
        { key: 'regulator', head: 'Regulator' },
        { key: 'source', head: 'Source' },
        { key: 'verified', head: 'Verified' },
        { key: 'open', head: 'Open cases', className: 'num' },
        ...(mayChange ? [{ key: 'do', head: <span className="vh">Do</span> }] : []),
      ]}
      bands={[
        {
          key: 'lines',
          rows: plan.lines.map((line) => ({
            key: line.id,
            cells: {
              line: <strong>{line.name}</strong>,
              program: (
                <>
                  {PROGRAM_LABELS[line.program]}
                  <br />
                  <span className="small quiet">
                    {line.knoxKeene ? 'Knox-Keene license' : 'no Knox-Keene license'}
                  </span>
                </>
              ),
              regulator: (
                <>
                  {REGULATOR_LABELS[line.regulator]}
                  <br />
                  <span className="small quiet">{REGULATOR_MEANS[line.regulator]}</span>
                </>
              ),
              source: <span className="small quiet">{line.source || 'no source given'}</span>,
              verified: <Verified on={line.verifiedOn} today={today} />,
              open: line.openCaseCount.toLocaleString('en-US'),
              do: (
                <LinkButton
                  href={`/plans/${plan.id}/lines/${line.id}`}
                  aria-label={`Change or verify: ${line.name}`}
                >
                  {line.verifiedOn ? 'Change' : 'Verify'}
                </LinkButton>
              ),
            },
          })),
        },
      ]}
      cards={
        <ul className="cards">
          {plan.lines.map((line) => (
            <li key={line.id}>
              <strong>{line.name}</strong>
              {mayChange ? (
                <LinkButton
                  href={`/plans/${plan.id}/lines/${line.id}`}
                  aria-label={`Change or verify: ${line.name}`}
                >
                  {line.verifiedOn ? 'Change' : 'Verify'}
                </LinkButton>
              ) : (
                <span />
              )}
              <span className="cc-d">{REGULATOR_LABELS[line.regulator]}</span>
              <span className="cc-m">
                {PROGRAM_LABELS[line.program]}, <Verified on={line.verifiedOn} today={today} />
              </span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
