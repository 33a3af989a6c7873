import type { RecordNoun } from '../cases/available-records.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import type { ChecklistAnswer, DocumentKind, LetterTemplate } from '../db/vocabulary.ts';
import type { Ground } from './grounds.ts';
import type { FilingSituation } from './situation.ts';

export const ITEM_IDS = [
  'plan',
  'member-number',
  'client-details',
  'denial-letter',
  'grievance',
  'plan-response',
  'grievance-receipt',
  'dispute-statement',
  'medical-necessity-letter',
  'outside-records',
  'urgency-certification',
  'experimental-certification',
  'scientific-documents',
  'bills',
  'membership-card',
  'authorized-assistant-form',
  'representative-authority',
  'extension-statement',
  'extension-approval',
  'waiver-statement',
  'release-signature',
] as const;
export type ItemId = (typeof ITEM_IDS)[number];

/** What one item comes to in one case. */
export type Need = {
  readonly needed: boolean;
  readonly weight: 'blocks' | 'helps';
  /** One plain sentence. */
  readonly why: string;
  readonly citation: Ground;
  /** What a person may say of it in place of a paper: nothing where the law asks for the paper itself. */
  readonly answers: readonly ChecklistAnswer[];
};

/** Where a person gets an item done: a paper added, a letter written here, or a fact recorded. */
export type Way =
  | { readonly kind: 'upload'; readonly document: DocumentKind }
  | { readonly kind: 'write'; readonly template: LetterTemplate }
  | { readonly kind: 'record'; readonly noun: RecordNoun };

export type ItemRule = {
  readonly item: ItemId;
  readonly title: string;
  /** The kinds of document that are this item; none for what is recorded or said. */
  readonly kinds: readonly DocumentKind[];
  /** How many of them it takes. */
  readonly count?: number;
  /** Somebody else signs it, so what was only written here is not it yet. */
  readonly isSigned?: boolean;
  readonly ways: readonly Way[];
  /** Whether what is recorded is enough by itself. */
  readonly isRecorded?: (record: CaseRecord, situation: FilingSituation) => boolean;
  readonly need: (situation: FilingSituation, record: CaseRecord) => Need;
};

const EITHER: readonly ChecklistAnswer[] = ['done', 'not-needed'];
export const NO_ANSWER: readonly ChecklistAnswer[] = [];

/** Without it the application is not whole, or is not one that the department can take. */
export const blocks = (why: string, citation: Ground, answers = EITHER): Need => ({
  needed: true,
  weight: 'blocks',
  why,
  citation,
  answers,
});

/** It makes the case stronger or the review quicker; the department does not turn the client away without it. */
export const helps = (why: string, citation: Ground, answers = EITHER): Need => ({
  ...blocks(why, citation, answers),
  weight: 'helps',
});

export const notNeeded = (why: string, citation: Ground): Need => ({
  needed: false,
  weight: 'helps',
  why,
  citation,
  answers: NO_ANSWER,
});

export const upload = (document: DocumentKind): Way => ({ kind: 'upload', document });
export const write = (template: LetterTemplate): Way => ({ kind: 'write', template });
export const record = (noun: RecordNoun): Way => ({ kind: 'record', noun });

/** The word for who denied. */
export const planWord = ({ isInsurance }: FilingSituation) => (isInsurance ? 'insurer' : 'plan');
