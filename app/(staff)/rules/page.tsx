import type { Metadata } from 'next';
import { OwnerWord } from '@/components/glyph.tsx';
import { Mark } from '@/components/mark.tsx';
import { PageHead } from '@/components/page-head.tsx';
import { may } from '@/lib/access/policy.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMonthDay } from '@/lib/calendar/format-date.ts';
import { type LocalDate, yearOf } from '@/lib/calendar/local-date.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { SIDE_OF } from '@/lib/deadlines/clock-words.ts';
import { type DatedRuleId, ruleOf } from '@/lib/deadlines/rules.ts';
import { CERTAINTY_LABELS, OWED_BY_LABELS } from '@/lib/labels.ts';
import { type ListedVersion, listRuleVersions, statusOf } from '@/lib/rule-versions/queries.ts';
import { type ListedRule, leastCertain, listRules } from '@/lib/rule-versions/rule-list.ts';
import { inForceText, periodText } from '@/lib/rule-versions/text-words.ts';
import { Holidays } from './holidays.tsx';
import { VersionLine } from './version-line.tsx';

export const metadata: Metadata = { title: 'Rules' };

export default async function RulesPage() {
  const actor = await requireActor('case.read');
  const today = pacificToday(await requestTime());
  const versions = await inOffice(getDatabase(), actor, today, (tx) => listRuleVersions(tx));
  const groups = listRules();
  const all = groups.flatMap(({ rules }) => rules);
  const unread = all.filter(({ citations }) => leastCertain(citations) === 'from-memory').length;
  const standing = versions.filter((version) => statusOf(version) !== 'discarded');
  return (
    <main id="main" className="directory">
      <PageHead
        title="Rules"
        count={all.length}
        lead="Every date rests on one of these. A rule’s own page has its law in a sentence, and where popular pages say otherwise."
      />
      <div className="wrap">
        <p>
          {unread > 0 ? (
            <>
              <Mark kind="risk">{unread === 1 ? '1 rule' : `${unread} rules`}</Mark> with wording not yet
              compared with the text: check it before relying on the date.
            </>
          ) : (
            'The wording of every rule has been compared with a text.'
          )}
        </p>
        <OwnTexts versions={standing} mayChange={may(actor, 'rule.change')} />
        {groups.map(({ key, title, rules }) => (
          <section key={key} aria-labelledby={key}>
            <header className="sec-h">
              <h2 id={key}>
                {title} <span className="count">{rules.length}</span>
              </h2>
            </header>
            <ul className="sheet rule-list">
              {rules.map((rule) => (
                <RuleRow
                  key={rule.id}
                  rule={rule}
                  today={today}
                  versions={standing.filter((version) => version.rule === rule.id)}
                />
              ))}
            </ul>
          </section>
        ))}
        <Holidays year={yearOf(today)} />
      </div>
    </main>
  );
}

function OwnTexts({ versions, mayChange }: { versions: readonly ListedVersion[]; mayChange: boolean }) {
  return (
    <section aria-labelledby="own">
      <header className="sec-h">
        <h2 id="own">
          Changes by this office <span className="count">{versions.length}</span>
        </h2>
      </header>
      {versions.length === 0 ? (
        <p className="quiet">
          The rules are in force as shipped.{' '}
          {mayChange
            ? 'When the law changes, open the rule and draft the change; a second administrator approves it.'
            : 'An administrator can draft a change; a second one approves it.'}
        </p>
      ) : (
        <ul className="laws">
          {versions.map((version) => (
            <li key={version.id}>
              <VersionLine version={version} title={ruleOf(version.rule as DatedRuleId).title} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function RuleRow({
  rule,
  versions,
  today,
}: {
  rule: ListedRule;
  versions: readonly ListedVersion[];
  today: LocalDate;
}) {
  const approved = versions.filter((version) => statusOf(version) === 'approved');
  const draftCount = versions.length - approved.length;
  return (
    <li>
      <div>
        <h3>
          <a href={`/rules/${rule.id}`}>{rule.title}</a>
        </h3>
        <OwnerWord side={SIDE_OF[rule.owedBy]} word={OWED_BY_LABELS[rule.owedBy]} />
        <p className="small faint">{rule.id}</p>
      </div>
      <div>
        <p>{rule.gives === 'date' ? <strong>{rule.period}</strong> : GIVES[rule.gives]}</p>
        {approved.map((version) => (
          <p key={version.id}>
            <strong>{periodText({ count: version.periodCount, unit: version.periodUnit })}</strong>{' '}
            {inForceText(version)}, by this office
          </p>
        ))}
        <p className="small quiet">
          {[...rule.counting, rule.extension].filter(Boolean).join(' ')}{' '}
          {approved.length > 0 ? 'On other days in force as shipped.' : `In force ${rule.inForce}.`}
        </p>
        {rule.doubt ? (
          <p className="small">
            <Mark kind="risk">Open question</Mark> {rule.doubt}
          </p>
        ) : null}
        {draftCount > 0 ? (
          <p className="small">
            <Mark kind="risk">{draftCount === 1 ? '1 draft' : `${draftCount} drafts`}</Mark>
          </p>
        ) : null}
      </div>
      <ul className="rule-laws">
        {rule.citations.map(({ law, url, certainty, checkedOn }) => (
          <li key={law}>
            <a className="link" href={url} rel="noreferrer">
              {law}
            </a>{' '}
            <span className="small quiet">
              {certainty === 'from-memory' ? (
                <Mark kind="risk">{CERTAINTY_LABELS[certainty]}</Mark>
              ) : (
                CERTAINTY_LABELS[certainty]
              )}
              , checked {formatMonthDay(checkedOn, today)}
            </span>
          </li>
        ))}
      </ul>
    </li>
  );
}

const GIVES = { door: 'Opens the IMR', standing: 'Gives no date of its own' } as const;
