import type { LocalDate } from '../calendar/local-date.ts';

/** A case to be handed on. */
export type CaseToPlace = {
  readonly caseId: string;
  readonly nextDueOn: LocalDate | null;
  /** The only people who may have it, where it is restricted; null where anybody may. */
  readonly onlyIds: readonly string[] | null;
};

/** A colleague who could take it. */
export type Taker = {
  readonly id: string;
  readonly name: string;
  readonly openCount: number;
  /** Whether casework is what they are here for; others take cases where nobody else may. */
  readonly isCaseworker: boolean;
  readonly away: readonly { readonly fromOn: LocalDate; readonly untilOn: LocalDate }[];
};

/**
 * Proposes who takes each case: of the caseworkers who may have it and are there today and on its next date, whoever has
 * the fewest open cases by then, the first of the list among equals. Where there is no such caseworker, one who is away,
 * and where there is none at all, anybody who may have it; null where nobody may. Pure.
 */
export function spreadLoad(
  cases: readonly CaseToPlace[],
  takers: readonly Taker[],
  today: LocalDate,
): ReadonlyMap<string, string | null> {
  const load = new Map(takers.map(({ id, openCount }) => [id, openCount]));
  const placed = new Map<string, string | null>();
  for (const { caseId, nextDueOn, onlyIds } of cases) {
    const allowed = takers.filter(({ id }) => onlyIds === null || onlyIds.includes(id));
    const caseworkers = allowed.filter(({ isCaseworker }) => isCaseworker);
    const may = caseworkers.length > 0 ? caseworkers : allowed;
    const there = may.filter((taker) => !isAway(taker, today) && (!nextDueOn || !isAway(taker, nextDueOn)));
    const [chosen] = (there.length > 0 ? there : may).toSorted(
      (a, b) => (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0),
    );
    placed.set(caseId, chosen?.id ?? null);
    if (chosen) load.set(chosen.id, (load.get(chosen.id) ?? 0) + 1);
  }
  return placed;
}

/** The cases a move is meant for: those that fall due while their owner is away, where any do, or else all of them. Pure. */
export function meantCases(
  cases: readonly Pick<CaseToPlace, 'caseId' | 'nextDueOn'>[],
  away: Taker['away'],
): ReadonlySet<string> {
  const whileAway = cases.filter(({ nextDueOn }) => nextDueOn !== null && isAway({ away }, nextDueOn));
  return new Set((whileAway.length > 0 ? whileAway : cases).map(({ caseId }) => caseId));
}

/** Civil dates compare as their text does. */
export const isAway = ({ away }: Pick<Taker, 'away'>, on: LocalDate): boolean =>
  away.some(({ fromOn, untilOn }) => fromOn <= on && on <= untilOn);
