import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LinkButton } from '@/components/button.tsx';
import { CopyButton } from '@/components/copy-button.tsx';
import { Due } from '@/components/due.tsx';
import { OwnerWord } from '@/components/glyph.tsx';
import { CountColumn, MonthGrid, StepArrow } from '@/components/month-grid.tsx';
import { Crumbs } from '@/components/page-head.tsx';
import { PrintButton } from '@/components/print-button.tsx';
import { requireActor } from '@/lib/access/session.ts';
import {
  formatDaysLeft,
  formatLongDate,
  formatMediumDate,
  formatMoment,
  formatShortDate,
} from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { type AssessedCase, deadlineOf, isImrLimit, isLive } from '@/lib/cases/assessed-case.ts';
import { mayRecord, recordHref } from '@/lib/cases/available-records.ts';
import { type ClockRow, caseClocks } from '@/lib/cases/clock-rows.ts';
import { sourceOf } from '@/lib/cases/date-sources.ts';
import { adjustmentText } from '@/lib/date-adjustments/queries.ts';
import { readingText, SIDE_OF } from '@/lib/deadlines/clock-words.ts';
import type { Proof } from '@/lib/deadlines/proof.ts';
import type { Citation } from '@/lib/deadlines/rules.ts';
import { capitalized } from '@/lib/deadlines/wording.ts';
import { CERTAINTY_LABELS, HOW_KNOWN_LABELS, OWED_BY_LABELS } from '@/lib/labels.ts';
import { ruleTextInWords } from '@/lib/rule-versions/text-words.ts';
import { textsBehind } from '@/lib/rule-versions/texts-behind.ts';
import { loadProofPage } from '../../load-case-page.ts';
import { proofHref } from '../../proof-href.ts';
import { ReadingSwatch } from '../../reading-swatch.tsx';
import { drawingsOf } from './proof-drawings.ts';

export async function generateMetadata({
  params,
}: PageProps<'/cases/[caseId]/proof/[rule]'>): Promise<Metadata> {
  const { caseId, rule } = await params;
  const page = await loadProofPage(caseId, rule);
  return { title: page ? `Why this date, ${page.assessed.record.number}` : 'Date not found' };
}

export default async function ProofPage({ params }: PageProps<'/cases/[caseId]/proof/[rule]'>) {
  const actor = await requireActor('case.read');
  const { caseId, rule } = await params;
  const page = await loadProofPage(caseId, rule);
  if (!page) notFound();
  const { assessed, proof, recorders } = page;
  const { record, today } = assessed;
  const source = sourceOf(record, proof.begunBy.event);
  const change =
    source && !record.closedAt && mayRecord(actor, source.noun)
      ? recordHref(record.id, source.noun, source.query)
      : null;
  const mayAdjust = !record.closedAt && mayRecord(actor, 'date');
  const worked = deadlineOf(assessed, proof.deadline.rule);
  return (
    <main id="main" className="wrap proof-page">
      <Crumbs
        trail={[
          { href: '/cases', label: 'Cases' },
          { href: `/cases/${record.id}`, label: record.client.name },
        ]}
      >
        <span className="tab">{record.number}</span>
      </Crumbs>
      <div className="proof-cols">
        <article className="proof paper">
          <Head proof={proof} today={today} />
          <WorkedTo assessed={assessed} proof={proof} recorders={recorders} mayAdjust={mayAdjust} />
          <section className="pf" aria-labelledby="started">
            <h2 id="started">What started it</h2>
            <p>
              {proof.deadline.explanation.trigger.text}
              {proof.begunBy.on === proof.deadline.explanation.trigger.on ? null : (
                <>
                  {' '}
                  The counting began on <strong>{formatLongDate(proof.begunBy.on)}</strong>.
                </>
              )}
            </p>
            <p className="quiet">
              How the date is known:{' '}
              {source?.known ? HOW_KNOWN_LABELS[source.known].toLowerCase() : 'not recorded'}.
            </p>
          </section>
          <Arithmetic proof={proof} today={today} />
          <OtherReadings assessed={assessed} proof={proof} />
          <section className="pf" aria-labelledby="law">
            <h2 id="law">The rule</h2>
            <ul className="laws">
              {textsBehind(assessed, proof).map((text) => (
                <li key={text.id}>
                  <p>
                    Changed by this office:{' '}
                    <a className="link" href={`/rules/${text.rule}/versions/${text.id}`}>
                      {ruleTextInWords(text)}
                    </a>
                    .
                  </p>
                  <p className="quiet small">{text.source}</p>
                </li>
              ))}
              {proof.citations.map((citation) => (
                <Law key={citation.law} citation={citation} />
              ))}
            </ul>
          </section>
          <section className="pf" aria-labelledby="paragraph">
            <h2 id="paragraph">As a paragraph</h2>
            <blockquote>{proof.paragraph}</blockquote>
          </section>
          <footer className="proof-foot">
            <CopyButton primary text={proof.paragraph} label="Copy as paragraph" />
            <PrintButton label="Print proof" />
            <span className="grow" />
            {mayAdjust && worked && isLive(worked) && worked.kind !== 'information' ? (
              <LinkButton href={recordHref(record.id, 'date', { rule: worked.rule })}>
                Set another date
              </LinkButton>
            ) : null}
            {change ? <LinkButton href={change}>Change what started it</LinkButton> : null}
          </footer>
          <p className="legal pf-legal">
            Rule{' '}
            <a className="link" href={`/rules/${proof.deadline.rule}`}>
              {proof.deadline.rule}
            </a>
            . General information, not legal advice.
          </p>
        </article>
        <OtherDates assessed={assessed} current={proof.deadline.rule} />
      </div>
    </main>
  );
}

