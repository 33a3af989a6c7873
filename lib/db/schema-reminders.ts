import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
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
import type { Difference } from '../reconciliation/difference.ts';
import type { ReminderPolicy } from '../reminders/policy.ts';
import { caseKey, civilDate, createdAt, id, instant, officeId, oneOf, personKey } from './schema.ts';
import {
  BULLETIN_KINDS,
  type BulletinKind,
  CLIENT_MESSAGES,
  type ClientMessageKind,
  MAIL_EVENTS,
  type MailEvent,
  MESSAGE_STATES,
  type MessageState,
  REMINDER_ANSWERS,
  type ReminderAnswer,
  SUPPRESSION_GROUNDS,
  SUPPRESSION_SCOPES,
  type SuppressionGround,
  type SuppressionScope,
} from './vocabulary.ts';

// ---------------------------------------------------------------- who hears what, when

/** When and to whom the office's reminders go, where it departs from what it came with. */
export const reminderPolicies = pgTable(
  'reminder_policies',
  {
    officeId: officeId().primaryKey(),
    policy: jsonb('policy').$type<ReminderPolicy>().notNull(),
    changedBy: uuid('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [personKey(t.officeId as never, t.changedBy as never)],
);

/** What one of the staff wants otherwise than the office's policy has it. */
export const digestPreferences = pgTable(
  'digest_preferences',
  {
    userId: uuid('user_id').primaryKey(),
    officeId: officeId(),
    /** "07:30" on the office's clock; null for the office's own hour. */
    digestAt: text('digest_at'),
    stoppedAt: instant('stopped_at'),
  },
  (t) => [
    personKey(t.officeId as never, t.userId as never),
    check('digest_preferences_hour', sql`digest_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`),
  ],
);

/** What somebody answered to the reminders of one deadline: until then its nudges to the staff stay away. */
export const reminderAnswers = pgTable(
  'reminder_answers',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    rule: text('rule').notNull(),
    dueOn: civilDate('due_on').notNull(),
    kind: text('kind').$type<ReminderAnswer>().notNull(),
    /** The first day on which they come again; never after the due date. */
    quietUntilOn: civilDate('quiet_until_on').notNull(),
    reason: text('reason').notNull(),
    answeredBy: uuid('answered_by').notNull(),
    answeredAt: instant('answered_at').notNull(),
    withdrawnBy: uuid('withdrawn_by'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    caseKey(t as never),
    personKey(t.officeId as never, t.answeredBy as never),
    personKey(t.officeId as never, t.withdrawnBy as never),
    uniqueIndex('reminder_answers_one_standing')
      .on(t.caseId, t.rule, t.dueOn)
      .where(sql`withdrawn_at is null`),
    check('reminder_answers_kind_known', oneOf('kind', REMINDER_ANSWERS)),
    check('reminder_answers_reason_given', sql`length(btrim(reason)) > 0`),
    check('reminder_answers_never_past_the_date', sql`quiet_until_on <= due_on`),
    check('reminder_answers_withdrawal_whole', sql`(withdrawn_by is null) = (withdrawn_at is null)`),
  ],
);

// ---------------------------------------------------------------- the ledger

/** What the ledger keeps of every message, from its claim to what the provider told of it. */
const message = () => ({
  state: text('state').$type<MessageState>().notNull(),
  reason: text('reason').notNull().default(''),
  attempts: integer('attempts').notNull().default(0),
  /** When the latest attempt began; null once nobody will try again. */
  claimedAt: instant('claimed_at'),
  claimedBy: text('claimed_by'),
  /** After a failure: when to try again at the earliest. */
  retryAt: instant('retry_at'),
  /** Messages handed over together keep together, so that a repetition is the same request. */
  batchId: uuid('batch_id'),
  sentAt: instant('sent_at'),
  providerMessageId: text('provider_message_id'),
  deliveredAt: instant('delivered_at'),
  bouncedAt: instant('bounced_at'),
  complainedAt: instant('complained_at'),
  /** Stands in the message's link to stop such messages. */
  stopToken: uuid('stop_token').notNull().defaultRandom(),
  createdAt: createdAt(),
});

/** A message to one of the staff that tells of many deadlines: claimed before it is sent and settled after. */
export const bulletins = pgTable(
  'bulletins',
  {
    id: id(),
    officeId: officeId(),
    kind: text('kind').$type<BulletinKind>().notNull(),
    recipientId: uuid('recipient_id').notNull(),
    /** The day it is for, on the office's calendar. */
    forOn: civilDate('for_on').notNull(),
    plannedAt: instant('planned_at').notNull(),
    ...message(),
  },
  (t) => [
    unique('bulletins_office_id_key').on(t.officeId, t.id),
    unique('bulletins_once').on(t.officeId, t.kind, t.recipientId, t.forOn),
    personKey(t.officeId as never, t.recipientId as never),
    unique('bulletins_stop_token').on(t.stopToken),
    check('bulletins_kind_known', oneOf('kind', BULLETIN_KINDS)),
    check('bulletins_state_known', oneOf('state', MESSAGE_STATES)),
    index('bulletins_unsettled').on(t.officeId, t.claimedAt).where(sql`claimed_at is not null`),
  ],
);

/** The reminder ledger: one row per deadline, rung and recipient, claimed before it is sent and settled after. */
export const reminders = pgTable(
  'reminders',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    rule: text('rule').notNull(),
    dueOn: civilDate('due_on').notNull(),
    rung: text('rung').notNull(),
    recipientKind: text('recipient_kind').$type<'owner' | 'supervisor' | 'client'>().notNull(),
    recipientId: uuid('recipient_id').notNull(),
    plannedAt: instant('planned_at').notNull(),
    /** The digest that told it, where it was not a message of its own. */
    bulletinId: uuid('bulletin_id'),
    ...message(),
  },
  (t) => [
    caseKey(t as never),
    foreignKey({ columns: [t.officeId, t.bulletinId], foreignColumns: [bulletins.officeId, bulletins.id] }),
    unique('reminders_once').on(t.caseId, t.rule, t.dueOn, t.rung, t.recipientId),
    unique('reminders_stop_token').on(t.stopToken),
    check('reminders_state_known', oneOf('state', MESSAGE_STATES)),
    check('reminders_recipient_known', sql`recipient_kind in ('owner', 'supervisor', 'client')`),
    index('reminders_unsettled').on(t.officeId, t.claimedAt).where(sql`claimed_at is not null`),
    index('reminders_planned').on(t.officeId, t.plannedAt).where(sql`state = 'planned'`),
    index('reminders_gathered').on(t.officeId, t.recipientId, t.plannedAt).where(sql`state = 'gathered'`),
    index('reminders_sent_to').on(t.officeId, t.recipientId, t.sentAt).where(sql`sent_at is not null`),
  ],
);

/** A message that somebody sends a client by hand: one of the fixed texts, in the client's language and detail. */
export const clientMessages = pgTable(
  'client_messages',
  {
    id: id(),
    officeId: officeId(),
    caseId: uuid('case_id').notNull(),
    kind: text('kind').$type<ClientMessageKind>().notNull(),
    writtenBy: uuid('written_by').notNull(),
    plannedAt: instant('planned_at').notNull(),
    ...message(),
  },
  (t) => [
    caseKey(t as never),
    personKey(t.officeId as never, t.writtenBy as never),
    unique('client_messages_stop_token').on(t.stopToken),
    check('client_messages_kind_known', oneOf('kind', CLIENT_MESSAGES)),
    check('client_messages_state_known', oneOf('state', MESSAGE_STATES)),
    index('client_messages_case').on(t.caseId, t.createdAt),
    index('client_messages_unsettled').on(t.officeId, t.claimedAt).where(sql`claimed_at is not null`),
    index('client_messages_planned').on(t.officeId, t.plannedAt).where(sql`state = 'planned'`),
  ],
);

// ---------------------------------------------------------------- what became of it

/**
 * What a provider or a reader told about a message, as it came in. The web server only takes it down; the worker, which
 * knows every case, applies it.
 */
export const mailEvents = pgTable(
  'mail_events',
  {
    id: id(),
    officeId: officeId(),
    /** The provider's own number of the event: a replay has the same. */
    providerEventId: text('provider_event_id').notNull(),
    messageId: uuid('message_id').notNull(),
    event: text('event').$type<MailEvent>().notNull(),
    address: text('address').notNull().default(''),
    /** Whether a bounce is for good; a full mailbox is not. */
    detail: text('detail').notNull().default(''),
    happenedAt: instant('happened_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    appliedAt: instant('applied_at'),
  },
  (t) => [
    unique('mail_events_once').on(t.officeId, t.providerEventId),
    check('mail_events_known', oneOf('event', MAIL_EVENTS)),
    index('mail_events_message').on(t.messageId),
    index('mail_events_to_apply').on(t.officeId, t.receivedAt).where(sql`applied_at is null`),
  ],
);

/** An address that gets no more mail until somebody lifts it. */
export const suppressions = pgTable(
  'suppressions',
  {
    id: id(),
    officeId: officeId(),
    /** In lower case. */
    address: text('address').notNull(),
    ground: text('ground').$type<SuppressionGround>().notNull(),
    scope: text('scope').$type<SuppressionScope>().notNull(),
    since: instant('since').notNull(),
    messageId: uuid('message_id'),
    liftedAt: instant('lifted_at'),
    liftedBy: uuid('lifted_by'),
    liftReason: text('lift_reason').notNull().default(''),
  },
  (t) => [
    personKey(t.officeId as never, t.liftedBy as never),
    uniqueIndex('suppressions_one_standing').on(t.officeId, t.address, t.scope).where(sql`lifted_at is null`),
    check('suppressions_address_lowered', sql`address = lower(address)`),
    check('suppressions_ground_known', oneOf('ground', SUPPRESSION_GROUNDS)),
    check('suppressions_scope_known', oneOf('scope', SUPPRESSION_SCOPES)),
    check('suppressions_lift_whole', sql`(lifted_at is null) = (lifted_by is null)`),
  ],
);

// ---------------------------------------------------------------- proof

/** One comparison of what should have gone out with what did. */
export const reconciliations = pgTable(
  'reconciliations',
  {
    id: id(),
    officeId: officeId(),
    at: instant('at').notNull(),
    /** Deadlines looked at, and rungs that had come due on them. */
    deadlineCount: integer('deadline_count').notNull(),
    dueCount: integer('due_count').notNull(),
    /** All of them; the list below may be cut short. */
    differenceCount: integer('difference_count').notNull(),
    differences: jsonb('differences').$type<readonly Difference[]>().notNull(),
  },
  (t) => [index('reconciliations_latest').on(t.officeId, t.at)],
);

/** When each scheduled job last ran to its end. It belongs to no office: one worker serves them all. */
export const workerRuns = pgTable('worker_runs', {
  job: text('job').primaryKey(),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at'),
});

// ---------------------------------------------------------------- calendars

/** A person's secret address from which a calendar program fetches their deadlines. Only a hash of the token is kept. */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    id: id(),
    officeId: officeId(),
    userId: uuid('user_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    createdAt: createdAt(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    unique('calendar_feeds_office_id_key').on(t.officeId, t.id),
    unique('calendar_feeds_token').on(t.tokenHash),
    personKey(t.officeId as never, t.userId as never),
    uniqueIndex('calendar_feeds_one_standing').on(t.userId).where(sql`revoked_at is null`),
  ],
);

/** When each calendar program last fetched a feed. */
export const calendarFetches = pgTable(
  'calendar_fetches',
  {
    officeId: officeId(),
    feedId: uuid('feed_id').notNull(),
    /** What the program calls itself. */
    subscriber: text('subscriber').notNull(),
    firstAt: instant('first_at').notNull(),
    lastAt: instant('last_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.feedId, t.subscriber] }),
    foreignKey({
      columns: [t.officeId, t.feedId],
      foreignColumns: [calendarFeeds.officeId, calendarFeeds.id],
    }),
  ],
);

/** What a feed has said of each deadline, so that a change is told as one and a removal as canceled. */
export const calendarEntries = pgTable(
  'calendar_entries',
  {
    officeId: officeId(),
    feedId: uuid('feed_id').notNull(),
    caseId: uuid('case_id').notNull(),
    rule: text('rule').notNull(),
    dueOn: civilDate('due_on').notNull(),
    summary: text('summary').notNull(),
    sequence: integer('sequence').notNull().default(0),
    createdAt: createdAt(),
    modifiedAt: instant('modified_at').notNull(),
    canceledAt: instant('canceled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.feedId, t.caseId, t.rule] }),
    caseKey(t as never),
    foreignKey({
      columns: [t.officeId, t.feedId],
      foreignColumns: [calendarFeeds.officeId, calendarFeeds.id],
    }),
  ],
);
