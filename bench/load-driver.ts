import http from 'node:http';

/** What came of asking again and again over a fixed number of connections. */
export type Driven = {
  readonly perSecond: number;
  /** The middle one, in milliseconds. */
  readonly median: number;
};

/** Keeps `connections` askers busy for some seconds, each asking anew as soon as it was answered. Warms up for a fifth of it. */
export async function drive(
  connections: number,
  seconds: number,
  ask: (asker: number) => Promise<void>,
): Promise<Driven> {
  const taken: number[] = [];
  const startedAt = performance.now();
  const countsFrom = startedAt + seconds * 200;
  const until = countsFrom + seconds * 1000;
  const busy = async (asker: number) => {
    while (performance.now() < until) {
      const askedAt = performance.now();
      await ask(asker);
      if (askedAt >= countsFrom) taken.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, asker) => busy(asker)));
  return {
    perSecond: taken.length / ((performance.now() - countsFrom) / 1000),
    median: taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0,
  };
}

/** Opens pages of one server over connections that stay open. A page that is not there, or is another, is an error. */
export function pageAsker(origin: string, cookie: string): (path: string) => Promise<void> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  return (path) =>
    new Promise((resolve, reject) => {
      const request = http.get(`${origin}${path}`, { agent, headers: { cookie } }, (response) => {
        response.resume();
        response.once('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${path}: ${response.statusCode}`)),
        );
        response.once('error', reject);
      });
      request.once('error', reject);
    });
}
