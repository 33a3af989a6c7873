import { Scale } from 'lucide-react';
import { Mark } from '@/components/mark.tsx';
import { CountColumn, MonthGrid, StepArrow } from '@/components/month-grid.tsx';
import { formatMediumDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { type CountDrawing, drawingsOf } from '@/lib/deadlines/count-drawings.ts';
import { englishCountWords } from '@/lib/deadlines/count-words.ts';
import type { HolidayNotes } from '@/lib/deadlines/holiday-notes.ts';
import type { Proof } from '@/lib/deadlines/proof.ts';
import { LawNames } from './law-names.tsx';

export function Arithmetic({
  proof,
  today,
  isBeside,
}: {
  proof: Proof;
  today: LocalDate;
  isBeside: boolean;
}) {
  const { deadline, stages, steps, monthEnd, holidays } = proof;
  const drawings = drawingsOf(
    { stages, dueOn: deadline.dueOn },
    deadline.owedBy === 'client' ? 'ours' : 'theirs',
    today,
    englishCountWords,
  );
  return (
    <section className="pf" aria-labelledby="pf-arithmetic">
      <h2 id="pf-arithmetic">{isBeside ? 'The arithmetic of the rule’s own date' : 'The arithmetic'}</h2>
      {rowsOf(drawings).map((row) => (
        <div key={row[0]?.key} className="pf-math">
          {row.map((drawing, index) => (
            <div key={drawing.key} className="pf-fig">
              {index > 0 ? <StepArrow /> : null}
              {drawing.kind === 'month' ? (
                <MonthGrid
                  month={drawing.month}
                  title={drawing.title}
                  label={drawing.label}
                  looks={new Map(drawing.looks)}
                  closures={new Set(drawing.closures)}
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
      ))}
      <ol className="pf-steps">
        {steps.map(({ text, result, laws }) => (
          <li key={text}>
            <p>
              <Emphasized text={text} part={result && formatMediumDate(result)} /> <LawNames laws={laws} />
            </p>
          </li>
        ))}
      </ol>
      {monthEnd ? (
        <p className="pf-aside">
          <Scale className="i" size={16} aria-hidden="true" />
          <span>{monthEnd}</span>
        </p>
      ) : null}
      {holidays ? <Holidays notes={holidays} /> : null}
    </section>
  );
}

/** A sentence with the date it comes to set off. */
function Emphasized({ text, part }: { text: string; part: string | null }) {
  const at = part ? text.lastIndexOf(part) : -1;
  if (!part || at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <strong>{part}</strong>
      {text.slice(at + part.length)}
    </>
  );
}

const FIT_IN_A_ROW = 3;

/** Where they do not fit beside each other, each stretch of counting has its own row. */
function rowsOf(drawings: readonly CountDrawing[]): CountDrawing[][] {
  if (drawings.length <= FIT_IN_A_ROW) return [[...drawings]];
  return Object.values(Object.groupBy(drawings, ({ stage }) => String(stage))).map((row) => row ?? []);
}

function Holidays({ notes }: { notes: HolidayNotes }) {
  const { counting, moved, unmoved, lists, reviewedYears, unreviewedYears } = notes;
  return (
    <div className="pf-days">
      <h3>Holidays</h3>
      <p>{counting}</p>
      {moved.length + unmoved.length > 0 ? (
        <ul>
          {[...moved, ...unmoved].map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      ) : null}
      {reviewedYears.length > 0 ? (
        <p className="quiet small">
          Years compared with the law, day by day: {yearsText(reviewedYears)}.{' '}
          {lists.map(({ law, url }, index) => (
            <span key={law}>
              {index > 0 ? '; ' : null}
              <a className="link" href={url} rel="noreferrer">
                {law}
              </a>
            </span>
          ))}
          .
        </p>
      ) : null}
      {unreviewedYears.length > 0 ? (
        <p className="pf-doubts">
          <Mark kind="risk">
            <strong>Not reviewed</strong>
          </Mark>
          <span>
            This date rests on {yearsText(unreviewedYears)}, whose days off are computed and which nobody has
            compared with the law yet.
          </span>
        </p>
      ) : null}
    </div>
  );
}

/** "2025 to 2028", "2029", "2024 and 2029". */
function yearsText(years: readonly number[]): string {
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return '';
  const isUnbroken = last - first === years.length - 1;
  if (years.length > 2 && isUnbroken) return `${first} to ${last}`;
  return years.join(' and ');
}
