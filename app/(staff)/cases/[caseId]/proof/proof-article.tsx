import { Scale } from 'lucide-react';
import { LinkButton } from '@/components/button.tsx';
import { CopyButton } from '@/components/copy-button.tsx';
import { OwnerWord } from '@/components/glyph.tsx';
import { Mark } from '@/components/mark.tsx';
import { PrintButton } from '@/components/print-button.tsx';
import {
  formatDaysLeft,
  formatLongDate,
  formatMediumDate,
  formatMoment,
} from '@/lib/calendar/format-date.ts';
import { type AssessedCase, deadlineOf, isLive } from '@/lib/cases/assessed-case.ts';
import { mayRecord, recordHref } from '@/lib/cases/available-records.ts';
import { recordAnchor, recordBehind } from '@/lib/cases/date-sources.ts';
import { proofParagraph } from '@/lib/cases/proof-paragraph.ts';
import type { ProofPage } from '@/lib/cases/queries.ts';
import type { Role } from '@/lib/db/vocabulary.ts';
import type { AdjustedDeadline } from '@/lib/deadlines/adjusted.ts';
import { SIDE_OF } from '@/lib/deadlines/clock-words.ts';
import type { Proof } from '@/lib/deadlines/proof.ts';
import { capitalized } from '@/lib/deadlines/wording.ts';
import { HOW_KNOWN_LABELS, OWED_BY_LABELS } from '@/lib/labels.ts';
import { LawLine } from '../../../rules/law-line.tsx';
import { documentHref } from '../documents/document-href.ts';
import { PagePicture } from '../documents/page-picture.tsx';
import { PaperLink } from '../paper-link.tsx';
import { Arithmetic } from './arithmetic.tsx';
import { Disagreements } from './disagreements.tsx';
import { OtherReadings } from './other-readings.tsx';
import { RuleTexts } from './rule-texts.tsx';
import { WorkedTo } from './worked-to.tsx';

type Props = {
  page: ProofPage;
  reader: { readonly role: Role };
  /** The id of the heading, by which a panel is named. */
  headingId: string;
};

/** Everything by which one date defends itself: the same in a panel, on a page and on paper. */
export function ProofArticle({ page, reader, headingId }: Props) {
  const { assessed, proof, recorders, source } = page;
  const { record, today } = assessed;
  const worked = deadlineOf(assessed, proof.deadline.rule) ?? proof.deadline;
  const mayAdjust = !record.closedAt && mayRecord(reader, 'date');
  const change =
    source && !record.closedAt && mayRecord(reader, source.noun)
      ? recordHref(record.id, source.noun, source.query)
      : null;
  const paragraph = proofParagraph(proof, record.adjustments);
  return (
    <article className="proof">
      <Head assessed={assessed} proof={proof} worked={worked} headingId={headingId} />
      <WorkedTo assessed={assessed} proof={proof} recorders={recorders} mayAdjust={mayAdjust} />
      <StartedBy page={page} />
      <Arithmetic proof={proof} today={today} isBeside={worked.dueOn !== proof.deadline.dueOn} />
      <OtherReadings assessed={assessed} proof={proof} />
      <section className="pf" aria-labelledby="pf-law">
        <h2 id="pf-law">The rule</h2>
        <RuleTexts assessed={assessed} proof={proof} />
        <ul className="laws">
          {proof.citations.map((citation) => (
            <LawLine key={citation.law} citation={citation} />
          ))}
        </ul>
        {proof.openQuestion ? (
          <p className="pf-aside">
            <Scale className="i" size={16} aria-hidden="true" />
            <span>
              <strong>Open question.</strong> {proof.openQuestion}
            </span>
          </p>
        ) : null}
      </section>
      <Disagreements found={proof.disagreements} />
      <section className="pf" aria-labelledby="pf-paragraph">
        <h2 id="pf-paragraph">As a paragraph</h2>
        <blockquote>{paragraph}</blockquote>
      </section>
      <footer className="proof-foot">
        <CopyButton primary text={paragraph} label="Copy as paragraph" />
        <PrintButton label="Print" />
        <span className="pf-verbs">
          {mayAdjust && isLive(worked) && worked.kind !== 'information' ? (
            <LinkButton bare href={recordHref(record.id, 'date', { rule: worked.rule })}>
              Set another date
            </LinkButton>
          ) : null}
          {change ? <LinkButton href={change}>Change what started it</LinkButton> : null}
        </span>
      </footer>
      <p className="legal pf-legal">
        Rule{' '}
        <a className="link" href={`/rules/${proof.deadline.rule}`}>
          {proof.deadline.rule}
        </a>
        . Counted on {formatMediumDate(today)}. General information, not legal advice.
      </p>
    </article>
  );
}

