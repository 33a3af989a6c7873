import type { Clock } from '../calendar/clock.ts';
import type { Database } from '../db/client.ts';
import type { DocumentStore } from '../document-store/document-store.ts';
import type { VirusScanner } from '../inspection/virus-scanner.ts';
import type { Logger } from '../log.ts';
import type { Staging } from '../uploads/staging.ts';

/** What the work on documents needs. */
export type DocumentContext = {
  readonly db: Database;
  readonly store: DocumentStore;
  /** Where uploads wait to be whole; absent where they wait on another machine. */
  readonly staging?: Pick<Staging, 'discard' | 'stagedBefore'>;
  readonly clock: Clock;
  /** Names this process in the log. */
  readonly worker: string;
  readonly log: Logger;
  /** Ends the work after the document at hand. */
  readonly stopping?: AbortSignal;
  /** Absent where no scanner is set up. */
  readonly scanner?: VirusScanner;
};
