import { and, eq, isNotNull, or, sql } from 'drizzle-orm';
import { cases, clients } from '../db/schema.ts';
import { clientMessages } from '../db/schema-reminders.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { ClientMessageKind } from '../db/vocabulary.ts';
import { isWaiting } from './ledger.ts';

type NewMessage = Pick<
  typeof clientMessages.$inferInsert,
  'officeId' | 'caseId' | 'kind' | 'writtenBy' | 'plannedAt'
>;

/** Puts a message on the books, for the worker to send; answers its id, under which it will go. */
export async function insertMessage({ tx, now }: UnitOfWork, message: NewMessage): Promise<string> {
  const [row] = await tx
    .insert(clientMessages)
    .values({ ...message, state: 'planned', createdAt: now })
    .returning({ id: clientMessages.id });
  if (!row) throw new Error('a message was not stored');
  return row.id;
}

/** Whether the same message went to the address since that moment, or waits to go, on whichever case and for whomever. */
export async function isRepeated(
  { tx }: UnitOfWork,
  { email, kind, since }: { readonly email: string; readonly kind: ClientMessageKind; readonly since: Date },
): Promise<boolean> {
  const { id, state, claimedAt, sentAt, plannedAt } = clientMessages;
  const isUnderWay = or(eq(state, 'planned'), isNotNull(claimedAt));
  const [row] = await tx
    .select({ id })
    .from(clientMessages)
    .innerJoin(cases, eq(cases.id, clientMessages.caseId))
    .innerJoin(clients, eq(clients.id, cases.clientId))
    .where(
      and(
        eq(sql`lower(${clients.email})`, email.toLowerCase()),
        eq(clientMessages.kind, kind),
        or(isUnderWay, and(eq(state, 'sent'), sql`coalesce(${sentAt}, ${plannedAt}) >= ${since}`)),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** What was called off; of what was tried before, nobody knows whether it arrived. */
export type CalledOff = { readonly kind: ClientMessageKind; readonly wasTried: boolean };

/** Calls off a message of this case that no worker holds, planned or between two tries; null where there is none. */
export async function callOff(
  { tx }: UnitOfWork,
  { caseId, messageId, by }: { readonly caseId: string; readonly messageId: string; readonly by: string },
): Promise<CalledOff | null> {
  const { id, kind, attempts } = clientMessages;
  const [row] = await tx
    .update(clientMessages)
    .set({
      state: 'canceled',
      reason: sql`${`Taken back by ${by} `} || case when ${attempts} = 0 then 'before it went.'
        else 'after it could not be handed over; it may have arrived all the same.' end`,
      claimedAt: null,
      claimedBy: null,
      retryAt: null,
    })
    .where(and(eq(id, messageId), eq(clientMessages.caseId, caseId), isWaiting()))
    .returning({ kind, attempts });
  return row ? { kind: row.kind, wasTried: row.attempts > 0 } : null;
}
