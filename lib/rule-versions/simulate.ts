import type { LocalDate } from '../calendar/local-date.ts';
import type { VersionText } from '../cases/case-record.ts';
import type { Transaction } from '../db/client.ts';
import { eachRow } from '../db/each-row.ts';
import { type ClockMove, clockMoves } from './clock-moves.ts';
import { assessBothWays, countOpenCases, listCasesUnder } from './queries.ts';

const PAGE = 100;
export const MOST_LISTED = 100;

export type MovedCase = {
  readonly caseId: string;
  readonly number: string;
  readonly ownerName: string | null;
  readonly moves: readonly ClockMove[];
};

/** What a version of a rule would do to the office's open cases. Clocks are counted whole, cases listed up to a limit. */
export type Simulation = {
  readonly openCaseCount: number;
  readonly movedCaseCount: number;
  readonly earlierCount: number;
  readonly laterCount: number;
  readonly startingCount: number;
  readonly endingCount: number;
  readonly keptCount: number;
  readonly overdueCaseCount: number;
  /** Those that become overdue first. */
  readonly listed: readonly MovedCase[];
};

/**
 * Assesses the open cases without a version of a rule and with it; nothing is written. A page of cases is held at a
 * time. Cases on which no clock of the rule starts within its days are counted and not assessed: nothing of theirs moves.
 */
export async function simulateRuleVersion(
  tx: Transaction,
  version: VersionText,
  today: LocalDate,
): Promise<Simulation> {
  const openCaseCount = await countOpenCases(tx);
  const tally = new Tally();
  for await (const moved of eachMovedCase(tx, version, today)) tally.add(moved);
  return { openCaseCount, ...tally.result() };
}

/** The open cases of which a clock moves, in the order of their ids. */
export async function* eachMovedCase(
  tx: Transaction,
  version: VersionText,
  today: LocalDate,
): AsyncGenerator<MovedCase> {
  const ids = eachRow<string>(PAGE, (after) => listCasesUnder(tx, version, after, PAGE));
  for await (const caseId of ids) {
    const { before, after } = await assessBothWays(tx, caseId, version, today);
    const moves = clockMoves(before.assessment, after.assessment);
    const { number, ownerName } = after.record;
    if (moves.length > 0) yield { caseId, number, ownerName, moves };
  }
}

/** Adds up moved cases one at a time and keeps the first of them; those that become overdue come first. Pure. */
export class Tally {
  readonly #counts = { earlier: 0, later: 0, starts: 0, ends: 0, kept: 0 };
  readonly #overdue: MovedCase[] = [];
  readonly #others: MovedCase[] = [];
  #movedCaseCount = 0;
  #overdueCaseCount = 0;

  add(moved: MovedCase): void {
    this.#movedCaseCount += 1;
    for (const { direction } of moved.moves) this.#counts[direction] += 1;
    const isOverdue = moved.moves.some(({ becomesOverdue }) => becomesOverdue);
    if (isOverdue) this.#overdueCaseCount += 1;
    const list = isOverdue ? this.#overdue : this.#others;
    if (list.length < MOST_LISTED) list.push(moved);
  }

  result(): Omit<Simulation, 'openCaseCount'> {
    const { earlier, later, starts, ends, kept } = this.#counts;
    return {
      movedCaseCount: this.#movedCaseCount,
      earlierCount: earlier,
      laterCount: later,
      startingCount: starts,
      endingCount: ends,
      keptCount: kept,
      overdueCaseCount: this.#overdueCaseCount,
      listed: [...this.#overdue, ...this.#others].slice(0, MOST_LISTED),
    };
  }
}
