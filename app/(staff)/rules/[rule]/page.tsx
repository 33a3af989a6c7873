import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { Facts } from '@/components/facts.tsx';
import { OwnerWord } from '@/components/glyph.tsx';
import { Crumbs, PageHead } from '@/components/page-head.tsx';
import { may } from '@/lib/access/policy.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { SIDE_OF } from '@/lib/deadlines/clock-words.ts';
import { disagreements } from '@/lib/deadlines/disagreements.ts';
import { OWED_BY_LABELS } from '@/lib/labels.ts';
import { type ListedVersion, listRuleVersions } from '@/lib/rule-versions/queries.ts';
import type { ListedRule } from '@/lib/rule-versions/rule-list.ts';
import { LawLine } from '../law-line.tsx';
import { VersionLine } from '../version-line.tsx';
import { openRule } from './open-rule.ts';

export const metadata: Metadata = { title: 'Rule' };

export default async function RulePage({ params }: PageProps<'/rules/[rule]'>) {
  const { rule, actor, today } = await openRule('case.read', (await params).rule);
  const versions = await inOffice(getDatabase(), actor, today, (tx) => listRuleVersions(tx, rule.id));
  const mayDraft = may(actor, 'rule.change') && rule.gives === 'date';
  return (
    <main id="main" className="directory">
      <PageHead
        crumbs={<Crumbs trail={[{ href: '/rules', label: 'Rules' }]} />}
        title={rule.title}
        actions={mayDraft ? <LinkButton href={`/rules/${rule.id}/draft`}>Draft a change</LinkButton> : null}
      />
      <div className="wrap rule-page">
        <Facts facts={factsOf(rule)} />
        <section aria-labelledby="law">
          <header className="sec-h">
            <h2 id="law">The law</h2>
          </header>
          <ul className="laws">
            {rule.citations.map((citation) => (
              <LawLine key={citation.law} citation={citation} />
            ))}
          </ul>
        </section>
        <Disagreements rule={rule} />
        <OwnTexts rule={rule} versions={versions} />
      </div>
    </main>
  );
}

function factsOf(rule: ListedRule) {
  return [
    {
      term: 'Owed by',
      value: <OwnerWord side={SIDE_OF[rule.owedBy]} word={OWED_BY_LABELS[rule.owedBy]} />,
    },
    {
      term: 'Period',
      value:
        rule.period ||
        (rule.gives === 'door' ? 'none: it opens the IMR on a day' : 'none: it gives no date of its own'),
    },
    ...(rule.counting.length > 0 ? [{ term: 'Counting', value: rule.counting.join(' ') }] : []),
    ...(rule.gives === 'date'
      ? [{ term: 'Extension', value: rule.extension || 'No rule we know of allows one.' }]
      : []),
    ...(rule.doubt ? [{ term: 'Open question', value: rule.doubt }] : []),
    { term: 'In force as shipped', value: rule.inForce },
    { term: 'Rule', value: rule.id },
  ];
}

function Disagreements({ rule }: { rule: ListedRule }) {
  const found = Object.entries(disagreements).filter(([, { rules }]) => rules.includes(rule.id));
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="otherwise">
      <header className="sec-h">
        <h2 id="otherwise">Where popular pages say otherwise</h2>
      </header>
      <ul className="laws">
        {found.map(([id, { source, popular, legal, used }]) => (
          <li key={id}>
            <p>
              {source === 'older-dmhc-page'
                ? 'An older page of the DMHC'
                : 'A widely read question-and-answer page'}
              : “{popular}”
            </p>
            <p>
              The law: {legal} {used}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnTexts({ rule, versions }: { rule: ListedRule; versions: readonly ListedVersion[] }) {
  if (rule.gives !== 'date') return null;
  return (
    <section aria-labelledby="own">
      <header className="sec-h">
        <h2 id="own">
          Changes by this office <span className="count">{versions.length}</span>
        </h2>
      </header>
      {versions.length === 0 ? (
        <p className="quiet">None. The rule is in force as shipped.</p>
      ) : (
        <ul className="laws">
          {versions.map((version) => (
            <li key={version.id}>
              <VersionLine version={version} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
