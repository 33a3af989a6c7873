import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { systemClock } from '../lib/calendar/clock.ts';
import { parseInstant, startOfPacificDay } from '../lib/calendar/instant.ts';
import { parseLocalDate } from '../lib/calendar/local-date.ts';
import { connect } from '../lib/db/client.ts';
import { noteLapses } from '../lib/deadlines/note-lapses.ts';
import { createLogger } from '../lib/log.ts';
import { chooseTransport } from '../lib/mail/choose-transport.ts';
import { applyMailEvents } from '../lib/mail-events/apply-mail-events.ts';
import { listOffices, type Office } from '../lib/offices/queries.ts';
import type { SweepContext } from '../lib/reminders/context.ts';
import { sweepReminders } from '../lib/reminders/sweep.ts';
import { openWorkerDatabase } from './launcher/database.ts';
import { Problem, reportFailure } from './launcher/problem.ts';
import { counted, printForesight } from './remind/foresight.ts';

const help = `npm run remind        Note what lapsed and send every reminder that is due, once. The worker does the same by itself.

  -- --dry-run                   Print what would be noted and sent, and why. Nothing is sent or written.
     --as-of 2026-12-01          As if it were that morning, or an instant such as 2026-12-01T09:00:00-08:00.
                                 Without --dry-run only where TEST_CLOCK=on, since the messages would be real.
     --office ID                 One office only.

Ends with 0 when everything due was handled, 1 when something failed, 2 when it was asked wrongly.`;

/** The person at the terminal asked for something that cannot be done. */
class AskedWrongly extends Problem {}

const NINE_HOURS = 9 * 60 * 60 * 1000;

process.exitCode = await remind(process.argv.slice(2));

async function remind(args: string[]): Promise<number> {
  try {
    const asked = readArguments(args);
    if (asked.help) {
      console.log(help);
      return 0;
    }
    return await run(asked);
  } catch (error) {
    reportFailure(error);
    return error instanceof AskedWrongly ? 2 : 1;
  }
}

type Asked = { help: boolean; dryRun: boolean; asOf: Date | null; officeId: string | null };

function readArguments(args: string[]): Asked {
  const { values } = parsed(args);
  const { 'as-of': asOf, office } = values;
  return {
    help: values.help ?? false,
    dryRun: values['dry-run'] ?? false,
    asOf: asOf === undefined ? null : momentOf(asOf),
    officeId: office ?? null,
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h' },
        'dry-run': { type: 'boolean' },
        'as-of': { type: 'string' },
        office: { type: 'string' },
      },
    });
  } catch (error) {
    throw new AskedWrongly(`${error instanceof Error ? error.message : 'Not understood.'}\n\n${help}`);
  }
}

function momentOf(text: string): Date {
  const day = parseLocalDate(text);
  if (day) return new Date(new Date(startOfPacificDay(day)).getTime() + NINE_HOURS);
  const moment = parseInstant(text);
  if (moment) return new Date(moment);
  throw new AskedWrongly(
    `--as-of ${text} is not a day such as 2026-12-01 or an instant such as 2026-12-01T09:00:00-08:00.`,
  );
}

async function run({ dryRun, asOf, officeId }: Asked): Promise<number> {
  const database = await openWorkerDatabase('npm run remind');
  const { db, pool } = connect(database.workerUrl, { max: 2, name: 'recourse-remind' });
  try {
    const { env } = database;
    if (asOf && !dryRun && env.TEST_CLOCK !== 'on')
      throw new AskedWrongly(
        '--as-of needs --dry-run: without it, messages would go out as if it were another day.',
      );
    const offices = await officesAsked(await listOffices(db), officeId);
    const context: SweepContext = {
      db,
      transport: chooseTransport(env),
      clock: asOf ? () => asOf : systemClock,
      appUrl: env.APP_URL,
      worker: `remind ${process.pid} ${randomUUID()}`,
      log: createLogger('remind', env.LOG_LEVEL),
    };
    if (!dryRun) return await send(context, officeId);
    await printForesight(context, offices);
    return 0;
  } finally {
    await pool.end();
    await database.close();
  }
}

async function officesAsked(offices: readonly Office[], officeId: string | null): Promise<readonly Office[]> {
  if (officeId === null) return offices;
  const asked = offices.filter(({ id }) => id === officeId);
  if (asked.length === 0) throw new AskedWrongly(`There is no office ${officeId}.`);
  return asked;
}

async function send(context: SweepContext, officeId: string | null): Promise<number> {
  const only = officeId === null ? undefined : { officeId };
  const lapses = await noteLapses(context, only);
  const told = await applyMailEvents(context, only);
  const swept = await sweepReminders(context, only);
  const { sent, failed, skipped, canceled } = swept;
  console.log(`${counted(lapses.noted, 'lapse')} noted.`);
  console.log(
    `${counted(sent, 'message')} sent through ${context.transport.name}, ${failed} failed, ${skipped} passed over, ${canceled} canceled.`,
  );
  return failed + swept.errors + lapses.errors + told.errors > 0 ? 1 : 0;
}
