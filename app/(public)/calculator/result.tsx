import { CalendarPlus, ChevronDown } from 'lucide-react';
import { Fragment } from 'react';
import { Button, LinkButton } from '@/components/button.tsx';
import { OwnerWord } from '@/components/glyph.tsx';
import { Mark } from '@/components/mark.tsx';
import { CountColumn, MonthGrid, StepArrow } from '@/components/month-grid.tsx';
import { PrintButton } from '@/components/print-button.tsx';
import { TimeRail } from '@/components/rail/time-rail.tsx';
import type { PageText } from '@/lib/calculator/page-text.ts';
import type { FormAnswers } from '@/lib/calculator/read-answers.ts';
import type {
  CalculatorResult,
  DateRow,
  DisagreementView,
  LawView,
  ToldView,
} from '@/lib/calculator/result.ts';
import type { CountDrawing } from '@/lib/deadlines/count-drawings.ts';
import { Legal } from './legal.tsx';

const RAIL_WIDTHS = [848, 668, 358] as const;

/** What the answers come to: the one thing to do, the drawing, every date with its proof. */
export function Result({
  result,
  values,
  text,
}: {
  result: CalculatorResult;
  values: FormAnswers;
  text: PageText;
}) {
  const { page } = text;
  const { rail, file, steps, rows, disagreements, urgent } = result;
  return (
    <>
      <h1 id="result" tabIndex={-1}>
        {result.title}
      </h1>
      <p className="lead quiet">{result.lead}</p>
      {urgent ? (
        <p className="calc-urgent">
          <Mark kind="late">
            <strong>{page.dangerNow}</strong>
          </Mark>{' '}
          {urgent.name}:{' '}
          <a className="link nowrap" href={urgent.phone.href}>
            {urgent.phone.text}
          </a>
        </p>
      ) : null}
      {rail ? (
        <div className="calc-rail">
          <TimeRail model={rail} widths={RAIL_WIDTHS} withKey={false} />
        </div>
      ) : null}
      <div className="btns calc-do">
        {file ? (
          <LinkButton primary tall href={file.href} rel="noreferrer">
            {file.label}
          </LinkButton>
        ) : null}
        <span className="needs-script">
          <PrintButton label={page.print} />
        </span>
        {result.hasCalendar ? (
          <form method="post" action="/calculator/dates.ics">
            <input type="hidden" name="lang" value={text.language} />
            <Carried values={values} />
            <Button tall type="submit">
              <CalendarPlus className="i" size={16} aria-hidden="true" />
              {page.addToCalendar}
            </Button>
          </form>
        ) : null}
      </div>
      <h2>{page.whatNext}</h2>
      {steps.length > 0 ? (
        <ol className="calc-steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      ) : (
        <p>{page.nothingNext}</p>
      )}
      <h2>{page.everyDate}</h2>
      {rows.length > 0 ? (
        <>
          <p className="quiet calc-hint">{page.everyDateLead}</p>
          <div className="c-list">
            {rows.map((row, index) => (
              <DateAndProof key={`${row.rule}-${row.on}`} row={row} isOpen={index === 0} text={text} />
            ))}
          </div>
        </>
      ) : (
        <p className="calc-none">{page.noDates}</p>
      )}
      {disagreements.length > 0 ? <Otherwise disagreements={disagreements} text={text} /> : null}
      <Legal computedOn={result.computedOn} text={text} />
    </>
  );
}

