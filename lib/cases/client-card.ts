import { isHelpCenterFor } from '../calculator/contacts.ts';
import type { CalculatorLanguage } from '../calculator/language.ts';
import type { MessageDetail, Stage } from '../db/vocabulary.ts';
import { readCase } from '../deadlines/case-reading.ts';
import { isManual } from '../deadlines/clock-title.ts';
import { REGULATOR_CONTACTS } from '../plans/regulators.ts';
import { type Words, wordsIn } from '../words/words.ts';
import type { AssessedCase } from './assessed-case.ts';
import { leadClock } from './next-clock-sentence.ts';
import { stageOf } from './stage.ts';

/** `neutral` says nothing about health, a plan or what is asked for. */
export const CARD_DETAILS = ['neutral', 'plain'] as const;
export type CardDetail = (typeof CARD_DETAILS)[number];

const NEEDS = 4;

export type ClientCard = {
  readonly language: CalculatorLanguage;
  readonly detail: CardDetail;
  readonly title: string;
  readonly caseNumber: string;
  readonly where: string;
  /** Where the case is among its steps; null where it goes another way. */
  readonly progress: {
    readonly step: number;
    readonly text: string;
    readonly steps: readonly string[];
  } | null;
  readonly next: string;
  readonly needs: readonly string[];
  readonly call: readonly string[];
  readonly danger: string;
  readonly foot: readonly string[];
};

export type CardFacts = {
  readonly assessed: AssessedCase;
  /** What the client can still bring, tell or sign, in the card's language. */
  readonly needs: readonly string[];
  readonly officeName: string;
  readonly officePhone: string;
};

/**
 * What the client carries with them: four things in short words, with no date that the case does not have. A neutral card
 * names neither client nor plan, and not the office where the client does not want it said who writes. Pure.
 */
export function clientCardOf(
  { assessed, needs, officeName, officePhone }: CardFacts,
  language: CalculatorLanguage,
  detail: CardDetail,
): ClientCard {
  const { record, facts, assessment, today } = assessed;
  const { clientCard: words, dates } = wordsIn(language);
  const stage = stageOf(facts, assessment, record.closedAt !== null);
  const step = STEPS[stage];
  const steps = words.steps[detail];
  return {
    language,
    detail,
    title: words.title[detail],
    caseNumber: words.caseNumber(record.number),
    where: detail === 'plain' ? words.where[stage] : words.whereNeutral[NEUTRAL[stage]],
    progress: step === null ? null : { step, text: words.step(step, steps.length), steps },
    next: nextText(assessed, words, detail, dates.long),
    needs: needsOf(record.closedAt !== null ? [] : needs, words, detail, stage === 'closed'),
    call: [
      record.ownerName ? words.caller(record.ownerName) : words.noCaller,
      record.client.maySayWhoWeAre ? officeName : '',
      officePhone ? words.phone(officePhone) : '',
      detail === 'plain' ? stateLine(assessed, words) : '',
    ].filter((line) => line !== ''),
    danger: words.danger[detail],
    foot: [words.asOf(dates.long(today)), words.legal],
  };
}

/** How much the card tells unless somebody chooses otherwise: no more than messages may. */
export const usualDetail = (agreed: MessageDetail): CardDetail =>
  agreed === 'detailed' ? 'plain' : 'neutral';

const STEPS: Readonly<Record<Stage, number | null>> = {
  intake: 1,
  grievance: 2,
  'imr-open': 3,
  'imr-not-available': null,
  'imr-screening': 4,
  'imr-review': 4,
  determination: 5,
  complaint: null,
  hearing: null,
  'plan-overturned': 5,
  resolved: null,
  closed: null,
};

const NEUTRAL: Readonly<Record<Stage, keyof Words['clientCard']['whereNeutral']>> = {
  intake: 'working',
  grievance: 'waiting',
  'imr-open': 'working',
  'imr-not-available': 'working',
  'imr-screening': 'waiting',
  'imr-review': 'waiting',
  determination: 'decided',
  complaint: 'waiting',
  hearing: 'waiting',
  'plan-overturned': 'decided',
  resolved: 'decided',
  closed: 'closed',
};

function nextText(
  assessed: AssessedCase,
  words: Words['clientCard'],
  detail: CardDetail,
  day: Words['dates']['long'],
): string {
  if (assessed.record.closedAt) return words.atClosed;
  const clock = leadClock(assessed);
  if (!clock) return words.nothingNext;
  const { rule, dueOn, status } = clock;
  const side = clock.owedBy === 'client' ? 'ours' : 'theirs';
  if (status === 'overdue') return words.late[side](day(dueOn));
  // What a person called a date is free text: it may say something about health.
  if (isManual(rule)) return words.nextByHand(day(dueOn));
  return detail === 'plain' ? words.next[rule](day(dueOn)) : words.nextNeutral[side](day(dueOn));
}

function needsOf(
  needs: readonly string[],
  { needs: words }: Words['clientCard'],
  detail: CardDetail,
  isClosed: boolean,
): string[] {
  const always = isClosed ? [] : [words.letters, words.moved];
  if (needs.length === 0) return [words.nothing, ...always];
  if (detail === 'neutral') return [words.neutral, ...always];
  const left = needs.length - NEEDS;
  return [...needs.slice(0, NEEDS), ...(left > 0 ? [words.more(left)] : []), ...always];
}

function stateLine({ facts }: AssessedCase, words: Words['clientCard']): string {
  const c = readCase(facts);
  if (isHelpCenterFor(c)) return words.stateLine(REGULATOR_CONTACTS.DMHC.phone.value);
  return c.track === 'cdi' ? words.stateLine(REGULATOR_CONTACTS.CDI.phone.value) : '';
}
