import type {
  Basis,
  CaseOutcome,
  ClientMessageKind,
  DecisionOutcome,
  DocumentChange,
  DocumentKind,
  FilingChannel,
  HowKnown,
  Language,
  MessageDetail,
  OwedBy,
  Program,
  Regulator,
  RestrictionGround,
  Role,
} from './db/vocabulary.ts';
import type { Certainty } from './deadlines/rules.ts';

/** The closed lists in words, as every screen, mail and export says them. */
type Labels<Key extends string> = Readonly<Record<Key, string>>;

export const BASIS_LABELS: Labels<Basis> = {
  'medical-necessity': 'Not medically necessary',
  experimental: 'Experimental or investigational',
  'emergency-or-urgent': 'Not emergency or urgent',
  'not-covered': 'Not covered',
  other: 'Other',
};

export const OUTCOME_LABELS: Labels<DecisionOutcome> = {
  upheld: 'Upheld',
  'partly-overturned': 'Partly overturned',
  overturned: 'Overturned',
};

export const CHANNEL_LABELS: Labels<FilingChannel> = {
  online: 'Online',
  fax: 'Fax',
  mail: 'Mail',
  'certified-mail': 'Certified mail',
  email: 'E-mail',
  phone: 'Phone',
  'in-person': 'In person',
};

/** Each language as its own speakers write it. */
export const LANGUAGE_LABELS: Labels<Language> = {
  en: 'English',
  es: 'Español',
  zh: '中文',
  vi: 'Tiếng Việt',
  ko: '한국어',
  tl: 'Tagalog',
  hy: 'Հայերեն',
  ar: 'العربية',
  fa: 'فارسی',
  hmn: 'Hmoob',
  ru: 'Русский',
  km: 'ខ្មែរ',
  other: 'Another language',
};

export const LANGUAGE_NAMES: Labels<Language> = {
  en: 'English',
  es: 'Spanish',
  zh: 'Chinese',
  vi: 'Vietnamese',
  ko: 'Korean',
  tl: 'Tagalog',
  hy: 'Armenian',
  ar: 'Arabic',
  fa: 'Persian',
  hmn: 'Hmong',
  ru: 'Russian',
  km: 'Khmer',
  other: 'Another language',
};

/** How much a message to a client may tell. */
export const MESSAGE_DETAIL_LABELS: Labels<MessageDetail> = {
  neutral: 'Nothing of what it is about',
  standard: 'Their name, and that there is a case',
  detailed: 'The plan and the step',
};

export const REGULATOR_LABELS: Labels<Regulator> = {
  DMHC: 'Department of Managed Health Care',
  CDI: 'California Department of Insurance',
  none: 'No California department',
  unknown: 'Not known yet',
};

export const PROGRAM_LABELS: Labels<Program> = {
  commercial: 'Commercial or individual',
  'medi-cal': 'Medi-Cal',
  medicare: 'Medicare',
  'medicare-medi-cal': 'Medicare and Medi-Cal',
  'self-funded': 'Self-funded by the employer',
  other: 'Other coverage',
};

export const CASE_OUTCOME_LABELS: Labels<CaseOutcome> = {
  'overturned-by-plan': 'The plan overturned its denial',
  'overturned-by-imr': 'The IMR overturned the denial',
  'partly-overturned': 'Overturned in part',
  'upheld-by-imr': 'The IMR upheld the denial',
  'resolved-otherwise': 'Resolved another way',
  'client-withdrew': 'The client withdrew',
  'referred-elsewhere': 'Referred elsewhere',
  'lost-contact': 'Contact was lost',
  'opened-in-error': 'Opened in error',
};

export const HOW_KNOWN_LABELS: Labels<HowKnown> = {
  'on-document': 'On the letter or record',
  'told-by-client': 'Told by the client',
  'told-by-plan': 'Told by the plan or agency',
  estimated: 'Estimated',
};

export const ROLE_LABELS: Labels<Role> = {
  caseworker: 'Caseworker',
  supervisor: 'Supervisor',
  administrator: 'Administrator',
  reviewer: 'Reviewer, reads only',
};

/** How sure we are of a provision's wording. */
export const CERTAINTY_LABELS: Labels<Certainty> = {
  verified: 'Read in the official text',
  'verified-secondary': 'Read in a source that quotes it',
  'from-memory': 'Not yet compared with the text',
};

/** Whose clock it is, in the one word that stands beside every date. */
export const OWED_BY_LABELS: Labels<OwedBy> = {
  client: 'client',
  plan: 'plan',
  regulator: 'department',
  reviewer: 'reviewer',
};

export const RESTRICTION_GROUND_LABELS: Labels<RestrictionGround> = {
  'staff-conflict': 'Somebody in the office is close to it',
  'well-known-person': 'A well-known person',
  'domestic-violence': 'Domestic violence',
  other: 'Another ground',
};

/** What a document is, in the words of the checklists of the regulators. */
export const DOCUMENT_KIND_LABELS: Labels<DocumentKind> = {
  'denial-letter': 'Denial letter or explanation of benefits',
  'plan-response': 'Plan’s answer to the grievance',
  grievance: 'Grievance to the plan',
  'grievance-receipt': 'Proof that the plan got the grievance',
  'medical-necessity-letter': 'Letter of medical necessity',
  'medical-records': 'Medical records and tests',
  'urgency-certification': 'Doctor’s certification of urgency',
  'experimental-certification': 'Doctor’s certification, experimental treatment',
  'scientific-document': 'Medical or scientific evidence',
  bill: 'Bill or receipt',
  'membership-card': 'Membership card',
  'authorized-assistant-form': 'Authorized Assistant Form',
  'power-of-attorney': 'Power of attorney',
  'dispute-statement': 'Statement of the dispute',
  'extension-statement': 'Statement why it is late',
  'waiver-statement': 'Statement why no grievance came first',
  'filing-receipt': 'Receipt of a filing',
  'department-letter': 'Letter from the department',
  correspondence: 'Other correspondence',
  other: 'Something else',
};

/** What made a version of a document. */
export const DOCUMENT_CHANGE_LABELS: Labels<DocumentChange> = {
  uploaded: 'Uploaded',
  written: 'Written',
  rotated: 'Pages turned',
  reordered: 'Pages put in order',
  split: 'Split',
  redacted: 'Redacted',
};

/** What people send clients by hand, as the record names it. */
export const CLIENT_MESSAGE_NAMES: Labels<ClientMessageKind> = {
  'call-us': 'please call us',
  'send-papers': 'please send us papers',
  'papers-sent': 'we sent the papers',
  news: 'there is news',
  'still-waiting': 'we are still waiting',
};
