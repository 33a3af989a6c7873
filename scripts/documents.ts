import { randomUUID } from 'node:crypto';
import { systemClock } from '../lib/calendar/clock.ts';
import { connect } from '../lib/db/client.ts';
import { documentFolders, openDocumentStore } from '../lib/document-store/document-store.ts';
import { masterKeys } from '../lib/document-store/file-keys.ts';
import type { DocumentContext } from '../lib/document-work/context.ts';
import { clamdScanner } from '../lib/inspection/clamd.ts';
import { createLogger } from '../lib/log.ts';
import { openStaging } from '../lib/uploads/staging.ts';
import { checkAndPrint } from './documents/check.ts';
import { beginRotation, rotateAndPrint } from './documents/rotate-key.ts';
import { openWorkerDatabase } from './launcher/database.ts';
import { interruptionSignal } from './launcher/interruption.ts';
import { reportFailure } from './launcher/problem.ts';

const help = `npm run documents -- work         Do once what the worker does by itself: look inside the documents that came in, make
                                  their pages, assemble packets, and take out of the store what nothing opens any more.

npm run documents -- check        Open every stored file and compare its length and its hash with what was recorded: after
                                  a backup was restored, a key was put back, or the store was moved. Works while
                                  Recourse runs, and changes nothing.

npm run documents -- rotate-key   Put the key of every file under a new master key; the files stay as they are. Where
                                  "npm start" keeps the key in secrets.json, stop Recourse first: the new key is made
                                  there, and the former one is kept until nothing needs it. Where DOCUMENT_KEY is set,
                                  set the new key there and the former one in DOCUMENT_FORMER_KEYS, restart, then run
                                  this. What is done stays done when it is broken off: run it again.

Ends with 0 when everything is as it should be, 1 when it is not or failed, 2 when it was asked wrongly.`;

const VERBS = { work, check: checkAndPrint, 'rotate-key': rotateAndPrint } as const;
type Verb = keyof typeof VERBS;

process.exitCode = await main(process.argv.slice(2));

async function main([verb = '', ...rest]: string[]): Promise<number> {
  if ([verb, ...rest].some((arg) => arg === '--help' || arg === '-h')) {
    console.log(help);
    return 0;
  }
  if (!isVerb(verb) || rest.length > 0) {
    console.error(help);
    return 2;
  }
  try {
    return await run(verb);
  } catch (error) {
    return reportFailure(error);
  }
}

/** What looks inside files is loaded for that alone: it takes longer than a small check. */
async function work(context: DocumentContext): Promise<number> {
  const { workAndPrint } = await import('./documents/work.ts');
  return workAndPrint(context);
}

function isVerb(verb: string): verb is Verb {
  return Object.hasOwn(VERBS, verb);
}

async function run(verb: Verb): Promise<number> {
  const rotation = verb === 'rotate-key' ? await beginRotation() : null;
  const database = await openWorkerDatabase(`npm run documents -- ${verb}`);
  const { db, pool } = connect(database.workerUrl, { max: 2, name: 'recourse-documents' });
  try {
    const { env } = database;
    const log = createLogger('documents', env.LOG_LEVEL);
    const context: DocumentContext = {
      db,
      store: openDocumentStore(env),
      staging: openStaging(documentFolders(env).uploads, masterKeys(env)),
      clock: systemClock,
      worker: `documents ${process.pid} ${randomUUID()}`,
      log,
      stopping: interruptionSignal(),
      ...(env.CLAMD_URL && { scanner: clamdScanner(env.CLAMD_URL, log) }),
    };
    const code = await VERBS[verb](context);
    if (code === 0) rotation?.finish();
    return code;
  } finally {
    await pool.end();
    await database.close();
  }
}
