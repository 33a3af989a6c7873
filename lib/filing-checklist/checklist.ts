import type { CaseRecord } from '../cases/case-record.ts';
import type { ChecklistAnswer, DocumentKind, DocumentState, LetterTemplate } from '../db/vocabulary.ts';
import type { Ground } from './grounds.ts';
import type { ItemId, ItemRule, Way } from './item-rule.ts';
import { ITEMS } from './items.ts';
import type { FilingSituation } from './situation.ts';

export type ChecklistDocument = {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly state: DocumentState;
  /** Null for what came from outside. */
  readonly template: LetterTemplate | null;
  /** Places that a letter written here still leaves for a person to fill. */
  readonly blankCount: number;
  readonly withdrawnAt: Date | null;
};

export type StandingAnswer = {
  readonly id: string;
  readonly item: string;
  readonly answer: ChecklistAnswer;
  readonly reason: string;
  readonly answeredBy: string;
  readonly answeredAt: Date;
};

export type ChecklistItem = {
  readonly item: ItemId;
  readonly title: string;
  readonly state: 'done' | 'missing' | 'not-needed';
  /** Without what blocks the application is not whole; without what helps it can be filed. */
  readonly weight: 'blocks' | 'helps';
  /** One plain sentence. */
  readonly why: string;
  readonly citation: Ground;
  /** The papers of the case that are this item, oldest first, whether or not they are enough. */
  readonly documents: readonly Pick<ChecklistDocument, 'id' | 'title'>[];
  /** What is on its way to being this item, in a sentence; empty where nothing is. */
  readonly pending: string;
  /** What makes it done: papers, what is recorded, or what a person said. */
  readonly doneBy: 'documents' | 'record' | 'answer' | null;
  readonly answer: StandingAnswer | null;
  /** What a person may say of it now. */
  readonly answers: readonly ChecklistAnswer[];
  readonly ways: readonly Way[];
};

export type ChecklistFacts = {
  readonly record: CaseRecord;
  readonly situation: FilingSituation;
  readonly documents: readonly ChecklistDocument[];
  /** Those that stand. */
  readonly answers: readonly StandingAnswer[];
};

/**
 * What this case's IMR application takes, item by item, in the order of the application. An item is done only by papers
 * that are ready, filled in and not withdrawn, by what is recorded, or by what a person said where the law asks for no paper.
 */
export const filingChecklist = (facts: ChecklistFacts): readonly ChecklistItem[] =>
  ITEMS.map((rule) => itemOf(rule, facts));

function itemOf(rule: ItemRule, { record, situation, documents, answers }: ChecklistFacts): ChecklistItem {
  const need = rule.need(situation, record);
  const { elsewhere } = situation;
  const said = answers.find(({ item }) => item === rule.item) ?? null;
  const answer = said && need.answers.includes(said.answer) ? said : null;
  const own = documents.filter(({ kind, withdrawnAt }) => withdrawnAt === null && rule.kinds.includes(kind));
  const ready = own.filter((document) => isReady(document, rule));
  const doneBy = rule.isRecorded?.(record, situation)
    ? 'record'
    : ready.length >= (rule.count ?? 1)
      ? 'documents'
      : answer?.answer === 'done'
        ? 'answer'
        : null;
  const isNeeded = elsewhere === null && need.needed && (doneBy !== null || answer?.answer !== 'not-needed');
  return {
    item: rule.item,
    title: rule.title,
    state: isNeeded ? (doneBy ? 'done' : 'missing') : 'not-needed',
    weight: need.weight,
    why: elsewhere ?? need.why,
    citation: need.citation,
    documents: ready.map(({ id, title }) => ({ id, title })),
    pending: isNeeded && !doneBy ? pendingSentence(own, ready, rule) : '',
    doneBy: isNeeded ? doneBy : null,
    answer,
    answers: elsewhere === null ? need.answers : [],
    ways: rule.ways,
  };
}

const isReady = (
  { state, template, blankCount }: ChecklistDocument,
  { isSigned = false }: ItemRule,
): boolean => state === 'ready' && blankCount === 0 && !(isSigned && template !== null);

function pendingSentence(
  own: readonly ChecklistDocument[],
  ready: readonly ChecklistDocument[],
  { isSigned = false, count = 1 }: ItemRule,
): string {
  const checking = own.find(({ state, template }) => state === 'checking' && !(isSigned && template));
  if (checking) return `“${checking.title}” is still being checked.`;
  if (isSigned && own.some(({ template }) => template !== null))
    return 'A draft is written here; add the signed copy.';
  const unfilled = own.find(({ blankCount }) => blankCount > 0);
  if (unfilled)
    return `“${unfilled.title}” still has ${unfilled.blankCount === 1 ? 'a blank' : `${unfilled.blankCount} blanks`} to fill in.`;
  return count > 1 && ready.length > 0
    ? `${ready.length} of ${count} ${ready.length === 1 ? 'is' : 'are'} here.`
    : '';
}

export type Readiness = {
  /** Why the case goes to no IMR; null where it can. */
  readonly elsewhere: string | null;
  readonly doneCount: number;
  /** Done or missing: what is not needed does not count. */
  readonly neededCount: number;
  readonly blockers: readonly ChecklistItem[];
  /** In one sentence. */
  readonly sentence: string;
};

/** How ready the application is; nothing missing that blocks means that it can be filed as it is. */
export function readinessOf(items: readonly ChecklistItem[], { elsewhere }: FilingSituation): Readiness {
  const needed = items.filter(({ state }) => state !== 'not-needed');
  const doneCount = needed.filter(({ state }) => state === 'done').length;
  const blockers = needed.filter(({ state, weight }) => state === 'missing' && weight === 'blocks');
  return {
    elsewhere,
    doneCount,
    neededCount: needed.length,
    blockers,
    sentence: elsewhere ?? readinessSentence(needed.length - doneCount, blockers.length),
  };
}

function readinessSentence(missing: number, blocking: number): string {
  if (missing === 0) return 'Everything is here: it can be filed.';
  if (blocking === 0)
    return `It can be filed as it is; ${missing === 1 ? 'one more paper' : `${missing} more papers`} would help.`;
  return `${blocking === 1 ? 'One thing is' : `${blocking} things are`} missing that the application cannot do without.`;
}
