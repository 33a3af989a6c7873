import { and, asc, eq, inArray, isNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { LocalDate } from '../calendar/local-date.ts';
import { type CaseForm, leadOf } from '../cases/case-form.ts';
import { type Colleague, listColleagues, readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { cases, users } from '../db/schema.ts';
import { namedPeople, restrictions } from '../db/schema-access.ts';
import type { RestrictionGround, Role } from '../db/vocabulary.ts';

export type NamedPerson = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly fromOn: LocalDate;
  /** The last day of somebody named while covering; null for those named for good. */
  readonly untilOn: LocalDate | null;
};

/** A restricted case as its named people see it. */
export type RestrictedCase = {
  readonly ground: RestrictionGround;
  readonly reason: string;
  readonly restrictedAt: Date;
  readonly restrictedBy: string;
  readonly named: readonly NamedPerson[];
};

/** Who may know of a case, or null where everybody in the office may. Two queries. */
export async function readRestriction(tx: Transaction, caseId: string): Promise<RestrictedCase | null> {
  const author = alias(users, 'author');
  const [row] = await tx
    .select({
      ground: restrictions.ground,
      reason: restrictions.reason,
      restrictedAt: restrictions.restrictedAt,
      restrictedBy: author.name,
    })
    .from(restrictions)
    .innerJoin(author, eq(author.id, restrictions.restrictedBy))
    .where(eq(restrictions.caseId, caseId));
  if (!row) return null;
  const named = await tx
    .select({
      id: users.id,
      name: users.name,
      role: users.role,
      fromOn: namedPeople.fromOn,
      untilOn: namedPeople.untilOn,
    })
    .from(namedPeople)
    .innerJoin(users, eq(users.id, namedPeople.userId))
    .where(eq(namedPeople.caseId, caseId))
    .orderBy(asc(users.name), asc(users.id));
  return { ...row, named };
}

export type RestrictionValues = {
  readonly restriction: RestrictedCase | null;
  /** Named in any case: whoever asks, and the owner. */
  readonly fixed: readonly { readonly name: string; readonly because: string }[];
  readonly colleagues: readonly Colleague[];
  readonly namedIds: readonly string[];
  /** Whether who asks decides about it: not while they are named for a cover only. */
  readonly mayDecide: boolean;
};

export async function readRestrictionForm(
  tx: Transaction,
  caseId: string,
  actor: { readonly userId: string; readonly name: string },
  today: LocalDate,
): Promise<CaseForm<RestrictionValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { ownerId, ownerName } = source.record;
  const restriction = await readRestriction(tx, caseId);
  const forGood = restriction?.named.filter(({ untilOn }) => untilOn === null) ?? [];
  const colleagues = await listColleagues(tx);
  const owner = colleagues.find(({ id }) => id === ownerId);
  return {
    case: source.case,
    lead: leadOf(source),
    barred: null,
    isCorrection: false,
    values: {
      restriction,
      fixed: [
        { name: actor.name, because: actor.userId === ownerId ? 'you, the case’s owner' : 'you' },
        ...(owner && owner.id !== actor.userId
          ? [{ name: ownerName ?? '', because: 'the case’s owner' }]
          : []),
      ],
      colleagues: colleagues.filter(({ id }) => id !== actor.userId && id !== ownerId),
      namedIds: forGood.map(({ id }) => id),
      mayDecide: restriction === null || forGood.some(({ id }) => id === actor.userId),
    },
  };
}

/** Restricted cases on which, besides their owner, no supervisor or administrator is named who can sign in. */
export async function listWithoutLeader(tx: Transaction): Promise<string[]> {
  const leader = tx
    .select({ id: users.id })
    .from(namedPeople)
    .innerJoin(users, eq(users.id, namedPeople.userId))
    .where(
      and(
        eq(namedPeople.caseId, restrictions.caseId),
        isNull(namedPeople.untilOn),
        isNull(users.deactivatedAt),
        inArray(users.role, ['supervisor', 'administrator']),
        sql`${users.id} is distinct from ${cases.ownerId}`,
      ),
    );
  const rows = await tx
    .select({ caseId: restrictions.caseId })
    .from(restrictions)
    .innerJoin(cases, eq(cases.id, restrictions.caseId))
    .where(notExists(leader))
    .orderBy(asc(restrictions.caseId));
  return rows.map(({ caseId }) => caseId);
}
