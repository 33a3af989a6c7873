import { formatMediumDate, formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { type AssessedCase, deadlineOf, isImrLimit } from '@/lib/cases/assessed-case.ts';
import { readingText } from '@/lib/deadlines/clock-words.ts';
import type { Proof } from '@/lib/deadlines/proof.ts';
import { ruleOf } from '@/lib/deadlines/rules.ts';
import { capitalized } from '@/lib/deadlines/wording.ts';
import { proofHref } from '../proof-href.ts';
import { ReadingSwatch } from '../reading-swatch.tsx';
import { LawNames } from './law-names.tsx';

type Row = {
  readonly on: LocalDate;
  readonly text: string;
  readonly laws: readonly string[];
  /** Where that date is proved itself. */
  readonly href: string | null;
};

/** The later dates that the law may also mean, and why none of them is relied on. */
export function OtherReadings({ assessed, proof }: { assessed: AssessedCase; proof: Proof }) {
  const { fileBy, fileByRule } = assessed.assessment.imr;
  const { deadline } = proof;
  const isLimit = isImrLimit(deadline.rule);
  const isSafe = !isLimit || fileByRule === null || deadline.rule === fileByRule;
  const rows = rowsOf(assessed, proof);
  if (rows.length === 0 && isSafe) return null;
  return (
    <section className="pf" aria-labelledby="pf-readings">
      <h2 id="pf-readings">Other readings</h2>
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
      {rows.length > 0 ? (
        <dl className="pf-alt">
          {rows.map(({ on, text, laws, href }) => {
            const date = <time dateTime={on}>{formatShortDate(on, assessed.today)}</time>;
            return (
              <div key={`${on}-${text}`} className="contents">
                <dt>
                  <ReadingSwatch />
                  {href ? (
                    <a className="dlink" href={href}>
                      {date}
                    </a>
                  ) : (
                    date
                  )}
                </dt>
                <dd>
                  {text} <LawNames laws={laws} />
                </dd>
              </div>
            );
          })}
        </dl>
      ) : null}
      <p>
        {isLimit
          ? 'We use the earliest. After it, file anyway with a reason: the department may accept a late application.'
          : 'Information only: we count on the date above.'}
      </p>
    </section>
  );
}

function rowsOf(assessed: AssessedCase, { deadline }: Proof): Row[] {
  const { record, assessment } = assessed;
  const own: Row[] = [
    ...(deadline.rolledOn
      ? [
          {
            on: deadline.rolledOn,
            text: 'The next working day, if the day on which an act is due moves off weekends and holidays.',
            laws: ['CCP 12a', 'Gov. Code 19853'],
            href: null,
          },
        ]
      : []),
    ...(deadline.latestOn
      ? [
          {
            on: deadline.latestOn,
            text: 'If the period is extended as far as the law allows.',
            laws: [],
            href: null,
          },
        ]
      : []),
  ];
  if (!isImrLimit(deadline.rule)) return own;
  const others = assessment.imr.otherReadings
    .filter(({ rule, fileBy }) => rule !== deadline.rule || fileBy !== deadline.dueOn)
    .map(({ rule, fileBy }): Row => {
      const proved = rule !== deadline.rule && deadlineOf(assessed, rule)?.dueOn === fileBy;
      return {
        on: fileBy,
        text: `${capitalized(readingText(rule))}.`,
        laws: ruleOf(rule).citations.map(({ law }) => law),
        href: proved ? proofHref(record.id, rule) : null,
      };
    });
  return [...own, ...others].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
