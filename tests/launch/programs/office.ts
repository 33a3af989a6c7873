// The launcher with small programs in place of the real ones, as a process of its own so that a test can kill it.
import path from 'node:path';
import { getCommandEnv } from '../../../lib/env.ts';
import { interruptionSignal } from '../../../scripts/launcher/interruption.ts';
import { reportFailure } from '../../../scripts/launcher/problem.ts';
import { createProgress } from '../../../scripts/launcher/progress.ts';
import { serve } from '../../../scripts/launcher/serve.ts';

const program = (name: string) => ({ args: [path.join(import.meta.dirname, name)] });
const interrupted = interruptionSignal();
try {
  const env = getCommandEnv();
  await serve({
    command: 'npm start',
    env,
    programs: {
      seed: program(process.env.TEST_SEED ?? 'seed.ts'),
      web: program(process.env.TEST_WEB ?? 'web.ts'),
      worker: program('worker.ts'),
    },
    progress: createProgress(console.log),
    interrupted,
    onReady: () => console.log(`ready at ${env.APP_URL}`),
  });
} catch (error) {
  process.exitCode = reportFailure(error);
}
process.exit();
