import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AuditChange } from '../audit/events.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import {
  ADJUSTMENT_KINDS,
  type AdjustmentKind,
  BASES,
  type Basis,
  CALL_DIRECTIONS,
  CALL_RESULTS,
  CASE_OUTCOMES,
  type CallDirection,
  type CallResult,
  type CaseOutcome,
  type DateSources,
  DEADLINE_KINDS,
  DEADLINE_OUTCOMES,
  DECISION_OUTCOMES,
  type DeadlineKind,
  type DeadlineOutcome,
  type DecisionOutcome,
  FILING_CHANNELS,
  type FilingChannel,
  LANGUAGES,
  type Language,
  MESSAGE_DETAILS,
  type MessageDetail,
  OWED_BY,
  type OwedBy,
  PERIOD_UNITS,
  type PeriodUnit,
  PROGRAMS,
  type Program,
  REGULATORS,
  type Regulator,
  ROLES,
  type Role,
  SECOND_FACTOR_SCOPES,
  SESSION_ENDS,
  type SecondFactorScope,
  type SessionEnd,
  SIGN_IN_METHODS,
  type SignInMethod,
  STAFF_LANGUAGES,
  STAGES,
  type StaffLanguage,
  type Stage,
  TASK_REASONS,
  type TaskReason,
  WAITING_ON,
  type WaitingOn,
} from './vocabulary.ts';

export const id = () => uuid('id').primaryKey().defaultRandom();
export const officeId = () =>
  uuid('office_id')
    .notNull()
    .references(() => offices.id);
