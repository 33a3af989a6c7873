import { setTimeout as after } from 'node:timers/promises';
import { type Clock, systemClock } from '../calendar/clock.ts';

/** How long one call to a provider goes on trying before the ledger takes over, which tries for a day. */
export type Patience = {
  readonly clock: Clock;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly mostTries: number;
  /** From the first try to the beginning of the last. */
  readonly withinMilliseconds: number;
  readonly tryMilliseconds: number;
};

export const PATIENCE: Patience = {
  clock: systemClock,
  sleep: (milliseconds) => after(milliseconds),
  mostTries: 3,
  withinMilliseconds: 20_000,
  tryMilliseconds: 15_000,
};

const FIRST_PAUSE_MILLISECONDS = 500;

/** How one try ended: with something to hand back, and whether another could end better, and when. */
export type Tried<T> = {
  readonly result: T;
  readonly mayRepeat: boolean;
  readonly notBefore: Date | null;
};

/**
 * Tries until an answer stands, the tries or the time are used up. The pause doubles, or lasts as long as the provider
 * asks; a pause that would outlast the time is not begun.
 */
export async function tryPatiently<T>(
  { clock, sleep, mostTries, withinMilliseconds, tryMilliseconds }: Patience,
  attempt: (signal: AbortSignal) => Promise<Tried<T>>,
): Promise<T> {
  const endsAt = clock().getTime() + withinMilliseconds;
  for (let count = 1; ; count += 1) {
    const { result, mayRepeat, notBefore } = await attempt(AbortSignal.timeout(tryMilliseconds));
    if (!mayRepeat || count >= mostTries) return result;
    const now = clock().getTime();
    const pause = notBefore ? notBefore.getTime() - now : FIRST_PAUSE_MILLISECONDS * 2 ** (count - 1);
    if (now + pause >= endsAt) return result;
    await sleep(Math.max(0, pause));
  }
}
