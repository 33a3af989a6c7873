import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { PgBoss, SendOptions } from 'pg-boss';
import { type ProofContext, proveRecords } from '../lib/audit/chain/prove-records.ts';
import { systemClock } from '../lib/calendar/clock.ts';
import { connect } from '../lib/db/client.ts';
import { connectJobQueues } from '../lib/db/job-queues.ts';
import { checkStoredDeadlines, recomputeRestrictedCases } from '../lib/deadlines/check-stored.ts';
import { noteLapses } from '../lib/deadlines/note-lapses.ts';
import { documentFolders, openDocumentStore } from '../lib/document-store/document-store.ts';
import { masterKeys } from '../lib/document-store/file-keys.ts';
import { sweepOrphans } from '../lib/document-store/sweep-orphans.ts';
import type { DocumentContext } from '../lib/document-work/context.ts';
import { keepWorkingOnDocuments } from '../lib/document-work/keep-working.ts';
import { expireDrafts } from '../lib/drafts/expire-drafts.ts';
import { clamdScanner } from '../lib/inspection/clamd.ts';
import { createLogger } from '../lib/log.ts';
import { chooseTransport } from '../lib/mail/choose-transport.ts';
import { alarmOfDifferences } from '../lib/reconciliation/alarm-of-differences.ts';
import { reconcileReminders } from '../lib/reconciliation/reconcile.ts';
import type { SweepContext } from '../lib/reminders/context.ts';
import { keepNamedLeaders } from '../lib/restrictions/keep-named-leaders.ts';
import { applyToUnseenCases } from '../lib/rule-versions/apply-to-unseen-cases.ts';
import { forgetSavedForms } from '../lib/saved-forms/forget-saved-forms.ts';
import { expireUploads } from '../lib/uploads/expire-uploads.ts';
import { openStaging } from '../lib/uploads/staging.ts';
import { keepRun } from '../lib/worker-runs/repository.ts';
import { openWorkerDatabase } from './launcher/database.ts';
import { interruptionSignal } from './launcher/interruption.ts';
import { Problem, reportFailure } from './launcher/problem.ts';
import { sendWhatIsDue } from './scheduled-work.ts';

const help = `npm run worker        Send reminders and note what lapsed, on a schedule, until stopped.

Every five minutes it moves the cases that an approved change of a rule did not reach, since they are restricted, and
sends the reminders that are due and the digests whose hour has come. Every hour it notes the clocks that ran out, the first time
just after midnight in California. Each night it proves that the stored deadlines are those the recorded facts give,
and that the audit record is whole: each office's head goes to the log, a break is logged as an error; it compares the
reminders that should have gone out with those that did, and alarms the administrators where they differ; and it forgets
the numbers of forms too old to be sent again, and the drafts that nobody went on with for 30 days. Each of these runs
once at the start as well, so that nothing is missed while the worker was down. All the while it looks inside the documents that come in, makes their pages, assembles the
packets that are asked for, and takes out of the store what was redacted or erased; every hour it forgets the uploads that
nobody went on with, and each night what a crash left in the store. Several workers share the work. "npm start" runs one by itself; Ctrl-C stops it after the message at hand.`;

const CALIFORNIA = 'America/Los_Angeles';
const DAY_IN_SECONDS = 24 * 60 * 60;
const STOPS_WITHIN_MILLISECONDS = 8_000;

type Job = {
  readonly queue: string;
  readonly cron: string;
  readonly atStart: SendOptions;
  readonly run: () => Promise<Readonly<Record<string, number>>>;
};

const args = process.argv.slice(2);
if (args.some((arg) => arg === '--help' || arg === '-h')) {
  console.log(help);
} else if (args.length > 0) {
  console.error(`${args.join(' ')} is not understood.\n\n${help}`);
  process.exitCode = 2;
} else {
  process.exitCode = await work(interruptionSignal());
  process.exit();
}

