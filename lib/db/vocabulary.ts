/** The closed lists that the database checks, the forms offer and the engine reads: one word for one thing. */

export {
  type DenialBasis as Basis,
  denialBases as BASES,
  type Outcome as DecisionOutcome,
  outcomes as DECISION_OUTCOMES,
  type Program,
  programs as PROGRAMS,
  type Regulator,
  regulators as REGULATORS,
} from '../deadlines/facts.ts';
export {
  type DeadlineKind,
  deadlineKinds as DEADLINE_KINDS,
  type Party as OwedBy,
  parties as OWED_BY,
} from '../deadlines/parties.ts';

export const ROLES = ['caseworker', 'supervisor', 'administrator', 'reviewer'] as const;
export type Role = (typeof ROLES)[number];

/** The languages the staff may read the app in; clients are written to in more. */
export const STAFF_LANGUAGES = ['en', 'es'] as const;
export type StaffLanguage = (typeof STAFF_LANGUAGES)[number];

/** Who of an office has to show a second factor: supervisors and administrators always do. */
export const SECOND_FACTOR_SCOPES = ['leaders', 'everyone'] as const;
export type SecondFactorScope = (typeof SECOND_FACTOR_SCOPES)[number];

export const SIGN_IN_METHODS = ['password', 'single-sign-on'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** Why a session ended before its time. */
export const SESSION_ENDS = [
  'signed-out',
  'revoked',
  'role-changed',
  'deactivated',
  'password-changed',
  'factor-changed',
] as const;
export type SessionEnd = (typeof SESSION_ENDS)[number];

/** What a single-use link lets a person do. */
export const LINK_PURPOSES = ['invitation', 'password-reset'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** Why only named people may know of a case. */
export const RESTRICTION_GROUNDS = [
  'staff-conflict',
  'well-known-person',
  'domestic-violence',
  'other',
] as const;
export type RestrictionGround = (typeof RESTRICTION_GROUNDS)[number];

export const FILING_CHANNELS = [
  'online',
  'fax',
  'mail',
  'certified-mail',
  'email',
  'phone',
  'in-person',
] as const;
export type FilingChannel = (typeof FILING_CHANNELS)[number];

/** How a date is known; stored beside each date under its field's name. */
export const HOW_KNOWN = ['on-document', 'told-by-client', 'told-by-plan', 'estimated'] as const;
export type HowKnown = (typeof HOW_KNOWN)[number];
export type DateSources = Readonly<Partial<Record<string, HowKnown>>>;

/** What became of a clock. `pending` covers open and overdue: which of the two depends on the day it is read. */
export const DEADLINE_OUTCOMES = ['pending', 'met', 'late', 'moot', 'closed'] as const;
export type DeadlineOutcome = (typeof DEADLINE_OUTCOMES)[number];

export const STAGES = [
  'intake',
  'grievance',
  'imr-open',
  'imr-not-available',
  'imr-screening',
  'imr-review',
  'determination',
  'complaint',
  'hearing',
  'plan-overturned',
  'resolved',
  'closed',
] as const;
export type Stage = (typeof STAGES)[number];

/** With whom a case waits, where somebody said so and no running clock does. */
export const WAITING_ON = ['client', 'provider', 'plan', 'department', 'someone-else'] as const;
export type WaitingOn = (typeof WAITING_ON)[number];

export const CALL_DIRECTIONS = ['outgoing', 'incoming'] as const;
export type CallDirection = (typeof CALL_DIRECTIONS)[number];
export const CALL_RESULTS = ['spoke', 'voicemail', 'no-answer'] as const;
export type CallResult = (typeof CALL_RESULTS)[number];

export const CASE_OUTCOMES = [
  'overturned-by-plan',
  'overturned-by-imr',
  'partly-overturned',
  'upheld-by-imr',
  'resolved-otherwise',
  'client-withdrew',
  'referred-elsewhere',
  'lost-contact',
  'opened-in-error',
] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

export const LANGUAGES = [
  'en',
  'es',
  'zh',
  'vi',
  'ko',
  'tl',
  'hy',
  'ar',
  'fa',
  'hmn',
  'ru',
  'km',
  'other',
] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * What becomes of a message. `planned` waits for a worker to claim it, `gathered` for the morning digest, which tells it
 * among others.
 */
export const MESSAGE_STATES = [
  'planned',
  'gathered',
  'claimed',
  'sent',
  'failed',
  'skipped',
  'canceled',
] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** Messages to one of the staff about more than one deadline. */
export const BULLETIN_KINDS = ['morning-digest', 'team-digest', 'alarm'] as const;
export type BulletinKind = (typeof BULLETIN_KINDS)[number];

/** What a mail provider, or the reader of a message, tells about it afterwards. */
export const MAIL_EVENTS = [
  'delivered',
  'delayed',
  'bounced',
  'complained',
  'failed',
  'unsubscribed',
] as const;
export type MailEvent = (typeof MAIL_EVENTS)[number];

/** Why an address gets no more mail: all of it, or only what is not essential. */
export const SUPPRESSION_GROUNDS = ['bounced', 'complained', 'unsubscribed'] as const;
export type SuppressionGround = (typeof SUPPRESSION_GROUNDS)[number];
export const SUPPRESSION_SCOPES = ['all', 'nudges'] as const;
export type SuppressionScope = (typeof SUPPRESSION_SCOPES)[number];

/** How much a message to a client may tell, from nothing at all to the plan and the act. */
export const MESSAGE_DETAILS = ['neutral', 'standard', 'detailed'] as const;
export type MessageDetail = (typeof MESSAGE_DETAILS)[number];

/** What a message that somebody sends a client asks or tells: fixed texts, so that each language has them and none says too much. */
export const CLIENT_MESSAGES = ['call-us', 'send-papers', 'papers-sent', 'news', 'still-waiting'] as const;
export type ClientMessageKind = (typeof CLIENT_MESSAGES)[number];

/** What a person answers to a reminder: that they know, or that it is to come again on a day. */
export const REMINDER_ANSWERS = ['acknowledged', 'snoozed'] as const;
export type ReminderAnswer = (typeof REMINDER_ANSWERS)[number];

/** Why Recourse itself puts a task on a case. */
export const TASK_REASONS = ['reach-client', 'client-language', 'send-packet', 'prove-filing'] as const;
export type TaskReason = (typeof TASK_REASONS)[number];

/** How a date came to differ from the rule's own. */
export const ADJUSTMENT_KINDS = ['by-hand', 'extension', 'pause'] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

export const PERIOD_UNITS = ['calendar days', 'working days', 'months', 'federal months', 'hours'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** What a document is, as the checklist of an IMR application names it. */
export const DOCUMENT_KINDS = [
  'denial-letter',
  'plan-response',
  'grievance',
  'grievance-receipt',
  'medical-necessity-letter',
  'medical-records',
  'urgency-certification',
  'experimental-certification',
  'scientific-document',
  'bill',
  'membership-card',
  'authorized-assistant-form',
  'power-of-attorney',
  'dispute-statement',
  'extension-statement',
  'waiver-statement',
  'filing-receipt',
  'department-letter',
  'correspondence',
  'other',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** `checking` until the worker has looked inside. */
export const DOCUMENT_STATES = ['checking', 'ready', 'refused'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

export const DOCUMENT_CHANGES = ['uploaded', 'written', 'rotated', 'reordered', 'split', 'redacted'] as const;
export type DocumentChange = (typeof DOCUMENT_CHANGES)[number];

export const LETTER_TEMPLATES = [
  'grievance',
  'plan-file-request',
  'late-response-notice',
  'regulator-complaint',
  'extension-request',
  'waiver-request',
  'urgency-statement',
  'authorization',
  'dispute-statement',
] as const;
export type LetterTemplate = (typeof LETTER_TEMPLATES)[number];

/** The languages letters are written in; clients have more. */
export const LETTER_LANGUAGES = ['en', 'es'] as const;
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number];

/** What a person says of an item of the filing checklist. */
export const CHECKLIST_ANSWERS = ['done', 'not-needed'] as const;
export type ChecklistAnswer = (typeof CHECKLIST_ANSWERS)[number];

export const PACKET_STATES = ['waiting', 'assembling', 'ready', 'failed'] as const;
export type PacketState = (typeof PACKET_STATES)[number];
