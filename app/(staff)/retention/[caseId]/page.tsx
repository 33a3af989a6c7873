import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LinkButton } from '@/components/button.tsx';
import { Facts } from '@/components/facts.tsx';
import { Crumbs } from '@/components/page-head.tsx';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatLongDate } from '@/lib/calendar/format-date.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { CASE_OUTCOME_LABELS } from '@/lib/labels.ts';
import { readRetained } from '@/lib/retention/queries.ts';
import { keepingViolation } from '@/lib/retention/rules.ts';
import { lookAtCase } from '../../cases/[caseId]/open-form.ts';
import { ErasureForm, ProposalForm, WithdrawalForm } from './form.tsx';

export const metadata: Metadata = { title: 'Keeping of a case' };

export default async function RetainedCasePage({ params }: PageProps<'/retention/[caseId]'>) {
  const actor = await requireActor('case.erase');
  const today = pacificToday(await requestTime());
  const id = recordIdIn((await params).caseId);
  const kept =
    id &&
    (await lookAtCase(
      actor,
      'case.viewed',
      () => id,
      (tx) => readRetained(tx, id),
    ));
  if (!kept) notFound();
  const keeping = keepingViolation({ ...kept, isHeld: kept.heldSince !== null }, today);
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs trail={[{ href: '/retention', label: 'Keeping and erasure' }]}>
          <span className="tab">{kept.number}</span>
        </Crumbs>
        <h1>{kept.clientName}</h1>
        <p className="lead quiet">
          {keeping ? `${keeping.message} ${keeping.rule ?? ''}` : 'The time of keeping of this case is over.'}
        </p>
      </header>
      <div className="rec-form">
        <Facts
          facts={[
            { term: 'Case', value: <a href={`/cases/${kept.id}`}>{kept.number}</a> },
            {
              term: 'Closed',
              value: kept.closedAt ? formatLongDate(pacificToday(kept.closedAt)) : 'not yet',
            },
            { term: 'Outcome', value: kept.outcome ? CASE_OUTCOME_LABELS[kept.outcome] : 'none yet' },
            { term: 'Kept until', value: kept.retainUntilOn ? formatLongDate(kept.retainUntilOn) : 'open' },
            { term: 'Legal hold', value: kept.heldSince ? kept.holdReason : 'none' },
            ...(kept.proposedAt
              ? [
                  {
                    term: 'Put forward',
                    value: `by ${kept.proposerName}, ${formatLongDate(pacificToday(kept.proposedAt))}${kept.proposalReason ? `: ${kept.proposalReason}` : ''}`,
                  },
                ]
              : []),
          ]}
        />
        {keeping || !kept.proposedBy ? (
          <div className="btns">
            <LinkButton tall href={`/cases/${kept.id}/hold`}>
              {kept.heldSince ? 'Release the hold' : 'Place a legal hold'}
            </LinkButton>
          </div>
        ) : null}
        {!keeping && !kept.proposedBy ? <ProposalForm caseId={kept.id} /> : null}
        {!keeping && kept.proposedBy ? (
          <>
            <section>
              <h2>What erasing takes, and what stays</h2>
              <p>
                Everything recorded on the case goes: its facts, notes, dates and reminders, what the record
                says of them, and the client where this is their last case. What stays is the case’s number,
                who put it forward and who erased it, and figures without a name or a date.
              </p>
            </section>
            {kept.proposedBy === actor.userId ? (
              <p>You put this case forward, so another supervisor or administrator decides.</p>
            ) : (
              <ErasureForm caseId={kept.id} number={kept.number} />
            )}
            <WithdrawalForm caseId={kept.id} />
          </>
        ) : null}
      </div>
    </main>
  );
}