function Head({
  assessed: { record, today },
  proof: { title, actedOn, doubts, deadline },
  worked,
  headingId,
}: {
  assessed: AssessedCase;
  proof: Proof;
  worked: AdjustedDeadline;
  headingId: string;
}) {
  const past = worked.owedBy === 'client' ? 'over' : 'late';
  const isClosed = record.closedAt !== null && isLive(worked);
  const standing = {
    open: formatDaysLeft(worked.dueOn, today, past),
    overdue: formatDaysLeft(worked.dueOn, today, past),
    met: actedOn ? `met on ${formatMediumDate(actedOn)}` : 'met',
    late: actedOn ? `done late, on ${formatMediumDate(actedOn)}` : 'done late',
    moot: 'no longer matters',
  };
  return (
    <header className="proof-head">
      <p className="quiet">
        Why this date{' '}
        <a className="link proof-case" href={`/cases/${record.id}`}>
          {record.client.name}, {record.number}
        </a>
      </p>
      <h1 id={headingId}>
        <time dateTime={worked.dueOn}>{formatLongDate(worked.dueOn)}</time>
      </h1>
      <p className="proof-sub">
        <span>{title}</span>
        <span className="nowrap">{isClosed ? 'case closed' : standing[worked.status]}</span>
        <OwnerWord side={SIDE_OF[worked.owedBy]} word={OWED_BY_LABELS[worked.owedBy]} />
      </p>
      {worked.dueOn === deadline.dueOn ? null : (
        <p className="quiet">The rule itself says {formatLongDate(deadline.dueOn)}.</p>
      )}
      {doubts.length > 0 ? (
        <ul className="pf-doubts">
          {doubts.map((doubt) => (
            <li key={doubt}>
              <Mark kind="risk">
                <strong>Unverified</strong>
              </Mark>
              <span>{doubt}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </header>
  );
}

function StartedBy({ page: { assessed, proof, source } }: { page: ProofPage }) {
  const { record } = assessed;
  const { trigger } = proof.deadline.explanation;
  const behind = source && recordBehind(record, source.noun);
  return (
    <section className="pf" aria-labelledby="pf-started">
      <h2 id="pf-started">What started it</h2>
      <p>
        {trigger.text}
        {proof.begunBy.on === trigger.on ? null : (
          <>
            {' '}
            The counting began on <strong>{formatLongDate(proof.begunBy.on)}</strong>.
          </>
        )}
      </p>
      {source && behind ? (
        <>
          <p>
            <a className="link" href={`/cases/${record.id}#${recordAnchor(source.noun, source.query.id)}`}>
              {capitalized(behind.name)}, as recorded
            </a>
            {behind.particulars ? <span className="quiet">: {behind.particulars}</span> : null}
          </p>
          {source.paper ? (
            <p className="pf-paper">
              {source.paper.isWithdrawn ? null : (
                <a
                  href={documentHref(record.id, source.paper.documentId, `?page=${source.paper.pageNumber}`)}
                  tabIndex={-1}
                  aria-hidden="true"
                >
                  <PagePicture
                    of={{
                      caseId: record.id,
                      documentId: source.paper.documentId,
                      version: source.paper.version,
                    }}
                    page={source.paper.pageNumber}
                    width={240}
                    alt=""
                    isLazy
                  />
                </a>
              )}
              <span>
                Shown on <PaperLink caseId={record.id} tie={source.paper} />.
              </span>
            </p>
          ) : null}
          <p className="quiet small">
            {source.known ? HOW_KNOWN_LABELS[source.known] : 'How the day is known is not recorded'}
            {source.written ? `. Entered by ${source.written.who}, ${formatMoment(source.written.at)}.` : '.'}
          </p>
        </>
      ) : null}
    </section>
  );
}
