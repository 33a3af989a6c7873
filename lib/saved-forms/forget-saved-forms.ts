import { systemActor } from '../access/actor.ts';
import { type Clock, pacificToday } from '../calendar/clock.ts';
import type { Database } from '../db/client.ts';
import { inLedger } from '../db/unit-of-work.ts';
import type { Logger } from '../log.ts';
import { eachOffice } from '../offices/each-office.ts';
import { forgetForms } from './repository.ts';
import { TICKET_DAYS } from './ticket.ts';

const DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1000;
/** Longer than any form may be sent: a day more, for clocks that disagree. */
const KEPT_DAYS = TICKET_DAYS + 1;

/** Clears away the numbers of forms that are too old to be sent again. */
export const forgetSavedForms = (
  context: {
    readonly db: Database;
    readonly clock: Clock;
    readonly log: Logger;
    readonly stopping?: AbortSignal;
  },
  only?: { readonly officeId: string },
): Promise<{ forgotten: number }> =>
  eachOffice(context, only, { forgotten: 0 }, async (office, summary) => {
    const now = context.clock();
    const before = new Date(now.getTime() - KEPT_DAYS * DAY_IN_MILLISECONDS);
    summary.forgotten += await inLedger(context.db, systemActor(office.id), pacificToday(now), (tx) =>
      forgetForms(tx, before),
    );
  });
