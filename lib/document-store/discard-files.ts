import { systemActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import { inLedger, inOffice } from '../db/unit-of-work.ts';
import type { DocumentContext } from '../document-work/context.ts';
import { eachOffice } from '../offices/each-office.ts';
import { listFilesToDiscard } from './queries.ts';
import { forgetDiscarded } from './repository.ts';

export type DiscardSummary = { discarded: number; errors: number };

const BATCH = 100;

/**
 * Takes out of the store what no row can open any more: the files of a redaction, an erasure, a removed document. What the
 * store refuses to give up is tried again the next time. Safe to run twice at once.
 */
export const discardFiles = (context: DocumentContext): Promise<DiscardSummary> =>
  eachOffice(context, undefined, { discarded: 0, errors: 0 }, async (office, summary) => {
    const { db, store, clock, log, stopping } = context;
    const actor = systemActor(office.id);
    const today = pacificToday(clock());
    for (;;) {
      const keys = await inOffice(db, actor, today, (tx) => listFilesToDiscard(tx, BATCH));
      let errors = 0;
      for (const storageKey of keys) {
        if (stopping?.aborted) return;
        try {
          await store.discard(storageKey);
          await inLedger(db, actor, today, (tx) => forgetDiscarded(tx, storageKey));
          summary.discarded += 1;
        } catch (error) {
          errors += 1;
          log.error({ err: error, storageKey }, 'a file could not be taken out of the store');
        }
      }
      summary.errors += errors;
      if (keys.length < BATCH || errors > 0) return;
    }
  });
