/** Runs once in each server process before it takes requests; Next.js compiles this file for other runtimes as well. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') await import('./instrumentation-node.ts');
}
