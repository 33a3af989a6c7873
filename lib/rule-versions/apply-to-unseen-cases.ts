import { systemActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import { loadCase } from '../cases/load-case.ts';
import { eachRow } from '../db/each-row.ts';
import { inOffice, inUnitOfWork, type UnitOfWork } from '../db/unit-of-work.ts';
import { type CheckContext, isAsRecorded } from '../deadlines/check-stored.ts';
import { listStoredClocks } from '../deadlines/queries.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { eachOffice } from '../offices/each-office.ts';
import { applyVersion } from './apply-version.ts';
import { clockMoves } from './clock-moves.ts';
import { assessBothWays, listUnappliedCases, readRuleVersion, type Unapplied } from './queries.ts';

export type UnseenSummary = { movedCases: number; errors: number };

const PAGE = 100;
/** Whatever is still behind after that is found, and repaired, by the nightly proof of the stored clocks. */
const HOURS_LOOKED_BACK = 48;

/**
 * Moves the clocks of the cases that an approval could not see, with the same note: those that are restricted to people
 * the approver is not among. Run after run it moves each case once, however many workers run it.
 */
export const applyToUnseenCases = (
  { db, clock, log, stopping }: CheckContext,
  only?: { readonly officeId: string },
): Promise<UnseenSummary> =>
  eachOffice(
    { db, log, ...(stopping && { stopping }) },
    only,
    { movedCases: 0, errors: 0 },
    async (office, summary) => {
      const actor = systemActor(office.id);
      const since = new Date(clock().getTime() - HOURS_LOOKED_BACK * 3_600_000);
      const today = pacificToday(clock());
      const behind = eachRow<Unapplied>(PAGE, (after) =>
        inOffice(db, actor, today, (tx) => listUnappliedCases(tx, since, after, PAGE)),
      );
      for await (const unapplied of behind) {
        if (stopping?.aborted) return;
        try {
          const moved = await inUnitOfWork(db, actor, clock(), (unit) => move(unit, unapplied));
          if (moved.ok) summary.movedCases += 1;
        } catch (error) {
          summary.errors += 1;
          log.error(
            { err: error, caseId: unapplied.caseId },
            'a changed rule could not be applied to a case',
          );
        }
      }
    },
  );

/** Under the case's lock, where somebody may have been first: then nothing is written. */
async function move(unit: UnitOfWork, { caseId, versionId }: Unapplied): Promise<Outcome<null>> {
  const loaded = await loadCase(unit, caseId);
  if (!loaded.ok || loaded.record.closedAt) return refuse();
  const { record } = loaded;
  const version = await readRuleVersion(unit.tx, versionId);
  const stored = await listStoredClocks(unit.tx, caseId);
  if (version === null || isAsRecorded(record, stored, unit.today)) return refuse();
  const { before, after } = await assessBothWays(unit.tx, caseId, version, unit.today);
  const moves = clockMoves(before.assessment, after.assessment);
  if (moves.length === 0) return refuse();
  await applyVersion(unit, version, { caseId, moves });
  return done(null);
}
