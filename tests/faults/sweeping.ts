import { randomUUID } from 'node:crypto';
import { connect } from '../../lib/db/client.ts';
import { createLogger } from '../../lib/log.ts';
import { resendTransport } from '../../lib/mail/resend.ts';
import { type SweepSummary, sweepReminders } from '../../lib/reminders/sweep.ts';

export type Sweeper = ReturnType<typeof sweeper>;

/** A worker in this process, on a clock that stands where each sweep is told to be. */
export function sweeper({
  workerUrl,
  officeId,
  resendUrl,
}: {
  workerUrl: string;
  officeId: string;
  resendUrl: string;
}) {
  const { db, pool } = connect(workerUrl, { max: 2 });
  let now = new Date(0);
  const clock = () => now;
  const context = {
    db,
    clock,
    transport: resendTransport({
      apiKey: 're_test',
      from: 'Recourse <reminders@example.org>',
      baseUrl: resendUrl,
      patience: { clock },
    }),
    appUrl: 'https://recourse.example.org',
    worker: randomUUID(),
    log: createLogger('worker', 'silent'),
  };
  return {
    sweep: (at: Date): Promise<SweepSummary> => {
      now = at;
      return sweepReminders(context, { officeId });
    },
    close: () => pool.end(),
  };
}
