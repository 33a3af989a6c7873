import path from 'node:path';
import { build } from 'esbuild';

/** The worker of these tests in one file: loading its hundreds of modules anew for each life would be most of the run. */
export const WORKER = path.join(import.meta.dirname, '../../test-results/sweeping-worker.mjs');

export default async function bundleWorker(): Promise<void> {
  await build({
    entryPoints: [path.join(import.meta.dirname, 'programs', 'sweeping-worker.ts')],
    outfile: WORKER,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['pg-native'],
    // Packages of the older kind ask for their parts by `require`.
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`,
    },
    logLevel: 'error',
  });
}
