import { systemActor } from '../access/actor.ts';
import { type Clock, pacificToday } from '../calendar/clock.ts';
import type { Database } from '../db/client.ts';
import { inOffice, inUnitOfWork, type UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { Logger } from '../log.ts';
import { eachOffice } from '../offices/each-office.ts';
import { listWithoutLeader } from './queries.ts';
import { nameLeadersInstead } from './repository.ts';

export type LeaderContext = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** Ends the run after the case at hand. */
  readonly stopping?: AbortSignal;
};

/**
 * Names the office's administrators on every restricted case whose named supervisors and administrators have all left
 * or changed their role: nobody else could, since to everybody else the case does not exist.
 */
export const keepNamedLeaders = (
  context: LeaderContext,
  only?: { readonly officeId: string },
): Promise<{ named: number; errors: number }> =>
  eachOffice(context, only, { named: 0, errors: 0 }, async (office, summary) => {
    const { db, clock, log, stopping } = context;
    const actor = systemActor(office.id);
    const left = await inOffice(db, actor, pacificToday(clock()), listWithoutLeader);
    for (const caseId of left) {
      if (stopping?.aborted) return;
      try {
        const named = await inUnitOfWork(db, actor, clock(), (unit) => nameInstead(unit, caseId));
        if (named.ok) summary.named += 1;
        else log.error({ caseId }, 'a restricted case has nobody left who could be named on it');
      } catch (error) {
        summary.errors += 1;
        log.error({ err: error, caseId }, 'nobody could be named on a restricted case');
      }
    }
  });

async function nameInstead(unit: UnitOfWork, caseId: string): Promise<Outcome<null>> {
  const namedIds = await nameLeadersInstead(unit, caseId);
  if (namedIds.length === 0) return refuse();
  unit.record({
    event: 'case.restriction-changed',
    caseId,
    changes: [{ field: 'namedIds', from: null, to: namedIds }],
    reason: 'None of the supervisors and administrators named on the case was left.',
  });
  return done(null);
}