async function work(stopping: AbortSignal): Promise<number> {
  try {
    await using opened = new AsyncDisposableStack();
    const database = await openWorkerDatabase('npm run worker');
    opened.defer(() => database.close());
    const { env, workerUrl } = database;
    const log = createLogger('worker', env.LOG_LEVEL);
    const { db, pool } = connect(workerUrl, { max: 6, name: 'recourse-worker' });
    opened.defer(() => pool.end());
    const transport = chooseTransport(env);
    const worker = `worker ${process.pid} ${randomUUID()}`;
    const context = {
      db,
      transport,
      clock: systemClock,
      appUrl: env.APP_URL,
      worker,
      log,
      stopping,
      formerHeads: new Map(),
      store: openDocumentStore(env),
      staging: openStaging(documentFolders(env).uploads, masterKeys(env)),
      ...(env.CLAMD_URL && { scanner: clamdScanner(env.CLAMD_URL, log) }),
    };

    const boss = connectJobQueues(workerUrl);
    boss.on('error', (error) => log.error({ err: error }, 'the job queue failed'));
    await start(boss);
    opened.defer(() => boss.stop({ timeout: STOPS_WITHIN_MILLISECONDS }));
    for (const job of jobsOf(context)) await schedule(boss, job, context);
    log.info({ transport: transport.name, blindSpot: transport.blindSpot }, 'the worker runs');
    await Promise.all([
      keepWorkingOnDocuments(context, workerUrl),
      stopping.aborted ? undefined : once(stopping, 'abort'),
    ]);
    return 0;
  } catch (error) {
    return reportFailure(error);
  }
}

async function start(boss: PgBoss): Promise<void> {
  try {
    await boss.start();
  } catch (error) {
    const isUnprepared =
      error instanceof Error && /^pg-boss .*(not installed|migrations)/.test(error.message);
    throw isUnprepared
      ? new Problem('The database is not at this version of Recourse: run "npm run migrate" first.')
      : error;
  }
}

function jobsOf(context: SweepContext & ProofContext & DocumentContext): Job[] {
  return [
    {
      queue: 'note-lapses',
      cron: '5 * * * *',
      atStart: {},
      async run() {
        const { named, errors } = await keepNamedLeaders(context);
        const lapses = await noteLapses(context);
        const caughtUp = await recomputeRestrictedCases(context);
        return {
          ...lapses,
          namedOnCases: named,
          errorsOfNaming: errors,
          caughtUpCases: caughtUp.repaired,
          errorsOfCatchingUp: caughtUp.errors,
        };
      },
    },
    {
      queue: 'send-reminders',
      cron: '*/5 * * * *',
      atStart: {},
      async run() {
        const moving = applyToUnseenCases(context);
        // Reminders go even where a changed rule could not be applied.
        await Promise.allSettled([moving]);
        const sent = await sendWhatIsDue(context);
        const { movedCases, errors } = await moving;
        return { ...sent, movedCases, errorsOfRules: errors };
      },
    },
    { queue: 'expire-uploads', cron: '25 * * * *', atStart: {}, run: () => expireUploads(context) },
    {
      queue: 'sweep-orphans',
      cron: '10 4 * * *',
      atStart: { singletonSeconds: DAY_IN_SECONDS },
      run: () => sweepOrphans(context),
    },
    {
      queue: 'forget-saved-forms',
      cron: '15 3 * * *',
      atStart: {},
      run: async () => ({ ...(await forgetSavedForms(context)), ...(await expireDrafts(context)) }),
    },
    {
      queue: 'check-deadlines',
      cron: '30 2 * * *',
      // It reads every open case: at most once a day, however often the worker starts.
      atStart: { singletonSeconds: DAY_IN_SECONDS },
      async run() {
        await noteLapses(context);
        return checkStoredDeadlines(context);
      },
    },
    {
      queue: 'prove-records',
      cron: '10 3 * * *',
      atStart: { singletonSeconds: DAY_IN_SECONDS },
      run: () => proveRecords(context),
    },
    {
      queue: 'reconcile',
      cron: '45 3 * * *',
      atStart: { singletonSeconds: DAY_IN_SECONDS },
      run: () =>
        reconcileReminders({
          ...context,
          onFound: (office, differenceCount) => alarmOfDifferences(context, office, differenceCount),
        }),
    },
  ];
}

async function schedule(boss: PgBoss, job: Job, context: SweepContext): Promise<void> {
  const { log, stopping } = context;
  const { queue, cron, atStart, run } = job;
  await boss.createQueue(queue, {
    retryLimit: 3,
    retryDelay: 30,
    retryBackoff: true,
    expireInSeconds: 3_600,
  });
  await boss.work(queue, async () => {
    if (stopping?.aborted) return;
    const summary = await keepRun(context, queue, run);
    const didSomething = Object.values(summary).some((count) => count > 0);
    log[didSomething ? 'info' : 'debug']({ job: queue, ...summary }, 'scheduled work done');
  });
  await boss.schedule(queue, cron, {}, { tz: CALIFORNIA });
  await boss.send(queue, {}, atStart);
}
