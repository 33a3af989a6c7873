/** The middle one of `times` runs, in milliseconds, after a few that warm the caches. */
export async function medianOf(work: () => Promise<unknown>, times: number): Promise<number> {
  for (let warmUp = 0; warmUp < 3; warmUp += 1) await work();
  const taken: number[] = [];
  for (let run = 0; run < times; run += 1) taken.push(await timed(work));
  return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

/** How long one run takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
