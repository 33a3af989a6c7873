import { setTimeout as sleep } from 'node:timers/promises';
import type { Running } from './child.ts';
import { Problem } from './problem.ts';

export type Supervised = {
  /** Rejects with a Problem once it has ended too often to be worth another try. */
  failed: Promise<never>;
  stop: () => Promise<void>;
};

const withinMilliseconds = 60_000;
const firstPause = 250;

/** Keeps something running (`first`, if it runs already): starts it again after an unexpected end, a little later each time, a bounded number of times. */
export async function supervise(
  name: string,
  start: () => Promise<Running>,
  { first, restarts = 5, onRestart }: { first?: Running; restarts?: number; onRestart: () => void },
): Promise<Supervised> {
  let running = first ?? (await start());
  const stop = new AbortController();
  const ends: number[] = [];

  async function keepRunning(): Promise<void> {
    for (;;) {
      await running.exited;
      if (stop.signal.aborted) return;
      const now = performance.now();
      ends.push(now);
      const recent = ends.filter((at) => now - at < withinMilliseconds).length;
      if (recent > restarts) {
        throw new Problem(`${name} ended ${recent} times within a minute: see what it printed above.`);
      }
      onRestart();
      await sleep(firstPause * 2 ** (recent - 1), undefined, { signal: stop.signal }).catch(() => {});
      if (stop.signal.aborted) return;
      running = await start();
      if (stop.signal.aborted) await running.stop();
    }
  }
  const kept = keepRunning();
  const failed = kept.then(() => new Promise<never>(() => {}));
  failed.catch(() => {}); // whoever waits for it sees the failure; until then it must not end this process
  return {
    failed,
    async stop() {
      stop.abort();
      await running.stop();
      await kept.catch(() => {});
    },
  };
}