function Head({ proof, today }: { proof: Proof; today: LocalDate }) {
  const { deadline, title, actedOn } = proof;
  const past = deadline.owedBy === 'client' ? 'over' : 'late';
  const standing = {
    open: formatDaysLeft(deadline.dueOn, today, past),
    overdue: formatDaysLeft(deadline.dueOn, today, past),
    met: actedOn ? `met on ${formatMediumDate(actedOn)}` : 'met',
    late: actedOn ? `done late, on ${formatMediumDate(actedOn)}` : 'done late',
    moot: 'no longer matters',
  };
  return (
    <header className="proof-head">
      <div>
        <p className="quiet">Why this date</p>
        <h1>
          <time dateTime={deadline.dueOn}>{formatLongDate(deadline.dueOn)}</time>
        </h1>
        <p className="proof-sub">
          <span>{title}</span>
          <span className="nowrap">{standing[deadline.status]}</span>
          <OwnerWord side={SIDE_OF[deadline.owedBy]} word={OWED_BY_LABELS[deadline.owedBy]} />
        </p>
      </div>
    </header>
  );
}

/** A date that was granted or set by hand is its own value with its own reason; the rule's stays what it is. */
function WorkedTo({
  assessed,
  proof,
  recorders,
  mayAdjust,
}: {
  assessed: AssessedCase;
  proof: Proof;
  recorders: ReadonlyMap<string, string>;
  mayAdjust: boolean;
}) {
  const { record, today } = assessed;
  const worked = deadlineOf(assessed, proof.deadline.rule);
  const standing = record.adjustments.filter(
    ({ rule, withdrawnAt }) => rule === proof.deadline.rule && withdrawnAt === null,
  );
  if (!worked || standing.length === 0) return null;
  return (
    <section className="pf" aria-labelledby="worked">
      <h2 id="worked">The date we work to</h2>
      <p>
        <strong>
          <time dateTime={worked.dueOn}>{formatLongDate(worked.dueOn)}</time>
        </strong>
        {isLive(worked)
          ? `, ${formatDaysLeft(worked.dueOn, today, worked.owedBy === 'client' ? 'over' : 'late')}`
          : ''}
        . The rule says {formatMediumDate(proof.deadline.dueOn)}.
      </p>
      <ul className="laws">
        {standing.map((adjustment) => (
          <li key={adjustment.id}>
            <p>
              {adjustmentText(adjustment, recorders)}: “{adjustment.reason}”
            </p>
            <p className="quiet small">
              Recorded {formatMoment(adjustment.recordedAt)}
              {adjustment.source ? `, ${adjustment.source}` : ''}. Before it:{' '}
              {formatMediumDate(adjustment.formerDueOn)}.{' '}
              {mayAdjust ? (
                <a className="link" href={recordHref(record.id, 'date', { withdraw: adjustment.id })}>
                  Withdraw
                </a>
              ) : null}
            </p>
          </li>
        ))}
      </ul>
      <p className="quiet small">
        A granted date takes the place of the rule’s; of a date set by hand and that one, the earlier is
        worked to.
      </p>
    </section>
  );
}

