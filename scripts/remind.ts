import { randomUUID } from 'node:crypto';
import { systemClock } from '../lib/calendar/clock.ts';
import { connect } from '../lib/db/client.ts';
import { createLogger } from '../lib/log.ts';
import { chooseTransport } from '../lib/mail/choose-transport.ts';
import { listOffices, type Office } from '../lib/offices/queries.ts';
import type { SweepContext } from '../lib/reminders/context.ts';
import { openWorkerDatabase } from './launcher/database.ts';
import { reportFailure } from './launcher/problem.ts';
import { type Asked, AskedWrongly, help, readArguments } from './remind/asked.ts';
import { compareAndPrint } from './remind/compare.ts';
import { printForesight } from './remind/foresight.ts';
import { playAndPrint } from './remind/play.ts';
import { sendAndPrint } from './remind/send.ts';

process.exitCode = await remind(process.argv.slice(2));

async function remind(args: string[]): Promise<number> {
  try {
    const asked = readArguments(args);
    if (asked.what === 'drill') return await playAndPrint(asked);
    if (asked.what !== 'help') return await run(asked);
    console.log(help);
    return 0;
  } catch (error) {
    reportFailure(error);
    return error instanceof AskedWrongly ? 2 : 1;
  }
}

async function run({ what, asOf, officeId }: Asked): Promise<number> {
  const database = await openWorkerDatabase('npm run remind');
  const { db, pool } = connect(database.workerUrl, { max: 2, name: 'recourse-remind' });
  try {
    const { env } = database;
    if (asOf && what === 'send' && env.TEST_CLOCK !== 'on')
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
    if (what === 'send') return await sendAndPrint(context, officeId);
    if (what === 'reconcile') return await compareAndPrint(context, officeId);
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
