import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { LocalDate } from '../calendar/local-date.ts';
import { assessCase } from '../cases/assessed-case.ts';
import { readCase } from '../cases/load-case.ts';
import type { Transaction } from '../db/client.ts';
import { cases, deadlines, users } from '../db/schema.ts';
import { bulletins, clientMessages, reminderAnswers, reminders } from '../db/schema-reminders.ts';
import { recordIdIn } from '../input-fields.ts';
import { addresseesOf } from '../reminders/addressees.ts';
import { readWhoHears } from '../reminders/plan-deadline.ts';
import { readPolicy } from '../reminders/queries.ts';
import type { HandRow, LedgerRow } from './happenings.ts';
import type { AnswerRow, Recorded } from './recorder.ts';

export type FlightRecord = Recorded & { readonly case: { readonly id: string; readonly number: string } };

/** Everything about a case's reminders, in four queries beside those that read a case and who hears of it. */
export async function readFlightRecord(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  now: Date,
): Promise<FlightRecord | null> {
  const id = recordIdIn(caseId);
  const record = id && (await readCase(tx, id));
  if (!record) return null;
  const { staff, suppressed } = await readWhoHears(tx, record, today);
  const ledger = await listLedger(tx, record.id);
  const names = new Map([
    ...ledger.flatMap(({ recipientId, recipientName }) =>
      recipientName ? [[recipientId, recipientName] as const] : [],
    ),
    ...staff.map(({ id: personId, name }) => [personId, name] as const),
  ]);
  return {
    case: { id: record.id, number: record.number },
    assessed: assessCase(record, today),
    policy: await readPolicy(tx),
    now,
    ledger,
    byHand: await listByHand(tx, record.id),
    answers: await listAnswers(tx, record.id),
    addressees: addresseesOf(record, staff, suppressed),
    names,
    standsSince: await readStanding(tx, record.id),
  };
}

type NamedRow = LedgerRow & { readonly recipientName: string | null };

/** What was told in a digest shares the digest's fate. */
async function listLedger(tx: Transaction, caseId: string): Promise<NamedRow[]> {
  const later = (of: 'deliveredAt' | 'bouncedAt' | 'complainedAt') =>
    sql<Date | null>`coalesce(${reminders[of]}, ${bulletins[of]})`.mapWith(reminders[of]);
  return tx
    .select({
      id: reminders.id,
      rule: reminders.rule,
      dueOn: reminders.dueOn,
      rung: reminders.rung,
      recipientKind: reminders.recipientKind,
      recipientId: reminders.recipientId,
      recipientName: users.name,
      plannedAt: reminders.plannedAt,
      state: reminders.state,
      reason: reminders.reason,
      attempts: reminders.attempts,
      claimedAt: reminders.claimedAt,
      retryAt: reminders.retryAt,
      sentAt: reminders.sentAt,
      deliveredAt: later('deliveredAt'),
      bouncedAt: later('bouncedAt'),
      complainedAt: later('complainedAt'),
      digestOn: bulletins.forOn,
    })
    .from(reminders)
    .leftJoin(users, eq(users.id, reminders.recipientId))
    .leftJoin(bulletins, eq(bulletins.id, reminders.bulletinId))
    .where(eq(reminders.caseId, caseId))
    .orderBy(asc(reminders.plannedAt), asc(reminders.id));
}

async function listByHand(tx: Transaction, caseId: string): Promise<HandRow[]> {
  const { id, kind, plannedAt, state, reason, attempts, claimedAt, retryAt, sentAt } = clientMessages;
  const { deliveredAt, bouncedAt, complainedAt } = clientMessages;
  const fate = { state, reason, attempts, claimedAt, retryAt, sentAt, deliveredAt, bouncedAt, complainedAt };
  return tx
    .select({ id, kind, clientId: cases.clientId, byName: users.name, plannedAt, ...fate })
    .from(clientMessages)
    .innerJoin(cases, eq(cases.id, clientMessages.caseId))
    .innerJoin(users, eq(users.id, clientMessages.writtenBy))
    .where(eq(clientMessages.caseId, caseId))
    .orderBy(asc(plannedAt), asc(id));
}

async function listAnswers(tx: Transaction, caseId: string): Promise<AnswerRow[]> {
  const answerer = alias(users, 'answerer');
  const withdrawer = alias(users, 'withdrawer');
  const rows = await tx
    .select({
      rule: reminderAnswers.rule,
      dueOn: reminderAnswers.dueOn,
      kind: reminderAnswers.kind,
      untilOn: reminderAnswers.quietUntilOn,
      reason: reminderAnswers.reason,
      byName: answerer.name,
      at: reminderAnswers.answeredAt,
      withdrawnAt: reminderAnswers.withdrawnAt,
      withdrawnByName: withdrawer.name,
    })
    .from(reminderAnswers)
    .innerJoin(answerer, eq(answerer.id, reminderAnswers.answeredBy))
    .leftJoin(withdrawer, eq(withdrawer.id, reminderAnswers.withdrawnBy))
    .where(eq(reminderAnswers.caseId, caseId))
    .orderBy(asc(reminderAnswers.answeredAt));
  return rows.map(({ withdrawnAt, withdrawnByName, ...answer }) => ({
    ...answer,
    withdrawn: withdrawnAt && { at: withdrawnAt, byName: withdrawnByName ?? 'a colleague' },
  }));
}

async function readStanding(tx: Transaction, caseId: string): Promise<Map<string, Date>> {
  const rows = await tx
    .select({ rule: deadlines.rule, standsSince: deadlines.standsSince })
    .from(deadlines)
    .where(and(eq(deadlines.caseId, caseId), eq(deadlines.outcome, 'pending')));
  return new Map(rows.map(({ rule, standsSince }) => [rule, standsSince]));
}
