import { asc, desc, eq, sql } from 'drizzle-orm';
import { beforeAnyOffice } from '../access/repository.ts';
import type { Database, Transaction } from '../db/client.ts';
import { offices, users } from '../db/schema.ts';
import { accessLinks } from '../db/schema-access.ts';
import type { LinkPurpose, Role, StaffLanguage } from '../db/vocabulary.ts';
import type { Invitation } from './access-state.ts';

export type ListedPerson = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly deactivatedAt: Date | null;
  readonly openCaseCount: number;
  readonly hasPassword: boolean;
  /** Known to the identity provider. */
  readonly hasIdentity: boolean;
  readonly hasSecondFactor: boolean;
  /** The newest one. */
  readonly invitation: Invitation | null;
};

const COLUMNS = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  createdAt: users.createdAt,
  deactivatedAt: users.deactivatedAt,
  openCaseCount: sql<number>`(select count(*)::int from cases c where c.closed_at is null and c.owner_id = users.id)`,
  hasPassword: sql<boolean>`users.password_hash is not null`,
  hasIdentity: sql<boolean>`exists (select from external_identities i where i.user_id = users.id)`,
  hasSecondFactor: sql<boolean>`exists (select from second_factors f where f.user_id = users.id and f.confirmed_at is not null)`,
} as const;

const INVITATION = {
  sentAt: accessLinks.createdAt,
  expiresAt: accessLinks.expiresAt,
  usedAt: accessLinks.usedAt,
  withdrawnAt: accessLinks.withdrawnAt,
} as const;

/** People with the newest invitation of each. */
const selectPeople = (tx: Transaction) => {
  const newest = tx
    .selectDistinctOn([accessLinks.userId], { userId: accessLinks.userId, ...INVITATION })
    .from(accessLinks)
    .where(eq(accessLinks.purpose, 'invitation'))
    .orderBy(accessLinks.userId, desc(accessLinks.createdAt), desc(accessLinks.id))
    .as('newest');
  return tx
    .select({
      ...COLUMNS,
      invitedId: newest.userId,
      sentAt: newest.sentAt,
      expiresAt: newest.expiresAt,
      usedAt: newest.usedAt,
      withdrawnAt: newest.withdrawnAt,
    })
    .from(users)
    .leftJoin(newest, eq(newest.userId, users.id));
};

type Row = Awaited<ReturnType<typeof selectPeople>>[number];

function personOf({ invitedId, sentAt, expiresAt, usedAt, withdrawnAt, ...person }: Row): ListedPerson {
  const invitation = invitedId && sentAt && expiresAt ? { sentAt, expiresAt, usedAt, withdrawnAt } : null;
  return { ...person, invitation };
}

/** Everybody of the office, those who can sign in first. One query. */
export async function listPeople(tx: Transaction): Promise<ListedPerson[]> {
  const rows = await selectPeople(tx).orderBy(
    sql`${users.deactivatedAt} is not null`,
    asc(users.name),
    asc(users.id),
  );
  return rows.map(personOf);
}

/** One person of the office, or null when it has none by that id. */
export async function readPerson(tx: Transaction, personId: string): Promise<ListedPerson | null> {
  const [row] = await selectPeople(tx).where(eq(users.id, personId));
  return row ? personOf(row) : null;
}

// ---------------------------------------------------------------- before anybody is signed in

/** Whom a mailed link belongs to. */
export type LinkHolder = {
  readonly linkId: string;
  readonly purpose: LinkPurpose;
  readonly tokenHash: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly role: Role;
    readonly language: StaffLanguage;
    readonly deactivatedAt: Date | null;
  };
  readonly office: { readonly id: string; readonly name: string };
};

const HOLDER = {
  id: users.id,
  name: users.name,
  email: users.email,
  role: users.role,
  language: users.language,
  deactivatedAt: users.deactivatedAt,
} as const;

/** The link with that hash, in whichever office; null when there is none. */
export async function findLink(db: Database, tokenHash: string): Promise<LinkHolder | null> {
  const [row] = await beforeAnyOffice(db, (tx) =>
    tx
      .select({
        linkId: accessLinks.id,
        purpose: accessLinks.purpose,
        tokenHash: accessLinks.tokenHash,
        expiresAt: accessLinks.expiresAt,
        usedAt: accessLinks.usedAt,
        withdrawnAt: accessLinks.withdrawnAt,
        person: HOLDER,
        office: { id: offices.id, name: offices.name },
      })
      .from(accessLinks)
      .innerJoin(users, eq(users.id, accessLinks.userId))
      .innerJoin(offices, eq(offices.id, users.officeId))
      .where(eq(accessLinks.tokenHash, tokenHash)),
  );
  return row ?? null;
}

export type AccountHolder = LinkHolder['person'] & {
  readonly office: LinkHolder['office'];
  readonly hasPassword: boolean;
};

/** Who signs in with that e-mail address, in whichever office; null where nobody does. */
export async function findAccountToReset(db: Database, email: string): Promise<AccountHolder | null> {
  const [row] = await beforeAnyOffice(db, (tx) =>
    tx
      .select({
        ...HOLDER,
        office: { id: offices.id, name: offices.name },
        hasPassword: sql<boolean>`${users.passwordHash} is not null`,
      })
      .from(users)
      .innerJoin(offices, eq(offices.id, users.officeId))
      .where(eq(sql`lower(${users.email})`, email.trim().toLowerCase())),
  );
  return row ?? null;
}
