import type { Clock } from '../calendar/clock.ts';
import type { Database } from '../db/client.ts';
import type { Logger } from '../log.ts';
import type { MailTransport } from '../mail/transport.ts';

/** What a sweep works with. */
export type SweepContext = {
  readonly db: Database;
  readonly transport: MailTransport;
  readonly clock: Clock;
  readonly appUrl: string;
  /** Names this process in the ledger. */
  readonly worker: string;
  readonly log: Logger;
  /** Ends the sweep after the message at hand. */
  readonly stopping?: AbortSignal;
};
