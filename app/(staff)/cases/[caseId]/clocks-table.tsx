import { Disclosure } from '@/components/disclosure.tsx';
import { OwnerWord } from '@/components/glyph.tsx';
import { Mark } from '@/components/mark.tsx';
import { may } from '@/lib/access/policy.ts';
import { verbForClock } from '@/lib/cases/available-records.ts';
import type { CaseClocks, ClockRow, ReminderCount } from '@/lib/cases/clock-rows.ts';
import type { Role } from '@/lib/db/vocabulary.ts';
import { isManual } from '@/lib/deadlines/clock-title.ts';
import { SIDE_OF } from '@/lib/deadlines/clock-words.ts';
import type { Party } from '@/lib/deadlines/rules.ts';
import { OWED_BY_LABELS } from '@/lib/labels.ts';
import { proofHref } from './proof-href.ts';

type Reader = { readonly role: Role };
type Props = { caseId: string; clocks: CaseClocks; reader: Reader };

/** Every clock of the case: what, whose, started by what, due when, and what became of it. */
export function ClocksTable({ caseId, clocks, reader }: Props) {
  const { live, waiting, settled, ended } = clocks;
  const isEmpty = live.length + waiting.length + settled.length === 0;
  return (
    <section aria-labelledby="clocks">
      <h2 id="clocks">Clocks</h2>
      {isEmpty ? <p className="nothing">No clock runs on this case.</p> : null}
      {isEmpty ? null : (
        <table className="clocks sheet">
          <caption className="vh">Clocks of this case</caption>
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Whose</th>
              <th scope="col">Started by</th>
              <th scope="col">Due</th>
              <th scope="col">Left</th>
              <th scope="col">Reminders</th>
            </tr>
          </thead>
          <tbody>
            {live.map((row, index) => (
              <LiveRow key={row.rule} caseId={caseId} row={row} isNext={index === 0} reader={reader} />
            ))}
            {waiting.map((clock) => (
              <tr key={clock.title}>
                <th scope="row">{clock.title}</th>
                <td>
                  <Owner owedBy={clock.owedBy} />
                </td>
                <td className="quiet" colSpan={4}>
                  {clock.text}
                </td>
              </tr>
            ))}
            {settled.map((row) => (
              <tr key={row.rule}>
                <th scope="row">{row.title}</th>
                <td>
                  <Owner owedBy={row.owedBy} />
                </td>
                <td>{unbroken(row.startedBy)}</td>
                <td>
                  <DueLink caseId={caseId} row={row} />
                </td>
                <td colSpan={2}>
                  <Result row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ended.length > 0 ? <EndedClocks caseId={caseId} rows={ended} /> : null}
    </section>
  );
}

function LiveRow({
  caseId,
  row,
  isNext,
  reader,
}: {
  caseId: string;
  row: ClockRow;
  isNext: boolean;
  reader: Reader;
}) {
  const verb = verbForClock(caseId, row.rule, reader);
  return (
    <tr className="live">
      <th scope="row">{isNext ? <strong>{row.title}</strong> : row.title}</th>
      <td>
        <Owner owedBy={row.owedBy} />
      </td>
      <td>{unbroken(row.startedBy)}</td>
      <td>
        <DueLink caseId={caseId} row={row} />
        {verb ? (
          <>
            <br />
            <a className="link small nowrap" href={verb.href} aria-label={`${verb.label}: ${row.title}`}>
              {verb.label}
            </a>
          </>
        ) : null}
      </td>
      <td className="nowrap">{row.status === 'overdue' ? <Mark kind="late">{row.left}</Mark> : row.left}</td>
      <td className="rem-cell">
        <ReminderDots count={row.reminders} />
        <ReminderAnswer caseId={caseId} row={row} reader={reader} />
      </td>
    </tr>
  );
}

/** What somebody answered to the clock's reminders, and the way to answer them. */
function ReminderAnswer({ caseId, row, reader }: { caseId: string; row: ClockRow; reader: Reader }) {
  const mayAnswer = may(reader, 'reminder.answer') && (row.canBeQuieted || row.quiet !== '');
  return (
    <>
      {row.quiet ? <p className="small">{row.quiet}</p> : null}
      {mayAnswer ? (
        <p>
          <a
            className="link small nowrap"
            href={`/cases/${caseId}/deadline/answer?rule=${row.rule}`}
            aria-label={`${row.quiet ? 'Change or withdraw the answer' : 'Put off reminders'}: ${row.title}`}
          >
            {row.quiet ? 'Change or withdraw' : 'Put off'}
          </a>
        </p>
      ) : null}
    </>
  );
}

function EndedClocks({ caseId, rows }: { caseId: string; rows: readonly ClockRow[] }) {
  return (
    <div className="ended">
      <Disclosure
        summary={
          rows.length === 1 ? '1 clock that no longer matters' : `${rows.length} clocks that no longer matter`
        }
      >
        <ul className="clock-list">
          {rows.map((row) => (
            <li key={row.rule}>
              {row.title} <Owner owedBy={row.owedBy} />
              <br />
              <DueLink caseId={caseId} row={row} /> <span className="quiet">{row.startedBy}</span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

/** A day stays on the line of its month. */
const unbroken = (text: string) => text.replace(/ (?=\d)/, '\u00a0');

function Owner({ owedBy }: { owedBy: Party }) {
  return <OwnerWord side={SIDE_OF[owedBy]} word={OWED_BY_LABELS[owedBy]} />;
}

function DueLink({ caseId, row }: { caseId: string; row: ClockRow }) {
  const due = <time dateTime={row.dueOn}>{row.due}</time>;
  if (isManual(row.rule)) return due;
  return (
    <>
      <a
        className="dlink"
        href={proofHref(caseId, row.rule)}
        aria-label={`${row.due}: why this date, ${row.title}`}
      >
        {due}
      </a>
      {row.beside.map((text) => (
        <span key={text} className="quiet small">
          <br />
          {text}
        </span>
      ))}
    </>
  );
}

function Result({ row }: { row: ClockRow }) {
  return <Mark kind={row.status === 'late' ? 'late' : 'met'}>{row.result}</Mark>;
}

function ReminderDots({ count: { sent, ahead, failed, isClientUnreached } }: { count: ReminderCount }) {
  if (sent + ahead + failed === 0 && !isClientUnreached) return <span className="faint">none</span>;
  const label = [
    `${sent} of ${sent + ahead} reminders sent`,
    ...(failed > 0 ? [`${failed} could not be sent`] : []),
  ].join(', ');
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- dots made of spans are read as one picture */}
      <span className="rem" role="img" aria-label={label}>
        {Array.from({ length: sent }, (_, index) => (
          <i key={`sent-${String(index)}`} className="on" />
        ))}
        {Array.from({ length: ahead }, (_, index) => (
          <i key={`ahead-${String(index)}`} />
        ))}
      </span>
      {failed > 0 ? <Mark kind="late">{failed} not sent</Mark> : null}
      {isClientUnreached ? <Mark kind="late">client not reached</Mark> : null}
    </>
  );
}
