import { and, asc, eq, isNotNull, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { cases, clients, users } from '../db/schema.ts';
import type { Stage } from '../db/vocabulary.ts';

/** A case of the same family, as others of it show it. */
export type Relative = {
  readonly caseId: string;
  readonly number: string;
  readonly clientName: string;
  readonly stage: Stage;
  readonly nextDueOn: LocalDate | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly isClosed: boolean;
};

const own = alias(cases, 'own');

/** The other cases of a case's family that the reader may know of, open ones first. One query. */
export async function listFamily(tx: Transaction, caseId: string): Promise<Relative[]> {
  const rows = await tx
    .select({
      caseId: cases.id,
      number: cases.number,
      clientName: clients.name,
      stage: cases.stage,
      nextDueOn: cases.nextDueOn,
      ownerId: cases.ownerId,
      ownerName: users.name,
      closedAt: cases.closedAt,
    })
    .from(own)
    .innerJoin(
      cases,
      and(
        eq(cases.officeId, own.officeId),
        isNotNull(cases.familyId),
        eq(cases.familyId, own.familyId),
        ne(cases.id, own.id),
      ),
    )
    .innerJoin(clients, eq(clients.id, cases.clientId))
    .leftJoin(users, eq(users.id, cases.ownerId))
    .where(eq(own.id, caseId))
    .orderBy(asc(cases.number));
  const relatives = rows.map(({ closedAt, ...row }) => ({ ...row, isClosed: closedAt !== null }));
  return [...relatives.filter((each) => !each.isClosed), ...relatives.filter((each) => each.isClosed)];
}

/** The open cases of the family as choices for an act that is recorded on all of them. */
export const openRelatives = (family: readonly Relative[]) =>
  family
    .filter(({ isClosed }) => !isClosed)
    .map(({ caseId, clientName, number }) => ({ value: caseId, label: `${clientName}, ${number}` }));
