import { systemActor } from '../access/actor.ts';
import { type AuditChange, changedFields } from '../audit/events.ts';
import { type Clock, pacificToday } from '../calendar/clock.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { loadCase, readCase } from '../cases/load-case.ts';
import type { Database, Transaction } from '../db/client.ts';
import { eachRow } from '../db/each-row.ts';
import { inOffice, inUnitOfWork, type UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { Logger } from '../log.ts';
import { eachOffice } from '../offices/each-office.ts';
import { type CaseScope, listOpenCaseIds, listStoredClocks, type StoredClock } from './queries.ts';
import { deriveClocks, syncDeadlines } from './sync.ts';

export type CheckContext = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** Ends the run after the case at hand. */
  readonly stopping?: AbortSignal;
};

export type CheckSummary = { checked: number; repaired: number; errors: number };

const PAGE = 50;

/**
 * Proves for every open case that the stored clocks are those its recorded facts give. A difference is a bug or a hand
 * in the database: it is repaired, put on the case's record and logged as an error.
 */
export const checkStoredDeadlines = (
  context: CheckContext,
  only?: { readonly officeId: string },
): Promise<CheckSummary> => recompute(context, 'all', only);

/**
 * Gives the restricted cases what a change of their plan's line means for them, when whoever made it could not see them.
 * They are few, so it runs each hour, once the lapses are noted.
 */
export const recomputeRestrictedCases = (
  context: CheckContext,
  only?: { readonly officeId: string },
): Promise<CheckSummary> => recompute(context, 'restricted', only);

const recompute = (
  context: CheckContext,
  scope: CaseScope,
  only: { readonly officeId: string } | undefined,
): Promise<CheckSummary> =>
  eachOffice(context, only, { checked: 0, repaired: 0, errors: 0 }, async (office, summary) => {
    const { db, clock, log, stopping } = context;
    const actor = systemActor(office.id);
    const today = pacificToday(clock());
    const checked = eachRow<Checked>(PAGE, (after) =>
      inOffice(db, actor, today, (tx) => checkPage(tx, scope, after?.caseId ?? null, today)),
    );
    for await (const { caseId, isAsRecorded } of checked) {
      if (stopping?.aborted) return;
      summary.checked += 1;
      if (isAsRecorded) continue;
      try {
        const repaired = await inUnitOfWork(db, actor, clock(), (unit) => repair(unit, caseId));
        if (!repaired.ok) continue;
        summary.repaired += 1;
        const fields = repaired.value.map(({ field }) => field);
        if (scope === 'all')
          log.error(
            { caseId, fields },
            'stored deadlines differed from the recorded facts and were repaired',
          );
        else log.info({ caseId, fields }, 'a restricted case caught up with a change');
      } catch (error) {
        summary.errors += 1;
        log.error({ err: error, caseId }, 'the deadlines of a case could not be repaired');
      }
    }
  });

type Checked = { readonly caseId: string; readonly isAsRecorded: boolean };

async function checkPage(
  tx: Transaction,
  scope: CaseScope,
  after: string | null,
  today: LocalDate,
): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const caseId of await listOpenCaseIds(tx, scope, after, PAGE)) {
    const record = await readCase(tx, caseId);
    const stored = await listStoredClocks(tx, caseId);
    checked.push({ caseId, isAsRecorded: !record || isAsRecorded(record, stored, today) });
  }
  return checked;
}

/** Whether what is stored is what the record gives. A case that cannot even be computed is not; its repair will say why. */
export function isAsRecorded(record: CaseRecord, stored: readonly StoredClock[], today: LocalDate): boolean {
  try {
    return differences(record, stored, today).length === 0;
  } catch {
    return false;
  }
}

/** Compares again under the case's lock, since somebody may have been writing when the difference was seen. */
async function repair(unit: UnitOfWork, caseId: string): Promise<Outcome<AuditChange[]>> {
  const loaded = await loadCase(unit, caseId);
  if (!loaded.ok || loaded.record.closedAt) return refuse();
  const { record } = loaded;
  const changes = differences(record, await listStoredClocks(unit.tx, caseId), unit.today);
  if (changes.length === 0) return refuse();
  await syncDeadlines(unit, caseId);
  unit.record({ event: 'deadlines.recomputed', caseId, caseVersion: record.version + 1, changes });
  return done(changes);
}

/** What is stored that the facts do not give, and the reverse, as changes such as "ca.grv.resolve.dueOn". */
function differences(record: CaseRecord, stored: readonly StoredClock[], today: LocalDate): AuditChange[] {
  const { derived, clocks } = deriveClocks(record, today);
  const rules = [...new Set([...clocks, ...stored].map(({ rule }) => rule))].toSorted();
  const ofClocks = rules.flatMap((rule) => {
    const is = stored.find((clock) => clock.rule === rule);
    const should = clocks.find((clock) => clock.rule === rule);
    return changedFields(is ? derivedColumns(is) : {}, should ? derivedColumns(should) : NO_CLOCK).map(
      (change) => ({ ...change, field: `${rule}.${change.field}` }),
    );
  });
  return [...changedFields(record, derived), ...ofClocks];
}

type DerivedColumns = Omit<
  StoredClock,
  'officeId' | 'caseId' | 'rule' | 'lapseNotedOn' | 'standsSince' | 'nextLookAt'
>;

/** What was already said about a clock is kept and not derived, so it is not compared. */
const derivedColumns = (clock: ReturnType<typeof deriveClocks>['clocks'][number]): DerivedColumns => ({
  owedBy: clock.owedBy,
  kind: clock.kind,
  startsOn: clock.startsOn,
  dueOn: clock.dueOn,
  dueAt: clock.dueAt ?? null,
  ruleDueOn: clock.ruleDueOn ?? null,
  title: clock.title ?? '',
  rolledOn: clock.rolledOn ?? null,
  latestOn: clock.latestOn ?? null,
  outcome: clock.outcome,
  actedOn: clock.actedOn ?? null,
  ownerId: clock.ownerId ?? null,
});

const NO_CLOCK = { owedBy: null, kind: null, startsOn: null, dueOn: null, outcome: null };
