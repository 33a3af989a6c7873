import { ChevronDown } from 'lucide-react';
import { LinkButton } from '@/components/button.tsx';
import { CopyButton } from '@/components/copy-button.tsx';
import { Mark } from '@/components/mark.tsx';
import { Menu } from '@/components/menu.tsx';
import { Crumbs } from '@/components/page-head.tsx';
import type { AssessedCase } from '@/lib/cases/assessed-case.ts';
import { isAtHand, mayRecord, type RecordVerb, recordHref } from '@/lib/cases/available-records.ts';
import { caseFlags } from '@/lib/cases/case-flags.ts';
import { nextClockSentence } from '@/lib/cases/next-clock-sentence.ts';
import type { Role } from '@/lib/db/vocabulary.ts';
import { PROGRAM_LABELS, REGULATOR_LABELS } from '@/lib/labels.ts';
import type { RestrictedCase } from '@/lib/restrictions/queries.ts';
import { proofHref } from './proof-href.ts';
import { SafeContact } from './safe-contact.tsx';

type Props = {
  assessed: AssessedCase;
  reader: { readonly role: Role };
  verbs: readonly RecordVerb[];
  restriction: RestrictedCase | null;
};

/** Who it is, the next clock as a sentence and the verbs: the middle of it stays while the page scrolls. */
export function CaseHeader({ assessed, reader, verbs, restriction }: Props) {
  const { record } = assessed;
  const { client } = record;
  const flags = caseFlags(assessed);
  const mayAssign = !record.closedAt && mayRecord(reader, 'assignment');
  return (
    <header className="case-head">
      <div className="case-top">
        <div className="wrap">
          <Crumbs trail={[{ href: '/cases', label: 'Cases' }, { label: record.number }]}>
            <CopyButton small text={record.number} label={`Copy case number ${record.number}`} />
            <span className="owner">
              Owner <b>{record.ownerName ?? 'nobody yet'}</b>
              {mayAssign ? (
                <>
                  {' '}
                  <a className="link" href={recordHref(record.id, 'assignment')}>
                    Reassign
                  </a>
                </>
              ) : null}
            </span>
          </Crumbs>
        </div>
      </div>
      <div className="case-bar">
        <div className="wrap case-id">
          <div>
            <h1>
              {client.name}
              {client.pronouns ? <span className="pronouns"> {client.pronouns}</span> : null}
            </h1>
            <NextClock assessed={assessed} />
          </div>
          <Verbs verbs={verbs} />
        </div>
      </div>
      <div className="case-under">
        <div className="wrap">
          {flags.length > 0 || restriction ? (
            <ul className="case-flags" aria-label="Needs attention">
              {restriction ? (
                <li>
                  <Mark kind="risk">
                    Restricted:{' '}
                    <a className="link" href="#people">
                      {restriction.named.length} people may know of it
                    </a>
                  </Mark>
                </li>
              ) : null}
              {flags.map(({ kind, text }) => (
                <li key={text}>
                  <Mark kind={kind}>{text}</Mark>
                </li>
              ))}
            </ul>
          ) : null}
          <ul className="case-facts" aria-label="Plan and safe contact">
            <li>
              <Plan assessed={assessed} reader={reader} />
            </li>
            <SafeContact client={client} />
          </ul>
        </div>
      </div>
    </header>
  );
}

function NextClock({ assessed }: { assessed: AssessedCase }) {
  const { lead, due, rest } = nextClockSentence(assessed);
  return (
    <p className="next">
      {lead}
      {due ? (
        <strong>
          {due.rule ? (
            <a href={proofHref(assessed.record.id, due.rule)}>
              <time dateTime={due.on}>{due.text}</time>
            </a>
          ) : (
            <time dateTime={due.on}>{due.text}</time>
          )}
        </strong>
      ) : null}
      {rest}
    </p>
  );
}

/** The next legal step, a call, and everything else that can be recorded behind one button. */
function Verbs({ verbs }: { verbs: readonly RecordVerb[] }) {
  const shown = verbs.filter((verb) => verb.primary || isAtHand(verb));
  const others = verbs.filter((verb) => !shown.includes(verb));
  if (verbs.length === 0) return null;
  return (
    <div className="btns">
      {shown.map(({ href, label, primary }) => (
        <LinkButton
          key={href}
          tall
          primary={primary}
          href={href}
          data-act=""
          data-verb={primary ? '' : undefined}
        >
          {label}
        </LinkButton>
      ))}
      {others.length > 0 ? (
        <Menu
          label="Record something else"
          summary={
            <span className="btn tall">
              Record
              <ChevronDown className="i" size={16} aria-hidden="true" />
            </span>
          }
        >
          {others.map(({ href, label }) => (
            <a key={href} href={href} data-act="">
              {label}
            </a>
          ))}
        </Menu>
      ) : null}
    </div>
  );
}

function Plan({ assessed: { record }, reader }: Pick<Props, 'assessed' | 'reader'>) {
  const { plan, line } = record;
  const mayChange = !record.closedAt && mayRecord(reader, 'coverage');
  if (!plan || !line)
    return (
      <span>
        <b>Plan not known</b>{' '}
        {mayChange ? (
          <a className="link" href={recordHref(record.id, 'coverage')}>
            Set the plan
          </a>
        ) : null}
      </span>
    );
  const program = line.program === 'commercial' ? '' : `${PROGRAM_LABELS[line.program]}, `;
  const regulated = {
    DMHC: `regulated by the ${REGULATOR_LABELS.DMHC}`,
    CDI: `regulated by the ${REGULATOR_LABELS.CDI}`,
    none: 'regulated by no California department',
    unknown: 'its regulator is not known yet',
  };
  return (
    <span>
      {plan.name} {line.name}{' '}
      <span className="quiet">
        {program}
        {regulated[line.regulator]}
      </span>
    </span>
  );
}
