import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { caseKey, civilDate, createdAt, id, instant, officeId, oneOf, personKey } from './schema.ts';
import {
  LINK_PURPOSES,
  type LinkPurpose,
  RESTRICTION_GROUNDS,
  type RestrictionGround,
} from './vocabulary.ts';

// ---------------------------------------------------------------- coming in

/** Where somebody's account at an identity provider is this person. */
export const externalIdentities = pgTable(
  'external_identities',
  {
    id: id(),
    officeId: officeId(),
    userId: uuid('user_id').notNull(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    linkedAt: instant('linked_at').notNull(),
  },
  (t) => [
    personKey(t.officeId as never, t.userId as never),
    unique('external_identities_once').on(t.issuer, t.subject),
    index('external_identities_user').on(t.userId),
  ],
);

/** A person's authenticator. The secret is sealed with the server's key: the table alone makes no code. */
export const secondFactors = pgTable(
  'second_factors',
  {
    userId: uuid('user_id').primaryKey(),
    officeId: officeId(),
    sealedSecret: text('sealed_secret').notNull(),
    createdAt: createdAt(),
    /** Null while it is being set up: it counts for nothing before its first code was shown. */
    confirmedAt: instant('confirmed_at'),
    /** The last half minute whose code was taken: a code opens one door once. */
    lastStep: bigint('last_step', { mode: 'number' }).notNull().default(0),
  },
  (t) => [personKey(t.officeId as never, t.userId as never)],
);

export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id(),
    officeId: officeId(),
    userId: uuid('user_id').notNull(),
    codeHash: text('code_hash').notNull(),
    createdAt: createdAt(),
    usedAt: instant('used_at'),
    /** Set when newer codes replaced it. */
    replacedAt: instant('replaced_at'),
  },
  (t) => [
    personKey(t.officeId as never, t.userId as never),
    index('recovery_codes_standing').on(t.userId).where(sql`used_at is null and replaced_at is null`),
  ],
);

/** A link mailed to one person for one purpose. Only a hash of its token is kept. */
export const accessLinks = pgTable(
  'access_links',
  {
    id: id(),
    officeId: officeId(),
    userId: uuid('user_id').notNull(),
    purpose: text('purpose').$type<LinkPurpose>().notNull(),
    tokenHash: text('token_hash').notNull(),
    createdAt: createdAt(),
    createdBy: uuid('created_by'),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    /** Set when a newer link replaced it or it was called back. */
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    personKey(t.officeId as never, t.userId as never),
    personKey(t.officeId as never, t.createdBy as never),
    unique('access_links_token').on(t.tokenHash),
    index('access_links_user').on(t.userId),
    check('access_links_purpose_known', oneOf('purpose', LINK_PURPOSES)),
  ],
);

/** Counts of attempts, kept by the rate limiter under hashed keys; they belong to no office, since nobody is signed in. */
export const attemptCounts = pgTable('attempt_counts', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});

/** A form that was saved, by the number it was rendered with: sending it again leads to what it made the first time. */
export const savedForms = pgTable(
  'saved_forms',
  {
    officeId: officeId(),
    id: uuid('id').notNull(),
    userId: uuid('user_id').notNull(),
    /** Where its saving led. */
    location: text('location').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.officeId, t.id] }),
    personKey(t.officeId as never, t.userId as never),
    index('saved_forms_age').on(t.savedAt),
  ],
);

// ---------------------------------------------------------------- who sees what

/** While somebody is away, a colleague works their cases. The days are whole and end by themselves. */
export const covers = pgTable(
  'covers',
  {
    id: id(),
    officeId: officeId(),
    absentId: uuid('absent_id').notNull(),
    coverId: uuid('cover_id').notNull(),
    fromOn: civilDate('from_on').notNull(),
    untilOn: civilDate('until_on').notNull(),
    note: text('note').notNull().default(''),
    arrangedBy: uuid('arranged_by').notNull(),
    arrangedAt: instant('arranged_at').notNull(),
    /** Set when it was called off: it counts for nothing from then on. */
    endedAt: instant('ended_at'),
    endedBy: uuid('ended_by'),
  },
  (t) => [
    unique('covers_office_id_key').on(t.officeId, t.id),
    personKey(t.officeId as never, t.absentId as never),
    personKey(t.officeId as never, t.coverId as never),
    personKey(t.officeId as never, t.arrangedBy as never),
    personKey(t.officeId as never, t.endedBy as never),
    index('covers_standing').on(t.officeId, t.coverId, t.untilOn).where(sql`ended_at is null`),
    index('covers_of_absent').on(t.officeId, t.absentId, t.untilOn).where(sql`ended_at is null`),
    check('covers_two_people', sql`absent_id <> cover_id`),
    check('covers_days_in_order', sql`until_on >= from_on`),
    check('covers_end_whole', sql`(ended_at is null) = (ended_by is null)`),
  ],
);