function Arithmetic({ proof, today }: { proof: Proof; today: LocalDate }) {
  const drawings = drawingsOf(proof, today);
  return (
    <section className="pf" aria-labelledby="arithmetic">
      <h2 id="arithmetic">The arithmetic</h2>
      <div className="pf-math">
        {drawings.map((drawing, index) => (
          <div key={`${drawing.key}-${String(index)}`} className="pf-fig">
            {index > 0 ? <StepArrow /> : null}
            {drawing.kind === 'month' ? (
              <MonthGrid
                month={drawing.month}
                label={drawing.label}
                looks={drawing.looks}
                closures={drawing.closures}
                side={drawing.side}
              />
            ) : (
              <CountColumn
                title={drawing.title}
                label={drawing.label}
                rows={drawing.rows}
                side={drawing.side}
              />
            )}
          </div>
        ))}
      </div>
      <ol className="pf-steps">
        {proof.steps.map(({ text, laws }) => (
          <li key={text}>
            <p>
              {text} {laws.length > 0 ? <cite>{laws.join('; ')}</cite> : null}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function OtherReadings({ assessed, proof }: { assessed: AssessedCase; proof: Proof }) {
  const { otherReadings, fileBy, fileByRule } = assessed.assessment.imr;
  const { deadline } = proof;
  if (!isImrLimit(deadline.rule) || (otherReadings.length === 0 && fileByRule === deadline.rule)) return null;
  const isSafe = deadline.rule === fileByRule;
  return (
    <section className="pf" aria-labelledby="readings">
      <h2 id="readings">Other readings</h2>
      {isSafe ? null : (
        <p>
          This is a later reading of the law, and we do not rely on it.{' '}
          {fileBy && fileByRule ? (
            <>
              The safe date is{' '}
              <a className="dlink" href={proofHref(assessed.record.id, fileByRule)}>
                <time dateTime={fileBy}>{formatMediumDate(fileBy)}</time>
              </a>
              .
            </>
          ) : null}
        </p>
      )}
      {otherReadings.length > 0 ? (
        <dl className="pf-alt">
          {otherReadings.map(({ rule, fileBy: until }) => (
            <div key={`${rule}-${until}`} className="contents">
              <dt>
                <ReadingSwatch />
                <time dateTime={until}>{formatShortDate(until, assessed.today)}</time>
              </dt>
              <dd>{capitalized(readingText(rule))}.</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p>
        We use the earliest. After it, file anyway with a reason: the department may accept a late
        application.
      </p>
    </section>
  );
}

function Law({ citation: { law, paraphrase, url, certainty, checkedOn } }: { citation: Citation }) {
  return (
    <li>
      <p>
        <a className="link" href={url} rel="noreferrer">
          {law}
        </a>{' '}
        {paraphrase}
      </p>
      <p className="quiet small">
        {CERTAINTY_LABELS[certainty]}, last checked {formatMediumDate(checkedOn)}.
      </p>
    </li>
  );
}

function OtherDates({ assessed, current }: { assessed: AssessedCase; current: string }) {
  const { live, settled } = caseClocks(assessed, []);
  const rows = [...live, ...settled].filter(({ rule }) => rule !== current);
  const side = (row: ClockRow) => SIDE_OF[row.owedBy];
  return (
    <aside className="proof-side" aria-label="Other dates of this case">
      {rows.length > 0 ? (
        <>
          <h2>Other dates of this case</h2>
          <ul>
            {rows.map((row) => (
              <li key={row.rule}>
                <p>{row.title}</p>
                <Due
                  on={row.dueOn}
                  date={row.due}
                  days={row.result || row.left}
                  side={side(row)}
                  owner={OWED_BY_LABELS[row.owedBy]}
                  href={proofHref(assessed.record.id, row.rule)}
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <a className="link" href={`/cases/${assessed.record.id}`}>
          Back to the case
        </a>
      </p>
    </aside>
  );
}
