import { and, asc, eq, gte, isNull, lte } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Colleague, listColleagues } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { cases, clients, users } from '../db/schema.ts';
import { covers, namedPeople, restrictions } from '../db/schema-access.ts';
import { type Arrangement, coverWarnings } from './rules.ts';

export type ListedCover = Arrangement & {
  readonly id: string;
  readonly note: string;
  readonly arrangedBy: string;
  /** What the arrangement does not reach, in sentences. */
  readonly warnings: readonly string[];
};

const absent = alias(users, 'absent');
const cover = alias(users, 'cover');
const author = alias(users, 'author');

const selectCovers = (tx: Transaction) =>
  tx
    .select({
      id: covers.id,
      absentId: covers.absentId,
      absentName: absent.name,
      coverId: covers.coverId,
      coverName: cover.name,
      fromOn: covers.fromOn,
      untilOn: covers.untilOn,
      note: covers.note,
      arrangedBy: author.name,
    })
    .from(covers)
    .innerJoin(absent, eq(absent.id, covers.absentId))
    .innerJoin(cover, eq(cover.id, covers.coverId))
    .innerJoin(author, eq(author.id, covers.arrangedBy));

/** The office's covers that stand today or are to come, soonest first. One query. */
export async function listCovers(tx: Transaction, today: LocalDate): Promise<ListedCover[]> {
  const rows = await selectCovers(tx)
    .where(and(isNull(covers.endedAt), gte(covers.untilOn, today)))
    .orderBy(asc(covers.fromOn), asc(covers.untilOn), asc(covers.id));
  return rows.map((row) => ({ ...row, warnings: coverWarnings(row, rows) }));
}

/** Who somebody covers for on one day. */
export type CoveredPerson = { readonly id: string; readonly name: string; readonly untilOn: LocalDate };

/** The people somebody covers for today, by name. One query. */
export const listCovered = (tx: Transaction, coverId: string, today: LocalDate): Promise<CoveredPerson[]> =>
  tx
    .select({ id: absent.id, name: absent.name, untilOn: covers.untilOn })
    .from(covers)
    .innerJoin(absent, eq(absent.id, covers.absentId))
    .where(
      and(
        eq(covers.coverId, coverId),
        isNull(covers.endedAt),
        lte(covers.fromOn, today),
        gte(covers.untilOn, today),
      ),
    )
    .orderBy(asc(absent.name), asc(absent.id));

/** A restricted case that can be opened to a cover by whoever is asked. */
export type CaseToOpen = { readonly id: string; readonly number: string; readonly clientName: string };

export type CoverForm = {
  readonly absent: { readonly id: string; readonly name: string };
  readonly colleagues: readonly Colleague[];
  readonly restricted: readonly CaseToOpen[];
  readonly standing: readonly ListedCover[];
};

/** What arranging a cover for somebody needs; null where the office has no such person who works cases. */
export async function readCoverForm(
  tx: Transaction,
  absentId: string,
  actorId: string,
  today: LocalDate,
): Promise<CoverForm | null> {
  const colleagues = await listColleagues(tx);
  const person = colleagues.find(({ id }) => id === absentId);
  if (!person) return null;
  const restricted = await tx
    .select({ id: cases.id, number: cases.number, clientName: clients.name })
    .from(restrictions)
    .innerJoin(cases, eq(cases.id, restrictions.caseId))
    .innerJoin(clients, eq(clients.id, cases.clientId))
    .innerJoin(
      namedPeople,
      and(eq(namedPeople.caseId, cases.id), eq(namedPeople.userId, actorId), isNull(namedPeople.untilOn)),
    )
    .where(and(eq(cases.ownerId, absentId), isNull(cases.closedAt)))
    .orderBy(asc(cases.number));
  return {
    absent: { id: person.id, name: person.name },
    colleagues: colleagues.filter(({ id }) => id !== absentId),
    restricted,
    standing: (await listCovers(tx, today)).filter((each) => each.absentId === absentId),
  };
}
