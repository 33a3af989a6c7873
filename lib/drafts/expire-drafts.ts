import { systemActor } from '../access/actor.ts';
import { type Clock, pacificToday } from '../calendar/clock.ts';
import type { Database } from '../db/client.ts';
import { inLedger } from '../db/unit-of-work.ts';
import type { Logger } from '../log.ts';
import { eachOffice } from '../offices/each-office.ts';
import { dropDraftsBefore } from './repository.ts';

const DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1000;

/** How long what somebody left half typed is kept, in days. */
export const DRAFT_DAYS = 30;

/** Forgets the drafts that nobody went on with. */
export const expireDrafts = (
  context: {
    readonly db: Database;
    readonly clock: Clock;
    readonly log: Logger;
    readonly stopping?: AbortSignal;
  },
  only?: { readonly officeId: string },
): Promise<{ expiredDrafts: number }> =>
  eachOffice(context, only, { expiredDrafts: 0 }, async (office, summary) => {
    const now = context.clock();
    const before = new Date(now.getTime() - DRAFT_DAYS * DAY_IN_MILLISECONDS);
    summary.expiredDrafts += await inLedger(context.db, systemActor(office.id), pacificToday(now), (tx) =>
      dropDraftsBefore(tx, before),
    );
  });
