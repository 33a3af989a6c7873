import { describe, expect, test } from 'vitest';
import { PATIENCE, type Tried, tryPatiently } from '../../../lib/mail/patience.ts';

const STARTED = new Date('2026-11-21T17:00:00Z').getTime();
const again = (notBefore: Date | null = null): Tried<string> => ({
  result: 'refused',
  mayRepeat: true,
  notBefore,
});
const stands: Tried<string> = { result: 'accepted', mayRepeat: false, notBefore: null };

/** Plays tries that each take `tryTakes` and end as told, on a clock that only pauses and tries move. */
async function play(tries: readonly ((now: number) => Tried<string>)[], tryTakes = 0) {
  let now = STARTED;
  const pauses: number[] = [];
  let count = 0;
  const result = await tryPatiently(
    {
      ...PATIENCE,
      clock: () => new Date(now),
      sleep: (milliseconds) => {
        pauses.push(milliseconds);
        now += milliseconds;
        return Promise.resolve();
      },
    },
    () => {
      now += tryTakes;
      const tried = tries[count] ?? (() => again());
      count += 1;
      return Promise.resolve(tried(now));
    },
  );
  return { result, count, pauses };
}

describe('a call to a provider', () => {
  test('is not repeated once an answer stands', async () => {
    expect(await play([() => stands])).toEqual({ result: 'accepted', count: 1, pauses: [] });
  });

  test('is tried three times, with pauses that double', async () => {
    expect(await play([])).toEqual({ result: 'refused', count: 3, pauses: [500, 1_000] });
    expect(await play([() => again(), () => stands])).toEqual({
      result: 'accepted',
      count: 2,
      pauses: [500],
    });
  });

  test('waits as long as the provider asks', async () => {
    const inFour = (now: number) => again(new Date(now + 4_000));
    expect(await play([inFour, () => stands])).toEqual({ result: 'accepted', count: 2, pauses: [4_000] });
    const past = (now: number) => again(new Date(now - 4_000));
    expect(await play([past, () => stands])).toEqual({ result: 'accepted', count: 2, pauses: [0] });
  });

  test.each([
    [19_999, 2],
    [20_000, 1],
    [3_600_000, 1],
  ])('told to wait %i ms is begun %i times: a later one is the ledger’s', async (wait, expected) => {
    expect((await play([(now) => again(new Date(now + wait))])).count).toBe(expected);
  });

  test('that is never answered ends within its time', async () => {
    expect((await play([], 15_000)).count).toBe(2);
  });
});
