import { LAPSED, OPENED, type Rung } from '../ladder.ts';

/**
 * Which of how many messages about one date this is: what was sent before, this one, and those still to come on the
 * client's ladder, in the order of its moments. Of two that go at one moment only the later is sent; news has its own words.
 */
export function seriesOf(
  ladder: readonly Pick<Rung, 'id' | 'at'>[],
  sent: ReadonlySet<string>,
  rung: string,
): { readonly ordinal: number; readonly total: number } {
  const before = [...sent].filter((id) => id !== rung && id !== OPENED && id !== LAPSED).length;
  const place = ladder.findIndex(({ id }) => id === rung);
  const ahead = ladder.filter(
    ({ id, at }, index) => index > place && !sent.has(id) && ladder[index + 1]?.at.getTime() !== at.getTime(),
  ).length;
  return { ordinal: before + 1, total: before + 1 + ahead };
}
