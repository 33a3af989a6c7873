/** Why the work ends: the person, or the system, asked for it. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}

// One Ctrl-C arrives several times: from the terminal, and forwarded by npm.
const repeatsWithinMilliseconds = 1_500;

/** Aborts at the first request to stop; a second, later one ends this process at once. */
export function interruptionSignal(): AbortSignal {
  const controller = new AbortController();
  let firstAt: number | undefined;
  const onSignal = () => {
    const now = performance.now();
    if (firstAt === undefined) {
      firstAt = now;
      controller.abort(new Interrupted('interrupted'));
    } else if (now - firstAt > repeatsWithinMilliseconds) {
      process.exit(1);
    }
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  // A reader that goes away, as in `npm start | head`, is no reason to leave a database running.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  return controller.signal;
}
