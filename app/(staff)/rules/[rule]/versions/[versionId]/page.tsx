import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Disclosure } from '@/components/disclosure.tsx';
import { Facts } from '@/components/facts.tsx';
import { Mark } from '@/components/mark.tsx';
import { Crumbs, PageHead } from '@/components/page-head.tsx';
import type { UserActor } from '@/lib/access/actor.ts';
import { may } from '@/lib/access/policy.ts';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { type ListedVersion, readRuleVersion, statusOf } from '@/lib/rule-versions/queries.ts';
import { MOST_CASES_MOVED, tooManyCases } from '@/lib/rule-versions/rules.ts';
import { simulateRuleVersion } from '@/lib/rule-versions/simulate.ts';
import { inForceText, periodText } from '@/lib/rule-versions/text-words.ts';
import { openRule } from '../../open-rule.ts';
import { ApprovalForm, DiscardForm } from './forms.tsx';
import { SimulationResult } from './simulation-result.tsx';

export const metadata: Metadata = { title: 'Change of a rule' };

export default async function VersionPage({ params }: PageProps<'/rules/[rule]/versions/[versionId]'>) {
  const { rule: ruleId, versionId } = await params;
  const { rule, actor, today } = await openRule('case.read', ruleId);
  const id = recordIdIn(versionId);
  const found =
    id &&
    (await inOffice(getDatabase(), actor, today, async (tx) => {
      const version = await readRuleVersion(tx, id);
      if (version?.rule !== rule.id) return null;
      const isDraft = statusOf(version) === 'draft';
      return { version, simulation: isDraft ? await simulateRuleVersion(tx, version, today) : null };
    }));
  if (!found) notFound();
  const { version, simulation } = found;
  return (
    <main id="main" className="directory">
      <PageHead
        crumbs={
          <Crumbs
            trail={[
              { href: '/rules', label: 'Rules' },
              { href: `/rules/${rule.id}`, label: rule.title },
            ]}
          />
        }
        title={`${periodText({ count: version.periodCount, unit: version.periodUnit })} instead of ${rule.period}`}
        lead={`For clocks that start ${inForceText(version)}.`}
      />
      <div className="wrap rule-page">
        <Facts facts={factsOf(version)} />
        {simulation ? (
          <SimulationResult simulation={simulation}>
            <Decide version={version} movedCaseCount={simulation.movedCaseCount} actor={actor} />
          </SimulationResult>
        ) : null}
      </div>
    </main>
  );
}

function Decide({
  version,
  movedCaseCount,
  actor,
}: {
  version: ListedVersion;
  movedCaseCount: number;
  actor: UserActor;
}) {
  if (!may(actor, 'rule.change'))
    return <p className="quiet">Two administrators put a change in force: one drafts it, one approves it.</p>;
  const tooMany = tooManyCases(MOST_CASES_MOVED);
  const isOwn = version.draftedBy === actor.userId;
  return (
    <section aria-labelledby="decide">
      <header className="sec-h">
        <h2 id="decide">Approve or discard</h2>
      </header>
      {isOwn ? (
        <p>You drafted this change, so another administrator approves it. Send them this page.</p>
      ) : movedCaseCount > MOST_CASES_MOVED ? (
        <p>
          {tooMany.message} {tooMany.remedy}
        </p>
      ) : (
        <ApprovalForm versionId={version.id} movedCaseCount={movedCaseCount} />
      )}
      <Disclosure summary="Discard this draft">
        <DiscardForm versionId={version.id} />
      </Disclosure>
    </section>
  );
}

function factsOf(version: ListedVersion) {
  const { approvedAt, approverName, discardedAt } = version;
  return [
    {
      term: 'Status',
      value: approvedAt ? (
        <Mark kind="met">
          approved by {approverName ?? 'somebody'}, {formatMoment(approvedAt)}
        </Mark>
      ) : discardedAt ? (
        <Mark kind="open">discarded, {formatMoment(discardedAt)}</Mark>
      ) : (
        <Mark kind="risk">draft, not in force</Mark>
      ),
    },
    { term: 'Source', value: version.source },
    { term: 'Reason', value: <span className="lines">{version.reason}</span> },
    { term: 'Drafted by', value: `${version.drafterName}, ${formatMoment(version.draftedAt)}` },
  ];
}