/** A case that only named people may know of. Lifting deletes the row; the record keeps who did it and why. */
export const restrictions = pgTable(
  'restrictions',
  {
    caseId: uuid('case_id').primaryKey(),
    officeId: officeId(),
    ground: text('ground').$type<RestrictionGround>().notNull(),
    reason: text('reason').notNull(),
    restrictedBy: uuid('restricted_by').notNull(),
    restrictedAt: instant('restricted_at').notNull(),
  },
  (t) => [
    caseKey(t as never),
    personKey(t.officeId as never, t.restrictedBy as never),
    index('restrictions_office').on(t.officeId),
    check('restrictions_ground_known', oneOf('ground', RESTRICTION_GROUNDS)),
  ],
);

/** Who may know of a restricted case: for good, or for the days of a cover. */
export const namedPeople = pgTable(
  'named_people',
  {
    caseId: uuid('case_id').notNull(),
    userId: uuid('user_id').notNull(),
    officeId: officeId(),
    fromOn: civilDate('from_on').notNull(),
    /** The last day, for somebody named while covering; null means until taken off. */
    untilOn: civilDate('until_on'),
    namedBy: uuid('named_by').notNull(),
    namedAt: instant('named_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.userId] }),
    caseKey(t as never),
    personKey(t.officeId as never, t.userId as never),
    personKey(t.officeId as never, t.namedBy as never),
    index('named_people_person').on(t.officeId, t.userId),
    check('named_people_days_in_order', sql`until_on is null or until_on >= from_on`),
  ],
);

// ---------------------------------------------------------------- how long a record is kept

/** A reason to keep a case beyond its time: a lawsuit, a records request. It stands until somebody releases it. */
export const legalHolds = pgTable(
  'legal_holds',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    reason: text('reason').notNull(),
    placedBy: uuid('placed_by').notNull(),
    placedAt: instant('placed_at').notNull(),
    releasedBy: uuid('released_by'),
    releasedAt: instant('released_at'),
    releaseReason: text('release_reason').notNull().default(''),
  },
  (t) => [
    caseKey(t as never),
    personKey(t.officeId as never, t.placedBy as never),
    personKey(t.officeId as never, t.releasedBy as never),
    uniqueIndex('legal_holds_one_standing').on(t.caseId).where(sql`released_at is null`),
    check('legal_holds_reason_given', sql`length(btrim(reason)) > 0`),
    check('legal_holds_release_whole', sql`(released_at is null) = (released_by is null)`),
  ],
);

/** A case put forward for erasure by one person; a second one decides. */
export const erasureProposals = pgTable(
  'erasure_proposals',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    reason: text('reason').notNull().default(''),
    withdrawnBy: uuid('withdrawn_by'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    caseKey(t as never),
    personKey(t.officeId as never, t.proposedBy as never),
    personKey(t.officeId as never, t.withdrawnBy as never),
    uniqueIndex('erasure_proposals_one_standing').on(t.caseId).where(sql`withdrawn_at is null`),
  ],
);

/** What is left of an erased case: that it was there, who erased it, and figures that name nobody. */
export const erasedCases = pgTable(
  'erased_cases',
  {
    /** The erased case's own, so that what the audit says of it still leads somewhere. */
    caseId: uuid('case_id').primaryKey(),
    officeId: officeId(),
    number: text('number').notNull(),
    erasedAt: instant('erased_at').notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    erasedBy: uuid('erased_by').notNull(),
    statistics: jsonb('statistics').$type<Readonly<Record<string, string | number | null>>>().notNull(),
  },
  (t) => [
    unique('erased_cases_number_key').on(t.officeId, t.number),
    personKey(t.officeId as never, t.proposedBy as never),
    personKey(t.officeId as never, t.erasedBy as never),
    check('erased_cases_two_people', sql`proposed_by <> erased_by`),
  ],
);
