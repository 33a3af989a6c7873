import type { ReactNode } from 'react';
import { Glyph } from '@/components/glyph.tsx';
import { Mark } from '@/components/mark.tsx';
import type { BriefClock } from '@/lib/cases/brief.ts';
import type { CaseRecord } from '@/lib/cases/case-record.ts';
import type { BriefPage } from '@/lib/cases/queries.ts';
import { SIDE_OF } from '@/lib/deadlines/clock-words.ts';
import type { Words } from '@/lib/words/words.ts';
import { proofHref } from '../proof-href.ts';

type BriefWords = Words['brief'];
type Props = BriefPage & { reader: { readonly name: string }; words: BriefWords };

/** The page that is handed over: on paper it is one page. */
export function BriefSheet({ assessed, brief, pinned, isRestricted, reader, words }: Props) {
  const { record } = assessed;
  const { headings, none } = words;
  return (
    <article className="sheet brief" aria-label={words.title}>
      <Head record={record} isRestricted={isRestricted} openedOn={brief.openedOn} words={words} />
      <div className="brief-cols">
        <div>
          <Part title={headings.actions} none={brief.actions.length === 0 && none.actions}>
            <ol className="brief-acts">
              {brief.actions.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ol>
          </Part>
          <Part title={headings.clocks} none={brief.clocks.items.length === 0 && none.clocks}>
            <Clocks caseId={record.id} clocks={brief.clocks.items} columns={words.columns} />
            <More count={brief.clocks.moreCount} words={words} />
          </Part>
          <Part title={headings.story} none={brief.story.length === 0 && none.story}>
            <ol className="brief-story">
              {brief.story.map(({ on, date, text }) => (
                <li key={`${on} ${text}`}>
                  <time dateTime={on}>{date}</time>
                  <span>{text}</span>
                </li>
              ))}
            </ol>
          </Part>
        </div>
        <div>
          {pinned.length > 0 ? (
            <Part title={headings.first}>
              <ul className="brief-list">
                {pinned.map((fact) => (
                  <li key={fact}>
                    <b>{fact}</b>
                  </li>
                ))}
              </ul>
            </Part>
          ) : null}
          <Part title={headings.contact}>
            <ul className="brief-list">
              {brief.contact.map(({ way, text, forbidden }) => (
                <li key={way}>
                  {text}
                  {forbidden ? <b>{forbidden}</b> : null}
                </li>
              ))}
              <li className="quiet">{brief.lastContact}</li>
            </ul>
          </Part>
          <Part title={headings.promises} none={brief.promises.items.length === 0 && none.promises}>
            <ul className="brief-list">
              {brief.promises.items.map(({ on, date, text }) => (
                <li key={`${on} ${text}`}>
                  <time dateTime={on}>
                    <b>{date}</b>
                  </time>{' '}
                  {text}
                </li>
              ))}
            </ul>
            <More count={brief.promises.moreCount} words={words} />
          </Part>
          <Part title={headings.missing} none={brief.missing.items.length === 0 && none.missing}>
            <ul className="brief-list boxes">
              {brief.missing.items.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <More count={brief.missing.moreCount} words={words} />
          </Part>
          <Part title={headings.people}>
            <People record={record} words={words.people} />
          </Part>
        </div>
      </div>
      <footer className="brief-foot quiet small">
        <span>
          <b>{words.confidential}</b> {words.madeOn(brief.today, reader.name)}.
        </span>
        <span>{words.legal}</span>
      </footer>
    </article>
  );
}

function Head({
  record,
  isRestricted,
  openedOn,
  words,
}: {
  record: CaseRecord;
  isRestricted: boolean;
  openedOn: string;
  words: BriefWords;
}) {
  const { client, plan, line } = record;
  return (
    <header className="brief-head">
      <div>
        <h2>
          {client.name}
          {client.pronouns ? <span className="pronouns"> {client.pronouns}</span> : null}
        </h2>
        <p>
          {plan && line ? `${plan.name} ${line.name}` : words.noPlan}
          {line && (line.regulator === 'DMHC' || line.regulator === 'CDI') ? (
            <span className="quiet"> {line.regulator}</span>
          ) : null}
        </p>
      </div>
      <div className="brief-id">
        <p className="tab">
          <b>{record.number}</b>
        </p>
        <p>{record.ownerName ? words.owner(record.ownerName) : words.noOwner}</p>
        <p className="quiet small">{openedOn}</p>
      </div>
      {record.urgent || isRestricted ? (
        <ul className="case-flags">
          {record.urgent ? (
            <li>
              <Mark kind="urgent">{words.urgent}</Mark>
            </li>
          ) : null}
          {isRestricted ? (
            <li>
              <Mark kind="risk">{words.restricted}</Mark>
            </li>
          ) : null}
        </ul>
      ) : null}
    </header>
  );
}

function Part({ title, none, children }: { title: string; none?: string | false; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {none ? <p className="quiet">{none}</p> : children}
    </section>
  );
}

const More = ({ count, words }: { count: number; words: BriefWords }) =>
  count > 0 ? <p className="quiet small">{words.more(count)}</p> : null;

function Clocks({
  caseId,
  clocks,
  columns,
}: {
  caseId: string;
  clocks: readonly BriefClock[];
  columns: BriefWords['columns'];
}) {
  return (
    <table className="brief-clocks">
      <thead>
        <tr>
          <th scope="col">{columns.due}</th>
          <th scope="col">{columns.what}</th>
          <th scope="col">{columns.why}</th>
        </tr>
      </thead>
      <tbody>
        {clocks.map(({ rule, on, date, left, title, owedBy, owner, why, law }) => (
          <tr key={rule}>
            <td>
              <a className="dlink" href={proofHref(caseId, rule)}>
                <time dateTime={on}>{date}</time>
              </a>
              <span className="tl-line quiet small">{left}</span>
            </td>
            <td>
              {title}
              <span className="tl-line quiet small">
                <Glyph side={SIDE_OF[owedBy]} /> {owner}
              </span>
            </td>
            <td>
              {why}
              {law ? <span className="tl-line quiet small">{law}</span> : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function People({ record, words }: { record: CaseRecord; words: BriefWords['people'] }) {
  const { client, plan, memberNumber } = record;
  const reference = record.grievances.at(-1)?.planReference ?? '';
  const lines = [
    {
      name: client.name,
      said: [
        words.client,
        client.phone,
        client.email,
        client.address,
        memberNumber && words.memberNumber(memberNumber),
      ],
    },
    {
      name: client.representativeName,
      said: [
        client.representativeRelationship || words.representative,
        client.representativeAuthority,
        client.representativePhone,
        client.representativeEmail,
      ],
    },
    {
      name: plan?.name ?? '',
      said: [
        words.plan,
        plan?.phone ?? '',
        plan?.grievanceFax ? words.fax(plan.grievanceFax) : '',
        reference && words.reference(reference),
      ],
    },
  ].filter(({ name }) => name !== '');
  return (
    <dl className="brief-people">
      {lines.map(({ name, said }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said.filter((each) => each !== '').join(', ')}</dd>
        </div>
      ))}
    </dl>
  );
}
