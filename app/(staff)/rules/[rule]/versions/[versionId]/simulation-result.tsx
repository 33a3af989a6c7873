import type { ReactNode } from 'react';
import { GridTable } from '@/components/grid-table.tsx';
import { Mark } from '@/components/mark.tsx';
import { type ClockMove, endText } from '@/lib/rule-versions/clock-moves.ts';
import type { MovedCase, Simulation } from '@/lib/rule-versions/simulate.ts';

const many = (count: number, one: string, more: string) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : more}`;

/** What a draft would do to the open cases: counted whole, then what to do about it, then listed up to a limit. */
export function SimulationResult({ simulation, children }: { simulation: Simulation; children: ReactNode }) {
  const { openCaseCount, movedCaseCount, overdueCaseCount, listed } = simulation;
  const counts = [
    { term: 'move earlier', count: simulation.earlierCount },
    { term: 'move later', count: simulation.laterCount },
    { term: 'begin', count: simulation.startingCount },
    { term: 'end', count: simulation.endingCount },
    { term: 'stay as set by hand', count: simulation.keptCount },
  ].filter(({ count }, index) => index < 2 || count > 0);
  return (
    <>
      <section aria-labelledby="simulation">
        <header className="sec-h">
          <h2 id="simulation">What it would do today</h2>
        </header>
        <p>
          <strong>Nothing has moved yet.</strong> Of {many(openCaseCount, 'open case', 'open cases')},{' '}
          {many(movedCaseCount, 'has', 'have')} a clock that moves.
        </p>
        <p className="quiet small">
          Cases restricted to people you are not among are not counted here. They follow within minutes of an
          approval.
        </p>
        <dl className="rule-counts">
          {counts.map(({ term, count }) => (
            <div key={term}>
              <dt>
                {count === 1 ? 'deadline' : 'deadlines'} would {term}
              </dt>
              <dd>{count.toLocaleString('en-US')}</dd>
            </div>
          ))}
          <div>
            <dt>{overdueCaseCount === 1 ? 'case' : 'cases'} would become overdue</dt>
            <dd>{overdueCaseCount.toLocaleString('en-US')}</dd>
          </div>
        </dl>
      </section>
      {children}
      {listed.length > 0 ? <Moves listed={listed} total={movedCaseCount} /> : null}
    </>
  );
}

function Moves({ listed, total }: { listed: readonly MovedCase[]; total: number }) {
  return (
    <section aria-labelledby="moves">
      <header className="sec-h">
        <h2 id="moves">
          Cases with a clock that moves <span className="count">{total.toLocaleString('en-US')}</span>
        </h2>
      </header>
      <GridTable
        caption="Clocks that would move"
        rowHead="case"
        roomy
        columns={[
          { key: 'case', head: 'Case' },
          { key: 'owner', head: 'Owner' },
          { key: 'clock', head: 'Clock' },
          { key: 'from', head: 'Now' },
          { key: 'to', head: 'After' },
          { key: 'overdue', head: <span className="vh">What that means</span> },
        ]}
        bands={listed.map((moved) => ({
          key: moved.caseId,
          rows: moved.moves.map((move, index) => ({
            key: move.rule,
            cells: {
              case: (
                <a className={index === 0 ? undefined : 'vh'} href={`/cases/${moved.caseId}`}>
                  {moved.number}
                </a>
              ),
              owner: index === 0 ? ownerOf(moved) : null,
              clock: move.title,
              from: fromText(move),
              to: toText(move),
              overdue: <Meaning move={move} />,
            },
          })),
        }))}
        cards={
          <ul className="cards">
            {listed.map((moved) => (
              <li key={moved.caseId}>
                <a className="cc-n" href={`/cases/${moved.caseId}`}>
                  {moved.number}
                </a>
                <span className="cc-m">{ownerOf(moved)}</span>
                {moved.moves.map((move) => (
                  <span key={move.rule} className="cc-d">
                    {move.title}: {fromText(move)} → {toText(move)} <Meaning move={move} />
                  </span>
                ))}
              </li>
            ))}
          </ul>
        }
      />
      {total > listed.length ? (
        <p className="quiet">
          The first {listed.length} of {total.toLocaleString('en-US')} cases, those that become overdue first.
        </p>
      ) : null}
    </section>
  );
}

const ownerOf = ({ ownerName }: MovedCase) => ownerName ?? 'nobody';
const fromText = ({ from }: ClockMove) => (from ? endText(from) : 'does not run');
const toText = ({ to }: ClockMove) => (to ? endText(to) : 'no longer runs');

function Meaning({ move: { becomesOverdue, direction } }: { move: ClockMove }) {
  if (becomesOverdue) return <Mark kind="late">becomes overdue</Mark>;
  return direction === 'kept' ? <span className="quiet">the date set for the case stays</span> : null;
}
