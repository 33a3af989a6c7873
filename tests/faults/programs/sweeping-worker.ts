import { randomUUID } from 'node:crypto';
import readline from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { deliverMessages } from '../../../lib/client-messages/deliver-messages.ts';
import { connect } from '../../../lib/db/client.ts';
import { createLogger } from '../../../lib/log.ts';
import { resendTransport } from '../../../lib/mail/resend.ts';
import { smtpTransport } from '../../../lib/mail/smtp.ts';
import type { MailTransport } from '../../../lib/mail/transport.ts';
import { applyMailEvents } from '../../../lib/mail-events/apply-mail-events.ts';
import type { SweepContext } from '../../../lib/reminders/context.ts';
import { sweepReminders } from '../../../lib/reminders/sweep.ts';

/**
 * A worker that sweeps when it is told to, at the time it is told, and says each of its steps: every question to the
 * database and every request to the mail server is a dot on its output, so that it can be killed between any two.
 */
type Order = {
  /** What its clock shows from now on. */
  readonly at: string;
  /** Sweeps again and again, or once. */
  readonly untilKilled: boolean;
};

const setting = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
};

let skew = 0;
const clock = () => new Date(Date.now() + skew);
const tick = () => void process.stdout.write('.');

const { db, pool } = connect(setting('DATABASE_WORKER_URL'), { max: 2, name: 'faulted-worker' });
pool.on('connect', (client: pg.PoolClient) => {
  const ask = client.query.bind(client) as (...given: unknown[]) => unknown;
  Object.assign(client, {
    query: (...given: unknown[]) => {
      tick();
      return ask(...given);
    },
  });
});

const office = { officeId: setting('OFFICE_ID') };
const context: SweepContext = {
  db,
  transport: ticking(transport()),
  clock,
  appUrl: 'https://recourse.example.org',
  worker: `worker ${process.pid} ${randomUUID()}`,
  log: createLogger('worker', 'silent'),
};

function transport(): MailTransport {
  const from = 'Recourse <reminders@example.org>';
  const smtp = process.env['SMTP_URL'];
  if (smtp) return smtpTransport({ url: smtp, from });
  const sleep = async (milliseconds: number) => {
    skew += milliseconds;
  };
  const baseUrl = setting('RESEND_BASE_URL');
  // A pause passes on this clock and not on the wall's.
  return resendTransport({ apiKey: 're_test', from, baseUrl, patience: { clock, sleep } });
}

function ticking(plain: MailTransport): MailTransport {
  const { sendBatch } = plain;
  const stepped = async <T>(work: () => Promise<T>): Promise<T> => {
    tick();
    const result = await work();
    tick();
    return result;
  };
  return {
    ...plain,
    send: (message, key) => stepped(() => plain.send(message, key)),
    ...(sendBatch && { sendBatch: (parcels, key) => stepped(() => sendBatch(parcels, key)) }),
  };
}

async function obey({ at, untilKilled }: Order): Promise<void> {
  skew = new Date(at).getTime() - Date.now();
  do {
    await applyMailEvents(context, office);
    await deliverMessages(context, office);
    const summary = await sweepReminders(context, office);
    process.stdout.write(`\n${JSON.stringify(summary)}\n`);
    await sleep(5);
  } while (untilKilled);
}

// A first question opens the connection.
await pool.query('select 1');
process.stdout.write('\nready\n');
for await (const line of readline.createInterface({ input: process.stdin }))
  await obey(JSON.parse(line) as Order);
await pool.end();
