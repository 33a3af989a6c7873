import { createRequire } from 'node:module';
import path from 'node:path';
import type { getCommandEnv } from '../../lib/env.ts';
import { buildAnew, isBuildFresh } from './build.ts';
import type { Programs } from './serve.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What Recourse is made of when it runs: the demo office for a new database, the worker and the web server. */
export function programsFor(
  reloading: boolean,
  { LISTEN_HOST, PORT }: ReturnType<typeof getCommandEnv>,
): Programs {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const script = (name: string) => path.join(root, 'scripts', name);
  const mode = { NODE_ENV: reloading ? 'development' : 'production' };
  return {
    seed: { args: [script('seed.ts'), '--demo'], env: mode },
    worker: { args: [script('worker.ts')], env: mode },
    web: {
      args: [next, reloading ? 'dev' : 'start', '--hostname', LISTEN_HOST, '--port', String(PORT)],
      env: mode,
    },
    async prepare(run) {
      if (reloading || isBuildFresh(root)) return;
      await buildAnew(root, async () => {
        await run('Building (about a minute)', { args: [next, 'build'], env: mode });
        return true;
      });
    },
  };
}
