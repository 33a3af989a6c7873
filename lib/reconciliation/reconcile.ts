import { systemActor } from '../access/actor.ts';
import { type Clock, pacificToday } from '../calendar/clock.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { assessCase } from '../cases/assessed-case.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { readCase } from '../cases/load-case.ts';
import type { Database, Transaction } from '../db/client.ts';
import { eachRow } from '../db/each-row.ts';
import { inOffice, inUnitOfWork } from '../db/unit-of-work.ts';
import { listOpenCaseIds } from '../deadlines/queries.ts';
import { done } from '../errors.ts';
import type { Logger } from '../log.ts';
import { eachOffice } from '../offices/each-office.ts';
import type { Office } from '../offices/queries.ts';
import { addresseesOf } from '../reminders/addressees.ts';
import type { Addressee } from '../reminders/plan.ts';
import { readWhoHears } from '../reminders/plan-deadline.ts';
import type { OfficePolicy } from '../reminders/policy.ts';
import { readPolicy } from '../reminders/queries.ts';
import { type Comparison, compareCase } from './compare.ts';
import type { Difference } from './difference.ts';
import { hasRecordedSince, type KeptOfCases, readFirstComparison, readKept } from './queries.ts';
import { saveReconciliation } from './repository.ts';

export type ReconcileContext = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** Ends the run after the page at hand; nothing is kept of it. */
  readonly stopping?: AbortSignal;
  /** Called for each difference as it is found. */
  readonly onDifference?: (difference: Difference) => void;
  /** Called once for an office in which there are any, when they are on its record. */
  readonly onFound?: (office: Office, differenceCount: number) => Promise<void>;
};

export type ReconcileSummary = { deadlines: number; due: number; differences: number; errors: number };

const PAGE = 50;
/** Enough to see what is wrong; the record says how many there were. */
const MOST_KEPT = 500;

/**
 * Recomputes from the facts of every open case what should have gone out by now and compares it with what did. What it
 * finds is kept and put on the record; it sends and repairs nothing.
 */
export const reconcileReminders = (
  context: ReconcileContext,
  only?: { readonly officeId: string },
): Promise<ReconcileSummary> =>
  eachOffice(context, only, { deadlines: 0, due: 0, differences: 0, errors: 0 }, async (office, summary) => {
    const { id: officeId } = office;
    const { db, clock, log, stopping, onFound } = context;
    const found = await compareOffice(context, officeId);
    if (stopping?.aborted) return;
    summary.deadlines += found.deadlineCount;
    summary.due += found.dueCount;
    summary.differences += found.differenceCount;
    summary.errors += found.errorCount;
    if (found.differenceCount > 0)
      log.error(
        { officeId, differences: found.differenceCount },
        'reminders differ from what should have gone out',
      );
    await inUnitOfWork(db, systemActor(officeId), clock(), async (unit) => {
      const { deadlineCount, dueCount, differenceCount, differences } = found;
      await saveReconciliation(unit, { deadlineCount, dueCount, differenceCount, differences });
      unit.record({
        event: differenceCount === 0 ? 'reminders.reconciled' : 'reminders.found-different',
        changes: Object.entries({ deadlineCount, dueCount, differenceCount }).map(([field, to]) => ({
          field,
          from: null,
          to,
        })),
      });
      return done(null);
    });
    if (found.differenceCount > 0) await onFound?.(office, found.differenceCount);
  });

type Found = {
  deadlineCount: number;
  dueCount: number;
  differenceCount: number;
  errorCount: number;
  differences: Difference[];
};

async function compareOffice(context: ReconcileContext, officeId: string): Promise<Found> {
  const { db, clock, log, stopping, onDifference } = context;
  const actor = systemActor(officeId);
  const now = clock();
  const today = pacificToday(now);
  const found: Found = { deadlineCount: 0, dueCount: 0, differenceCount: 0, errorCount: 0, differences: [] };
  const { policy, comparedSince } = await inOffice(db, actor, today, async (tx) => ({
    policy: await readPolicy(tx),
    comparedSince: (await readFirstComparison(tx)) ?? now,
  }));
  const hearers = new Hearers(today);
  const compared = eachRow<ComparedCase>(PAGE, (after) =>
    inOffice(db, actor, today, (tx) =>
      comparePage(tx, after?.caseId ?? null, { policy, comparedSince, now, today, hearers }),
    ),
  );
  for await (const { caseId, comparison, error } of compared) {
    if (stopping?.aborted) return found;
    if (!comparison) {
      found.errorCount += 1;
      log.error({ err: error, caseId }, 'the reminders of a case could not be compared');
      continue;
    }
    found.deadlineCount += comparison.deadlineCount;
    found.dueCount += comparison.dueCount;
    found.differenceCount += comparison.differences.length;
    for (const difference of comparison.differences) {
      onDifference?.(difference);
      if (found.differences.length < MOST_KEPT) found.differences.push(difference);
    }
  }
  return found;
}

type At = {
  readonly policy: OfficePolicy;
  readonly comparedSince: Date;
  readonly now: Date;
  readonly today: LocalDate;
  readonly hearers: Hearers;
};
type ComparedCase = {
  readonly caseId: string;
  readonly comparison: Pick<Comparison, 'deadlineCount' | 'dueCount' | 'differences'> | null;
  readonly error?: unknown;
};

async function comparePage(tx: Transaction, after: string | null, at: At): Promise<ComparedCase[]> {
  const caseIds = await listOpenCaseIds(tx, 'all', after, PAGE);
  const kept = await readKept(tx, caseIds);
  const page: ComparedCase[] = [];
  for (const caseId of caseIds) {
    const record = await readCase(tx, caseId);
    page.push({ caseId, ...(await compareRecord(tx, record, kept, at)) });
  }
  return page;
}

async function compareRecord(
  tx: Transaction,
  record: CaseRecord | null,
  kept: KeptOfCases,
  at: At,
): Promise<Omit<ComparedCase, 'caseId'>> {
  if (!record || record.closedAt) return { comparison: { deadlineCount: 0, dueCount: 0, differences: [] } };
  const { id } = record;
  const addressees = await at.hearers.of(tx, record, kept.restricted.has(id));
  let comparison: Comparison;
  try {
    comparison = compareCase({
      ...at,
      assessed: assessCase(record, at.today),
      addressees,
      clocks: kept.clocks.get(id) ?? [],
      answers: kept.answers.get(id) ?? [],
      ledger: kept.ledger.get(id) ?? [],
    });
  } catch (error) {
    return { comparison: null, error };
  }
  const differences = [...comparison.differences];
  for (const { difference, recipientId, sentAt } of comparison.doubts)
    if (!(await hasRecordedSince(tx, id, recipientId, sentAt))) differences.push(difference);
  return { comparison: { ...comparison, differences } };
}

/** Who hears about a case depends on its owner alone, unless it is restricted, so each owner is looked up once. */
class Hearers {
  readonly #today: LocalDate;
  readonly #byOwner = new Map<string | null, Awaited<ReturnType<typeof readWhoHears>>>();
  constructor(today: LocalDate) {
    this.#today = today;
  }

  async of(tx: Transaction, record: CaseRecord, isRestricted: boolean): Promise<Addressee[]> {
    const { ownerId } = record;
    const former = isRestricted ? undefined : this.#byOwner.get(ownerId);
    const heard = former ?? (await readWhoHears(tx, record, this.#today));
    if (!former && !isRestricted) this.#byOwner.set(ownerId, heard);
    return addresseesOf(record, heard.staff, heard.suppressed);
  }
}