function DateAndProof({ row, isOpen, text }: { row: DateRow; isOpen: boolean; text: PageText }) {
  const { page } = text;
  return (
    <details className="c-row" open={isOpen} id={row.rule}>
      <summary>
        <span className="c-date">
          <time dateTime={row.on}>{row.date}</time>
        </span>
        <span className="c-left">{row.mark ? <Mark kind={row.mark}>{row.left}</Mark> : row.left}</span>
        <OwnerWord side={row.side} word={row.owner} />
        <span className="c-what">{row.title}</span>
        <ChevronDown className="i" size={16} aria-hidden="true" />
      </summary>
      <div className="c-proof">
        <ol className="pf-steps">
          {row.steps.map(({ lead, rest, laws }) => (
            <li key={`${lead}-${rest}`}>
              <p>
                <strong>{lead}</strong> {rest} {laws.length > 0 ? <cite>{laws.join('; ')}</cite> : null}
              </p>
            </li>
          ))}
        </ol>
        <Drawings drawings={row.drawings} letters={text.weekdayLetters} />
        {row.readings.map(({ on, lead, rest, laws }) => (
          <p className="c-other" key={`${on}-${rest}`}>
            <svg width="22" height="10" aria-hidden="true">
              <rect className="alt" x=".5" y=".5" width="21" height="9" />
            </svg>
            <span>
              <strong>{lead}</strong> {rest} {page.doNotRely} <cite>{laws.join('; ')}</cite>
            </span>
          </p>
        ))}
        {row.isLaterReading ? <p>{page.laterReading}</p> : null}
        {row.mayBeLate ? <p>{page.ifLate}</p> : null}
        <Laws laws={row.laws} text={text} />
      </div>
    </details>
  );
}

function Drawings({ drawings, letters }: { drawings: readonly CountDrawing[]; letters: readonly string[] }) {
  return (
    <div className="pf-math">
      {drawings.map((drawing, index) => (
        <div className="pf-fig" key={`${drawing.key}-${String(index)}`}>
          {index > 0 ? <StepArrow /> : null}
          {drawing.kind === 'month' ? (
            <MonthGrid
              month={drawing.month}
              title={drawing.title}
              label={drawing.label}
              looks={new Map(drawing.looks)}
              closures={new Set(drawing.closures)}
              side={drawing.side}
              weekdays={letters}
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
  );
}

function Laws({ laws, text: { page } }: { laws: readonly LawView[]; text: PageText }) {
  return (
    <div className="c-laws">
      <h3>{page.lawSays}</h3>
      <ul>
        {laws.map(({ law, url, paraphrase, certainty, checkedOn }) => (
          <li key={`${law}-${paraphrase}`}>
            <a className="link" href={url} rel="noreferrer">
              {law}
            </a>{' '}
            {paraphrase}{' '}
            <span className="quiet small">
              ({certainty}; {page.checked}: {checkedOn})
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Otherwise({
  disagreements,
  text: { page },
}: {
  disagreements: readonly DisagreementView[];
  text: PageText;
}) {
  return (
    <section className="c-otherwise">
      <h2>{page.otherwise}</h2>
      <p className="quiet calc-hint">{page.otherwiseLead}</p>
      {disagreements.map(({ popular, source, legal, used, laws }) => (
        <dl key={popular}>
          <dt>
            {page.saysPopular} <span className="quiet">({source})</span>
          </dt>
          <dd>{popular}</dd>
          <dt>{page.saysLaw}</dt>
          <dd>
            {legal} {laws.length > 0 ? <cite>{laws.join('; ')}</cite> : null}
          </dd>
          <dt>{page.weUse}</dt>
          <dd>{used}</dd>
        </dl>
      ))}
    </section>
  );
}

function Carried({ values }: { values: FormAnswers }) {
  return Object.entries(values).map(([name, value]) => (
    <Fragment key={name}>
      {[value].flat().map((each) => (
        <input key={each} type="hidden" name={name} value={each} />
      ))}
    </Fragment>
  ));
}

/** How every answer was understood, each with the way back to its question. */
export function Told({ told, text: { page } }: { told: readonly ToldView[]; text: PageText }) {
  return (
    <section>
      <h2>{page.toldUs}</h2>
      <dl className="told">
        {told.map(({ field, term, value }) => (
          <div key={field}>
            <dt>{term}</dt>
            <dd>{value}</dd>
            <dd className="told-do">
              <a className="link" href={`#${field}`}>
                {page.change}
                <span className="vh"> {term}</span>
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
