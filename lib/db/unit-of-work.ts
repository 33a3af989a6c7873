import { sql } from 'drizzle-orm';
import type { Actor } from '../access/actor.ts';
import type { NewAuditEvent } from '../audit/events.ts';
import { pacificToday } from '../calendar/clock.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Outcome } from '../errors.ts';
import type { Database, Transaction } from './client.ts';
import { auditEvents } from './schema.ts';

export type UnitOfWork<A extends Actor = Actor> = {
  readonly tx: Transaction;
  readonly actor: A;
  readonly now: Date;
  /** The civil date in California at `now`. */
  readonly today: LocalDate;
  /** Takes down what was done; it is written with the rest when the unit of work commits. */
  record(event: NewAuditEvent): void;
};

type Options = { readonly requestId?: string; readonly dryRun?: boolean };

class RolledBack<T> extends Error {
  readonly outcome: Outcome<T>;
  constructor(outcome: Outcome<T>) {
    super('rolled back');
    this.outcome = outcome;
  }
}

/**
 * Runs one command in one transaction, inside the actor's office. A refusal and a dry run roll back whatever was
 * written; a write that recorded no audit event never commits.
 */
export async function inUnitOfWork<T, A extends Actor>(
  db: Database,
  actor: A,
  now: Date,
  work: (unit: UnitOfWork<A>) => Promise<Outcome<T>>,
  options: Options = {},
): Promise<Outcome<T>> {
  try {
    return await db.transaction(async (tx) => {
      const today = pacificToday(now);
      await enterOffice(tx, actor, today);
      const events: (typeof auditEvents.$inferInsert)[] = [];
      const record = (event: NewAuditEvent) => {
        events.push({
          officeId: actor.officeId,
          at: now,
          actorId: actor.kind === 'user' ? actor.userId : null,
          requestId: options.requestId ?? '',
          ...event,
          changes: [...(event.changes ?? [])],
        });
      };
      const outcome = await work({ tx, actor, now, today, record });
      if (!outcome.ok || options.dryRun) throw new RolledBack(outcome);
      if (events.length === 0 && (await hasWritten(tx)))
        throw new Error('a unit of work wrote without recording an audit event');
      // Written last: an event takes the office's place in the chain, which nobody may hold while waiting for a case.
      if (events.length > 0) await tx.insert(auditEvents).values(events);
      return outcome;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.outcome as Outcome<T>;
    throw error;
  }
}

/** Runs reads inside the actor's office; the database refuses writes. */
export async function inOffice<T>(
  db: Database,
  actor: Actor,
  today: LocalDate,
  read: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return db.transaction(
    async (tx) => {
      await enterOffice(tx, actor, today);
      return read(tx);
    },
    { accessMode: 'read only' },
  );
}

/**
 * Keeps books inside the office, such as what scheduled work sent and what a calendar program was told: rows that add
 * nothing to what is known of a case, so they need no audit event.
 */
export async function inLedger<T>(
  db: Database,
  actor: Actor,
  today: LocalDate,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return db.transaction(async (tx) => {
    await enterOffice(tx, actor, today);
    return work(tx);
  });
}

/** Row-level security reads these settings; they end with the transaction, so a pooled connection carries nothing over. */
async function enterOffice(tx: Transaction, actor: Actor, today: LocalDate): Promise<void> {
  await tx.execute(
    sql`select set_config('app.office_id', ${actor.officeId}, true), set_config('app.today', ${today}, true),
      set_config('app.user_id', ${actor.kind === 'user' ? actor.userId : ''}, true),
      set_config('app.role', ${actor.kind === 'user' ? actor.role : 'system'}, true)`,
  );
}

/** A row lock counts too: a command that changes nothing has to refuse, not to succeed in silence. */
async function hasWritten(tx: Transaction): Promise<boolean> {
  const { rows } = await tx.execute<{ written: boolean }>(
    sql`select pg_current_xact_id_if_assigned() is not null as written`,
  );
  return rows[0]?.written ?? false;
}
