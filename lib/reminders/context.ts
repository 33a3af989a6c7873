import type { SystemActor } from '../access/actor.ts';
import type { Clock } from '../calendar/clock.ts';
import type { Database } from '../db/client.ts';
import type { Logger } from '../log.ts';
import type { MailTransport } from '../mail/transport.ts';
import type { Office } from '../offices/queries.ts';
import type { Breaker } from './breaker.ts';
import type { OfficePolicy } from './policy.ts';

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

/** What it works with in one office. */
export type DeliverContext = SweepContext & {
  readonly office: Office;
  readonly actor: SystemActor;
  readonly policy: OfficePolicy;
  readonly breaker: Breaker;
};

/** Whether nothing more is to be sent in this run. */
export const isStopped = ({ stopping, breaker }: Pick<DeliverContext, 'stopping' | 'breaker'>): boolean =>
  (stopping?.aborted ?? false) || breaker.isOpen;