export const civilDate = (name: string) => date(name, { mode: 'string' }).$type<LocalDate>();
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const createdAt = () => instant('created_at').notNull().defaultNow();
const dateSources = () => jsonb('date_sources').$type<DateSources>().notNull().default({});
export const oneOf = (column: string, values: readonly string[]) =>
  sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(', ')})`);

// ---------------------------------------------------------------- offices and people

export const offices = pgTable(
  'offices',
  {
    id: id(),
    name: text('name').notNull(),
    phone: text('phone').notNull().default(''),
    timeZone: text('time_zone').notNull().default('America/Los_Angeles'),
    secondFactorFor: text('second_factor_for').$type<SecondFactorScope>().notNull().default('leaders'),
    idleLockMinutes: integer('idle_lock_minutes').notNull().default(15),
    retentionYears: integer('retention_years').notNull().default(7),
    /** Invented people only: made by the seed, never by the app. */
    isDemo: boolean('is_demo').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    check('offices_second_factor_known', oneOf('second_factor_for', SECOND_FACTOR_SCOPES)),
    check('offices_idle_lock_bounded', sql`${t.idleLockMinutes} between 1 and 60`),
    check('offices_retention_bounded', sql`${t.retentionYears} between 1 and 50`),
  ],
);

export const users = pgTable(
  'users',
  {
    id: id(),
    officeId: officeId(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    /** The language they read the app in. */
    language: text('language').$type<StaffLanguage>().notNull().default('en'),
    /** Null until an invitation is taken up, and for people who only come in by single sign-on. */
    passwordHash: text('password_hash'),
    createdAt: createdAt(),
    deactivatedAt: instant('deactivated_at'),
  },
  (t) => [
    unique('users_office_id_key').on(t.officeId, t.id),
    uniqueIndex('users_email_key').on(sql`lower(${t.email})`),
    check('users_role_known', oneOf('role', ROLES)),
    check('users_language_known', oneOf('language', STAFF_LANGUAGES)),
  ],
);

export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    officeId: officeId(),
    userId: uuid('user_id').notNull(),
    createdAt: createdAt(),
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    method: text('method').$type<SignInMethod>().notNull().default('password'),
    /** When a second factor was last shown: null until then, so that the session opens nothing that needs one. */
    factorAt: instant('factor_at'),
    lockedAt: instant('locked_at'),
    device: text('device').notNull().default(''),
    address: text('address').notNull().default(''),
    revokedAt: instant('revoked_at'),
    endedBecause: text('ended_because').$type<SessionEnd>(),
  },
  (t) => [
    foreignKey({ columns: [t.officeId, t.userId], foreignColumns: [users.officeId, users.id] }).onDelete(
      'cascade',
    ),
    index('sessions_user').on(t.userId),
    check('sessions_method_known', oneOf('method', SIGN_IN_METHODS)),
    check('sessions_end_known', sql`ended_because is null or ${oneOf('ended_because', SESSION_ENDS)}`),
  ],
);

// ---------------------------------------------------------------- health plans

export const healthPlans = pgTable(
  'health_plans',
  {
    id: id(),
    officeId: officeId(),
    name: text('name').notNull(),
    phone: text('phone').notNull().default(''),
    grievanceAddress: text('grievance_address').notNull().default(''),
    grievanceFax: text('grievance_fax').notNull().default(''),
    note: text('note').notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    unique('health_plans_office_id_key').on(t.officeId, t.id),
    uniqueIndex('health_plans_name_key').on(t.officeId, sql`lower(${t.name})`),
  ],
);

/** One plan can sell lines under different regulators, so the regulator belongs to the line. */
export const planLines = pgTable(
  'plan_lines',
  {
    id: id(),
    officeId: officeId(),
    planId: uuid('plan_id').notNull(),
    name: text('name').notNull(),
    program: text('program').$type<Program>().notNull(),
    regulator: text('regulator').$type<Regulator>().notNull(),
    knoxKeene: boolean('knox_keene').notNull().default(true),
    source: text('source').notNull().default(''),
    verifiedOn: civilDate('verified_on'),
  },
  (t) => [
    unique('plan_lines_office_id_key').on(t.officeId, t.id),
    foreignKey({ columns: [t.officeId, t.planId], foreignColumns: [healthPlans.officeId, healthPlans.id] }),
    uniqueIndex('plan_lines_name_key').on(t.planId, sql`lower(${t.name})`),
    check('plan_lines_program_known', oneOf('program', PROGRAMS)),
    check('plan_lines_regulator_known', oneOf('regulator', REGULATORS)),
    check(
      'plan_lines_regulator_fits_program',
      sql`not (program = 'self-funded' and regulator in ('DMHC', 'CDI')) and not (program = 'medi-cal' and regulator = 'CDI')`,
    ),
  ],
);

// ---------------------------------------------------------------- clients

export const clients = pgTable(
  'clients',
  {
    id: id(),
    officeId: officeId(),
    name: text('name').notNull(),
    pronouns: text('pronouns').notNull().default(''),
    birthOn: civilDate('birth_on'),
    language: text('language').$type<Language>().notNull().default('en'),
    languageNote: text('language_note').notNull().default(''),
    email: text('email').notNull().default(''),
    phone: text('phone').notNull().default(''),
    address: text('address').notNull().default(''),
    contactHours: text('contact_hours').notNull().default(''),
    mayLeaveVoicemail: boolean('may_leave_voicemail').notNull().default(false),
    maySayWhoWeAre: boolean('may_say_who_we_are').notNull().default(false),
    maySendText: boolean('may_send_text').notNull().default(false),
    maySendPaperMail: boolean('may_send_paper_mail').notNull().default(false),
    safeContactNote: text('safe_contact_note').notNull().default(''),
    emailConsentOn: civilDate('email_consent_on'),
    emailConsentHow: text('email_consent_how').notNull().default(''),
    emailConsentWithdrawnOn: civilDate('email_consent_withdrawn_on'),
    /** How much a message may tell, as the client agreed. */
    messageDetail: text('message_detail').$type<MessageDetail>().notNull().default('neutral'),
    messageDetailOn: civilDate('message_detail_on'),
    representativeName: text('representative_name').notNull().default(''),
    representativeRelationship: text('representative_relationship').notNull().default(''),
    representativePhone: text('representative_phone').notNull().default(''),
    representativeEmail: text('representative_email').notNull().default(''),
    representativeAuthority: text('representative_authority').notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    unique('clients_office_id_key').on(t.officeId, t.id),
    check('clients_name_given', sql`length(btrim(name)) > 0`),
    check('clients_language_known', oneOf('language', LANGUAGES)),
    check(
      'clients_consent_says_how',
      sql`email_consent_on is null or (length(btrim(email_consent_how)) > 0 and length(btrim(email)) > 0)`,
    ),
    check('clients_detail_known', oneOf('message_detail', MESSAGE_DETAILS)),
    check('clients_detail_agreed', sql`message_detail = 'neutral' or message_detail_on is not null`),
    check(
      'clients_consent_order',
      sql`email_consent_withdrawn_on is null or email_consent_withdrawn_on >= email_consent_on`,
    ),
  ],
);

// ---------------------------------------------------------------- cases

/** The last case number given out per office and year; a number is never reused, so this only counts up. */
export const caseNumbers = pgTable(
  'case_numbers',
  { officeId: officeId(), year: integer('year').notNull(), lastNumber: integer('last_number').notNull() },
  (t) => [primaryKey({ columns: [t.officeId, t.year] })],
);

export const cases = pgTable(
  'cases',
  {
    id: id(),
    officeId: officeId(),
    number: text('number').notNull(),
    clientId: uuid('client_id').notNull(),
    planLineId: uuid('plan_line_id'),
    memberNumber: text('member_number').notNull().default(''),
    serviceCoveredBy: text('service_covered_by').$type<'medicare' | 'medi-cal'>(),
    urgent: boolean('urgent').notNull().default(false),
    ownerId: uuid('owner_id'),
    /** With whom it waits, and since when, where somebody said so. */
    waitingOn: text('waiting_on').$type<WaitingOn>(),
    waitingSinceOn: civilDate('waiting_since_on'),
    /** Cases of one family share it. */
    familyId: uuid('family_id'),
    version: integer('version').notNull().default(1),
    openedAt: instant('opened_at').notNull(),
    closedAt: instant('closed_at'),
    outcome: text('outcome').$type<CaseOutcome>(),
    lastContactOn: civilDate('last_contact_on'),
    // Derived by lib/deadlines/sync.ts from the recorded facts, for lists; never typed.
    stage: text('stage').$type<Stage>().notNull(),
    nextRule: text('next_rule'),
    nextOwedBy: text('next_owed_by').$type<OwedBy>(),
    nextStartsOn: civilDate('next_starts_on'),
    nextDueOn: civilDate('next_due_on'),
    fileBy: civilDate('file_by'),
    lastReadingOn: civilDate('last_reading_on'),
    /** Set by closing: the first day on which the record may be put forward for erasure. */
    retainUntilOn: civilDate('retain_until_on'),
  },
  (t) => [
    unique('cases_office_id_key').on(t.officeId, t.id),
    unique('cases_number_key').on(t.officeId, t.number),
    foreignKey({ columns: [t.officeId, t.clientId], foreignColumns: [clients.officeId, clients.id] }),
    foreignKey({ columns: [t.officeId, t.planLineId], foreignColumns: [planLines.officeId, planLines.id] }),
    foreignKey({ columns: [t.officeId, t.ownerId], foreignColumns: [users.officeId, users.id] }),
    check('cases_stage_known', oneOf('stage', STAGES)),
    check('cases_outcome_known', sql`outcome is null or ${oneOf('outcome', CASE_OUTCOMES)}`),
    check('cases_waiting_known', sql`waiting_on is null or ${oneOf('waiting_on', WAITING_ON)}`),
    check('cases_waiting_whole', sql`(waiting_on is null) = (waiting_since_on is null)`),
    check('cases_closed_with_outcome', sql`(closed_at is null) = (outcome is null)`),
    check(
      'cases_covered_by_known',
      sql`service_covered_by is null or service_covered_by in ('medicare', 'medi-cal')`,
    ),
    // The columns after `id` let the list's counts be read from the index alone.
    index('cases_open_by_due')
      .on(t.officeId, t.nextDueOn, t.id, t.nextOwedBy, t.urgent)
      .where(sql`closed_at is null`),
    index('cases_open_by_owner_due')
      .on(t.officeId, t.ownerId, t.nextDueOn, t.id, t.nextOwedBy, t.urgent)
      .where(sql`closed_at is null`),
    index('cases_open_by_stage_due').on(t.officeId, t.stage, t.nextDueOn, t.id).where(sql`closed_at is null`),
    index('cases_closed')
      .on(t.officeId, t.closedAt, t.id, t.nextDueOn, t.nextOwedBy, t.urgent)
      .where(sql`closed_at is not null`),
    index('cases_client').on(t.clientId),
    index('cases_family').on(t.officeId, t.familyId).where(sql`family_id is not null`),
    index('cases_open_by_line').on(t.officeId, t.planLineId, t.nextDueOn).where(sql`closed_at is null`),
    index('cases_closed_by_line').on(t.officeId, t.planLineId, t.closedAt).where(sql`closed_at is not null`),
    index('cases_retention').on(t.officeId, t.retainUntilOn).where(sql`closed_at is not null`),
  ],
);

/** Words under which a case is found: each starts-with search is one range of a btree that row security cannot slow. */
export const caseSearchTerms = pgTable(
  'case_search_terms',
  {
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    /** Names and numbers are kept as the case has them; the words of its notes are only added to. */
    source: text('source').$type<'case' | 'note'>().notNull().default('case'),
    term: text('term').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.source, t.term] }),
    foreignKey({ columns: [t.officeId, t.caseId], foreignColumns: [cases.officeId, cases.id] }),
    check('case_search_terms_source_known', sql`source in ('case', 'note')`),
  ],
);

/**
 * The office's words, each under itself and under every form that lacks one of its letters: a word typed with one
 * mistake shares such a form with the word that was meant. Kept by the database beside the terms.
 */
export const searchWordKeys = pgTable(
  'search_word_keys',
  { officeId: officeId(), key: text('key').notNull(), word: text('word').notNull() },
  (t) => [
    primaryKey({ columns: [t.officeId, t.key, t.word] }),
    index('search_word_keys_word').on(t.officeId, t.word),
  ],
);

/** One of the same office's people. */
export const personKey = (officeColumn: never, personColumn: never) =>
  foreignKey({ columns: [officeColumn, personColumn], foreignColumns: [users.officeId, users.id] });
export const caseKey = (t: { officeId: never; caseId: never }) =>
  foreignKey({ columns: [t.officeId, t.caseId], foreignColumns: [cases.officeId, cases.id] });

export const denials = pgTable(
  'denials',
  {
    caseId: uuid('case_id').primaryKey(),
    officeId: officeId(),
    letterOn: civilDate('letter_on'),
    receivedOn: civilDate('received_on'),
    service: text('service').notNull().default(''),
    bases: text('bases').array().$type<Basis[]>().notNull().default([]),
    contractProvision: text('contract_provision').notNull().default(''),
    serviceReceived: boolean('service_received').notNull().default(false),
    servicesEndOn: civilDate('services_end_on'),
    dateSources: dateSources(),
  },
  (t) => [
    caseKey(t as never),
    check('denials_order', sql`received_on >= letter_on`),
    check('denials_bases_known', sql.raw(`bases <@ array[${BASES.map((b) => `'${b}'`).join(', ')}]`)),
  ],
);

export const grievances = pgTable(
  'grievances',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    sentOn: civilDate('sent_on'),
    receivedOn: civilDate('received_on'),
    receivedAt: instant('received_at'),
    channel: text('channel').$type<FilingChannel>(),
    expedited: boolean('expedited').notNull().default(false),
    certifiedBy: text('certified_by').notNull().default(''),
    planReference: text('plan_reference').notNull().default(''),
    acknowledgedOn: civilDate('acknowledged_on'),
    statementOn: civilDate('statement_on'),
    dateSources: dateSources(),
    createdAt: createdAt(),
  },
  (t) => [
    caseKey(t as never),
    unique('grievances_office_id_key').on(t.officeId, t.id),
    index('grievances_case').on(t.caseId, t.createdAt),
    check('grievances_dated', sql`sent_on is not null or received_on is not null`),
    check('grievances_order', sql`received_on >= sent_on`),
    check('grievances_acknowledgment_order', sql`acknowledged_on >= coalesce(received_on, sent_on)`),
    check('grievances_statement_order', sql`statement_on >= coalesce(received_on, sent_on)`),
    check(
      'grievances_received_agree',
      sql`received_at is null or received_on = (received_at at time zone 'America/Los_Angeles')::date`,
    ),
    check('grievances_channel_known', sql`channel is null or ${oneOf('channel', FILING_CHANNELS)}`),
  ],
);

/** The plan's one decision on a grievance; the unique key is what refuses a second. */
export const planDecisions = pgTable(
  'plan_decisions',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    grievanceId: uuid('grievance_id').notNull(),
    letterOn: civilDate('letter_on').notNull(),
    receivedOn: civilDate('received_on'),
    outcome: text('outcome').$type<DecisionOutcome>().notNull(),
    note: text('note').notNull().default(''),
    dateSources: dateSources(),
    createdAt: createdAt(),
  },
  (t) => [
    caseKey(t as never),
    foreignKey({
      columns: [t.officeId, t.grievanceId],
      foreignColumns: [grievances.officeId, grievances.id],
    }),
    unique('plan_decisions_one_per_grievance').on(t.grievanceId),
    check('plan_decisions_order', sql`received_on >= letter_on`),
    check('plan_decisions_outcome_known', oneOf('outcome', DECISION_OUTCOMES)),
  ],
);

export const imrApplications = pgTable(
  'imr_applications',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    regulator: text('regulator').$type<'DMHC' | 'CDI'>().notNull(),
    channel: text('channel').$type<FilingChannel>().notNull(),
    destination: text('destination').notNull().default(''),
    confirmationNumber: text('confirmation_number').notNull().default(''),
    expedited: boolean('expedited').notNull().default(false),
    certifiedBy: text('certified_by').notNull().default(''),
    compellingStatement: text('compelling_statement').notNull().default(''),
    extensionStatement: text('extension_statement').notNull().default(''),
    extensionApprovedBy: uuid('extension_approved_by'),
    filing: text('filing').$type<'timely' | 'late-but-timely-on-another-reading' | 'late'>(),
    appliedOn: civilDate('applied_on').notNull(),
    /** The hour it was sent, where it is known. */
    sentAt: instant('sent_at'),
    pageCount: integer('page_count'),
    /** What shows that it arrived, and what was sent: of the same case, as foreign keys of the migration hold. */
    receiptDocumentId: uuid('receipt_document_id'),
    packetId: uuid('packet_id'),
    /** Recorded by a release that asked for no proof: taken as it was told. */
    recordedBeforeProof: boolean('recorded_before_proof').notNull().default(false),
    receivedOn: civilDate('received_on'),
    receivedAt: instant('received_at'),
    acceptedOn: civilDate('accepted_on'),
    acceptedAt: instant('accepted_at'),
    rejectedOn: civilDate('rejected_on'),
    rejectionReason: text('rejection_reason').notNull().default(''),
    planNotifiedOn: civilDate('plan_notified_on'),
    documentsSentOn: civilDate('documents_sent_on'),
    documentsSentAt: instant('documents_sent_at'),
    reviewerReceivedOn: civilDate('reviewer_received_on'),
    determinedOn: civilDate('determined_on'),
    outcome: text('outcome').$type<DecisionOutcome>(),
    planReceivedOn: civilDate('plan_received_on'),
    implementedOn: civilDate('implemented_on'),
    dateSources: dateSources(),
    createdAt: createdAt(),
  },
  (t) => [
    caseKey(t as never),
    foreignKey({ columns: [t.officeId, t.extensionApprovedBy], foreignColumns: [users.officeId, users.id] }),
    index('imr_applications_case').on(t.caseId, t.createdAt),
    uniqueIndex('imr_applications_one_pending').on(t.caseId).where(sql`rejected_on is null`),
    check('imr_applications_regulator_known', sql`regulator in ('DMHC', 'CDI')`),
    check('imr_applications_channel_known', oneOf('channel', FILING_CHANNELS)),
    check(
      'imr_applications_sent_agree',
      sql`sent_at is null or applied_on = (sent_at at time zone 'America/Los_Angeles')::date`,
    ),
    check('imr_applications_page_count', sql`page_count > 0`),
    check('imr_applications_received_order', sql`received_on >= applied_on`),
    check('imr_applications_accepted_order', sql`accepted_on >= coalesce(received_on, applied_on)`),
    check('imr_applications_rejected_order', sql`rejected_on >= coalesce(received_on, applied_on)`),
    check('imr_applications_notice_order', sql`plan_notified_on >= applied_on`),
    check('imr_applications_documents_order', sql`documents_sent_on >= applied_on`),
    check('imr_applications_reviewer_order', sql`reviewer_received_on >= applied_on`),
    check(
      'imr_applications_determined_order',
      sql`determined_on >= greatest(applied_on, received_on, accepted_on, reviewer_received_on)`,
    ),
    check('imr_applications_plan_received_order', sql`plan_received_on >= determined_on`),
    check('imr_applications_implemented_order', sql`implemented_on >= determined_on`),
    check('imr_applications_determination_whole', sql`(determined_on is null) = (outcome is null)`),
    check(
      'imr_applications_rejected_or_accepted',
      sql`rejected_on is null or (accepted_on is null and accepted_at is null and determined_on is null)`,
    ),
    check(
      'imr_applications_late_explained',
      sql`filing is distinct from 'late' or length(btrim(extension_statement)) > 0`,
    ),
    check(
      'imr_applications_late_approved',
      sql`filing is distinct from 'late' or extension_approved_by is not null`,
    ),
    check(
      'imr_applications_after_determination',
      sql`determined_on is not null or (plan_received_on is null and implemented_on is null)`,
    ),
  ],
);

/** The statement of why an application is late, and the supervisor who stands behind filing it. */
export const extensionRequests = pgTable(
  'extension_requests',
  {
    caseId: uuid('case_id').primaryKey(),
    officeId: officeId(),
    statement: text('statement').notNull(),
    requestedBy: uuid('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    approvedBy: uuid('approved_by'),
    approvedAt: instant('approved_at'),
  },
  (t) => [
    caseKey(t as never),
    foreignKey({ columns: [t.officeId, t.requestedBy], foreignColumns: [users.officeId, users.id] }),
    foreignKey({ columns: [t.officeId, t.approvedBy], foreignColumns: [users.officeId, users.id] }),
    index('extension_requests_waiting').on(t.officeId, t.requestedAt).where(sql`approved_at is null`),
    check('extension_requests_statement_given', sql`length(btrim(statement)) > 0`),
    check('extension_requests_approval_whole', sql`(approved_by is null) = (approved_at is null)`),
  ],
);

export const hearings = pgTable(
  'hearings',
  {
    caseId: uuid('case_id').primaryKey(),
    officeId: officeId(),
    requestedOn: civilDate('requested_on'),
    heldOn: civilDate('held_on'),
    note: text('note').notNull().default(''),
    dateSources: dateSources(),
  },
  (t) => [
    caseKey(t as never),
    check('hearings_dated', sql`requested_on is not null or held_on is not null`),
    check('hearings_order', sql`held_on >= requested_on`),
  ],
);

/** A complaint to the regulator that is not an IMR application, or what a rejected application became. */
export const complaints = pgTable(
  'complaints',
  {
    caseId: uuid('case_id').primaryKey(),
    officeId: officeId(),
    regulator: text('regulator').$type<'DMHC' | 'CDI'>().notNull(),
    receivedOn: civilDate('received_on').notNull(),
    decidedOn: civilDate('decided_on'),
    note: text('note').notNull().default(''),
    dateSources: dateSources(),
  },
  (t) => [
    caseKey(t as never),
    check('complaints_regulator_known', sql`regulator in ('DMHC', 'CDI')`),
    check('complaints_order', sql`decided_on >= received_on`),
  ],
);

export const caseNotes = pgTable(
  'case_notes',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    kind: text('kind').$type<'note' | 'call'>().notNull(),
    happenedOn: civilDate('happened_on').notNull(),
    withWhom: text('with_whom').$type<'client' | 'plan' | 'department' | 'provider' | 'other'>(),
    spokeWith: text('spoke_with').notNull().default(''),
    referenceNumber: text('reference_number').notNull().default(''),
    callDirection: text('call_direction').$type<CallDirection>(),
    callResult: text('call_result').$type<CallResult>(),
    body: text('body').notNull(),
    authorId: uuid('author_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    caseKey(t as never),
    foreignKey({ columns: [t.officeId, t.authorId], foreignColumns: [users.officeId, users.id] }),
    index('case_notes_case').on(t.caseId, t.createdAt),
    check('case_notes_kind_known', sql`kind in ('note', 'call')`),
    check(
      'case_notes_call_known',
      sql`(call_direction is null or ${oneOf('call_direction', CALL_DIRECTIONS)})
        and (call_result is null or ${oneOf('call_result', CALL_RESULTS)})`,
    ),
    check(
      'case_notes_only_calls_have_results',
      sql`kind = 'call' or (call_direction is null and call_result is null)`,
    ),
    unique('case_notes_case_id_key').on(t.caseId, t.id),
    check('case_notes_body_given', sql`length(btrim(body)) > 0`),
  ],
);

export const caseClosures = pgTable(
  'case_closures',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    closedAt: instant('closed_at').notNull(),
    closedBy: uuid('closed_by').notNull(),
    outcome: text('outcome').$type<CaseOutcome>().notNull(),
    note: text('note').notNull().default(''),
    reopenedAt: instant('reopened_at'),
    reopenedBy: uuid('reopened_by'),
    reopenReason: text('reopen_reason').notNull().default(''),
  },
  (t) => [
    caseKey(t as never),
    foreignKey({ columns: [t.officeId, t.closedBy], foreignColumns: [users.officeId, users.id] }),
    foreignKey({ columns: [t.officeId, t.reopenedBy], foreignColumns: [users.officeId, users.id] }),
    uniqueIndex('case_closures_one_standing').on(t.caseId).where(sql`reopened_at is null`),
    check('case_closures_outcome_known', oneOf('outcome', CASE_OUTCOMES)),
    check('case_closures_reopened_with_reason', sql`reopened_at is null or length(btrim(reopen_reason)) > 0`),
  ],
);

/**
 * A date that stands beside the rule's own: set by a person, or granted by the plan or the regulator. Rows are never
 * changed but to withdraw them; the latest standing one of each kind counts.
 */
export const dateAdjustments = pgTable(
  'date_adjustments',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    rule: text('rule').notNull(),
    kind: text('kind').$type<AdjustmentKind>().notNull(),
    grantedBy: text('granted_by').$type<'plan' | 'regulator'>(),
    formerDueOn: civilDate('former_due_on').notNull(),
    dueOn: civilDate('due_on').notNull(),
    reason: text('reason').notNull(),
    source: text('source').notNull().default(''),
    recordedBy: uuid('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    withdrawnBy: uuid('withdrawn_by'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    caseKey(t as never),
    foreignKey({ columns: [t.officeId, t.recordedBy], foreignColumns: [users.officeId, users.id] }),
    foreignKey({ columns: [t.officeId, t.withdrawnBy], foreignColumns: [users.officeId, users.id] }),
    index('date_adjustments_case').on(t.caseId, t.recordedAt),
    check('date_adjustments_kind_known', oneOf('kind', ADJUSTMENT_KINDS)),
    check('date_adjustments_reason_given', sql`length(btrim(reason)) > 0`),
    check('date_adjustments_granted_by_somebody', sql`(kind = 'by-hand') = (granted_by is null)`),
    check('date_adjustments_source_given', sql`kind = 'by-hand' or length(btrim(source)) > 0`),
    check('date_adjustments_withdrawal_whole', sql`(withdrawn_by is null) = (withdrawn_at is null)`),
  ],
);

/** A date that no rule sets: a hearing, an appointment, a promised call. It lives in the same lists and reminders. */
export const manualDeadlines = pgTable(
  'manual_deadlines',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    title: text('title').notNull(),
    owedBy: text('owed_by').$type<OwedBy>().notNull(),
    dueOn: civilDate('due_on').notNull(),
    note: text('note').notNull().default(''),
    /** Null where Recourse itself asks for something to be done. */
    createdBy: uuid('created_by'),
    madeFor: text('made_for').$type<TaskReason>(),
    createdAt: createdAt(),
    createdOn: civilDate('created_on').notNull(),
    doneOn: civilDate('done_on'),
    canceledAt: instant('canceled_at'),
  },
  (t) => [
    caseKey(t as never),
    foreignKey({ columns: [t.officeId, t.createdBy], foreignColumns: [users.officeId, users.id] }),
    index('manual_deadlines_case').on(t.caseId, t.createdAt),
    check('manual_deadlines_title_given', sql`length(btrim(title)) > 0`),
    check('manual_deadlines_owed_by_known', oneOf('owed_by', OWED_BY)),
    check('manual_deadlines_one_end', sql`done_on is null or canceled_at is null`),
    check('manual_deadlines_made_by_somebody', sql`(created_by is null) = (made_for is not null)`),
    check('manual_deadlines_reason_known', sql`made_for is null or ${oneOf('made_for', TASK_REASONS)}`),
    index('manual_deadlines_reach_client')
      .on(t.officeId, t.caseId)
      .where(sql`made_for = 'reach-client' and done_on is null and canceled_at is null`),
    uniqueIndex('manual_deadlines_one_task')
      .on(t.caseId, t.madeFor)
      .where(sql`made_for is not null and done_on is null and canceled_at is null`),
  ],
);

/**
 * A changed text of a rule: a draft until a second administrator approves it, in force for clocks that start within its
 * days once approved. Kept forever, since a date computed under it has to be defended later.
 */
export const ruleVersions = pgTable(
  'rule_versions',
  {
    id: id(),
    officeId: officeId(),
    rule: text('rule').notNull(),
    periodCount: integer('period_count').notNull(),
    periodUnit: text('period_unit').$type<PeriodUnit>().notNull(),
    inForceFrom: civilDate('in_force_from').notNull(),
    inForceTo: civilDate('in_force_to'),
    source: text('source').notNull(),
    reason: text('reason').notNull(),
    draftedBy: uuid('drafted_by').notNull(),
    draftedAt: instant('drafted_at').notNull(),
    approvedBy: uuid('approved_by'),
    approvedAt: instant('approved_at'),
    discardedAt: instant('discarded_at'),
  },
  (t) => [
    foreignKey({ columns: [t.officeId, t.draftedBy], foreignColumns: [users.officeId, users.id] }),
    foreignKey({ columns: [t.officeId, t.approvedBy], foreignColumns: [users.officeId, users.id] }),
    index('rule_versions_office').on(t.officeId, t.rule, t.inForceFrom),
    check('rule_versions_period_positive', sql`period_count between 1 and 3650`),
    check('rule_versions_unit_known', oneOf('period_unit', PERIOD_UNITS)),
    check('rule_versions_in_force_order', sql`in_force_to >= in_force_from`),
    check('rule_versions_source_given', sql`length(btrim(source)) > 0 and length(btrim(reason)) > 0`),
    check('rule_versions_two_people', sql`approved_by is distinct from drafted_by`),
    check('rule_versions_approval_whole', sql`(approved_by is null) = (approved_at is null)`),
    check('rule_versions_one_end', sql`discarded_at is null or approved_at is null`),
  ],
);

// ---------------------------------------------------------------- derived clocks

/** A cache of the assessment for lists and reminders: replaced by every command, proved equal to a recomputation each night. */
export const deadlines = pgTable(
  'deadlines',
  {
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    rule: text('rule').notNull(),
    owedBy: text('owed_by').$type<OwedBy>().notNull(),
    kind: text('kind').$type<DeadlineKind>().notNull(),
    startsOn: civilDate('starts_on').notNull(),
    dueOn: civilDate('due_on').notNull(),
    dueAt: instant('due_at'),
    /** Where a person's or an authority's date is the one worked to: the rule's own. */
    ruleDueOn: civilDate('rule_due_on'),
    /** Only for a date that no rule sets. */
    title: text('title').notNull().default(''),
    rolledOn: civilDate('rolled_on'),
    latestOn: civilDate('latest_on'),
    outcome: text('outcome').$type<DeadlineOutcome>().notNull(),
    actedOn: civilDate('acted_on'),
    ownerId: uuid('owner_id'),
    lapseNotedOn: civilDate('lapse_noted_on'),
    /** Since when this clock stands with this date: what its ladder would have said before, nobody was owed. */
    standsSince: instant('stands_since').notNull(),
    /** When its ladder has to be looked at next; null once it is spent. In the milliseconds in which programs compare it. */
    nextLookAt: timestamp('next_look_at', { withTimezone: true, mode: 'date', precision: 3 }),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.rule] }),
    caseKey(t as never),
    foreignKey({ columns: [t.officeId, t.ownerId], foreignColumns: [users.officeId, users.id] }),
    check('deadlines_owed_by_known', oneOf('owed_by', OWED_BY)),
    check('deadlines_kind_known', oneOf('kind', DEADLINE_KINDS)),
    check('deadlines_outcome_known', oneOf('outcome', DEADLINE_OUTCOMES)),
    // The case at the end lets their counts be read from the index alone under the policy of restricted cases.
    index('deadlines_pending_by_owner')
      .on(t.officeId, t.ownerId, t.dueOn, t.owedBy, t.startsOn, t.caseId)
      .where(sql`outcome = 'pending' and kind <> 'information'`),
    index('deadlines_pending_by_due')
      .on(t.officeId, t.dueOn, t.owedBy, t.ownerId, t.startsOn, t.caseId)
      .where(sql`outcome = 'pending' and kind <> 'information'`),
    index('deadlines_lapse_to_note')
      .on(t.officeId, t.dueOn)
      .where(sql`outcome = 'pending' and lapse_noted_on is null`),
    index('deadlines_insurer_silence')
      .on(t.officeId, t.startsOn, t.caseId)
      .where(sql`rule = 'cdi.imr.deadline' and outcome = 'pending'`),
    index('deadlines_look_due')
      .on(t.officeId, t.nextLookAt, t.caseId, t.rule)
      .where(sql`next_look_at is not null`),
  ],
);

// ---------------------------------------------------------------- the record

export const auditEvents = pgTable(
  'audit_events',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    officeId: officeId(),
    at: instant('at').notNull(),
    actorId: uuid('actor_id'),
    event: text('event').notNull(),
    caseId: uuid('case_id'),
    caseVersion: integer('case_version'),
    subjectId: uuid('subject_id'),
    changes: jsonb('changes').$type<AuditChange[]>().notNull().default([]),
    reason: text('reason').notNull().default(''),
    requestId: text('request_id').notNull().default(''),
    // The chain: given by the database as the row is written, so that no program can choose them.
    seq: bigint('seq', { mode: 'number' }).notNull().default(0),
    salt: text('salt').notNull().default(''),
    contentDigest: text('content_digest').notNull().default(''),
    previousHash: text('previous_hash').notNull().default(''),
    hash: text('hash').notNull().default(''),
    /** Set where an erasure took the content out; the digest of it stays, so that the chain still proves itself. */
    erasedAt: instant('erased_at'),
  },
  (t) => [
    foreignKey({ columns: [t.officeId, t.actorId], foreignColumns: [users.officeId, users.id] }),
    unique('audit_events_seq').on(t.officeId, t.seq),
    index('audit_events_case').on(t.caseId, t.id),
    index('audit_events_office').on(t.officeId, t.id),
    index('audit_events_by_event').on(t.officeId, t.event, t.seq),
    index('audit_events_by_person').on(t.officeId, t.actorId, t.seq),
    index('audit_events_views')
      .on(t.caseId, t.actorId, t.at)
      .where(sql`event in ('case.viewed', 'client.viewed')`),
  ],
);

/** Where each office's chain of events stands: written by the database alone, read to prove that nothing was cut off. */
export const auditHeads = pgTable('audit_heads', {
  officeId: officeId().primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
});
