import type { CaseReading } from './case-reading.ts';
import { type Citation, law } from './citations.ts';
import type { RuleId } from './rules.ts';

export const disagreementIds = [
  'six-months-from-the-denial-letter',
  'six-months-from-the-written-decision',
  'late-means-lost',
  'appeal-always-first',
  'urgent-review-in-seven-days',
  'review-decided-in-thirty-days',
  'intake-in-five-days',
  'binding-on-both',
  'insurance-department-for-most-plans',
] as const;
export type DisagreementId = (typeof disagreementIds)[number];

/** A page that many read: a question-and-answer page of 2025, and an older page of the DMHC's own. */
type PopularSource = 'question-and-answer-page' | 'older-dmhc-page';

/** Where a popular page and the law say different things: both, which one is used, and why. */
export interface Disagreement {
  readonly source: PopularSource;
  /** What the page says. */
  readonly popular: string;
  /** What the law says. */
  readonly legal: string;
  /** What is computed, and why. */
  readonly used: string;
  /** The rules whose date or door is in question. */
  readonly rules: readonly RuleId[];
  readonly citations: readonly Citation[];
}

export const disagreements: Readonly<Record<DisagreementId, Disagreement>> = {
  'six-months-from-the-denial-letter': {
    source: 'question-and-answer-page',
    popular: 'The application is due six months from the date on the denial letter.',
    legal:
      'The six months run from the day the plan upholds its decision on the grievance, or from the day its time to answer passed.',
    used: 'We count from the earliest of those events, and from the denial letter only where no grievance is needed first.',
    rules: ['ca.imr.deadline.decision', 'ca.imr.deadline.silence', 'cdi.imr.deadline'],
    citations: [law.qualifyingEvents, law.sixMonths],
  },
  'six-months-from-the-written-decision': {
    source: 'older-dmhc-page',
    popular: "The application is due six months after the plan's written decision.",
    legal:
      'The statute also starts the six months when the plan lets its 30 days pass; the regulation speaks of the written response.',
    used: 'We use the earlier date, since it is in time on both readings, and show the later one beside it.',
    rules: ['ca.imr.deadline.silence', 'ca.imr.deadline.lateLetter'],
    citations: [law.qualifyingEvents, law.sixMonths, law.sixMonthsRegulation],
  },
  'late-means-lost': {
    source: 'question-and-answer-page',
    popular: 'The six months are strict: whoever misses them gets no review.',
    legal: 'The department may accept a late application where circumstances warrant.',
    used: 'We show the date as the safe one, and never call the way closed: file anyway and say why.',
    rules: [
      'ca.imr.deadline.decision',
      'ca.imr.deadline.silence',
      'ca.imr.deadline.experimental',
      'cdi.imr.deadline',
      'ca.imr.extension',
    ],
    citations: [law.sixMonths, law.sixMonthsRegulation],
  },
  'appeal-always-first': {
    source: 'question-and-answer-page',
    popular: 'The review comes after the plan has denied the appeal.',
    legal:
      'No answer is needed after 30 days of silence, and no grievance at all where care was denied as experimental or the case is urgent.',
    used: 'We open the review on the first day that any of these allows.',
    rules: [
      'ca.imr.open.experimental',
      'ca.imr.open.urgent',
      'ca.imr.open.emergency',
      'ca.imr.open.silence',
      'cdi.appeal.silence',
    ],
    citations: [law.qualifyingEvents, law.experimentalNeedsNoGrievance, law.urgentNeedsNoPlanProcess],
  },
  'urgent-review-in-seven-days': {
    source: 'question-and-answer-page',
    popular: 'An urgent review is decided within seven days.',
    legal:
      'The reviewer has three days from receiving the records. Seven days is what the department tells callers to expect, its own steps included.',
    used: 'We count the three days, because they are what the reviewer owes.',
    rules: ['ca.imr.decide.expedited'],
    citations: [law.decideIn30Days],
  },
  'review-decided-in-thirty-days': {
    source: 'question-and-answer-page',
    popular: 'A review is decided within 30 days.',
    legal:
      'The 30 days run from the day the reviewer has the application and the records. The department says to expect about 45 days in all.',
    used: 'We count from the day the reviewer has both. In decisions published through 2023 half took 55 days or longer.',
    rules: ['ca.imr.decide'],
    citations: [law.decideIn30Days],
  },
  'intake-in-five-days': {
    source: 'older-dmhc-page',
    popular: 'The Help Center sends a letter within five days.',
    legal:
      'The regulation gives the department seven calendar days, or 48 hours if the application is urgent.',
    used: 'We count the seven days or the 48 hours, because they are the rule in force.',
    rules: ['ca.imr.accept', 'ca.imr.accept.expedited'],
    citations: [law.intakeIn7Days],
  },
  'binding-on-both': {
    source: 'question-and-answer-page',
    popular: 'The decision binds both the patient and the plan.',
    legal:
      'The decision binds the plan. Nothing we have read says that it ends what the patient may still do.',
    used: 'We say that it binds the plan, and no more.',
    rules: ['ca.imr.adopt', 'ca.imr.implement'],
    citations: [law.adoption, law.implementIn5Days],
  },
  'insurance-department-for-most-plans': {
    source: 'question-and-answer-page',
    popular: 'The Department of Insurance regulates most plans that are no HMO.',
    legal:
      'Many PPO plans, those of Blue Cross of California and Blue Shield of California among them, are under the Department of Managed Health Care.',
    used: 'We go by what the card and the Evidence of Coverage say; where that is not known, by the DMHC, which checks.',
    rules: [],
    citations: [],
  },
};

/**
 * Where a popular page and the law differ on any of those rules, in the order of the table; for an insurer with the
 * sections of the Insurance Code that say the same.
 */
export const disagreementsOn = (rules: readonly (RuleId | null)[], c: CaseReading): readonly Disagreement[] =>
  disagreementIds
    .map((id) => disagreements[id])
    .filter((each) => each.rules.some((rule) => rules.includes(rule)))
    .map((each) =>
      c.track === 'cdi'
        ? { ...each, citations: each.citations.flatMap((citation) => insured(citation)) }
        : each,
    );

const insuranceTwins: ReadonlyMap<Citation, Citation | null> = new Map([
  [law.qualifyingEvents, law.insuranceQualifyingEvents],
  [law.sixMonths, law.insuranceSixMonths],
  [law.sixMonthsRegulation, null],
  [law.decideIn30Days, law.insuranceDecideIn30Days],
]);

function insured(citation: Citation): Citation[] {
  const twin = insuranceTwins.get(citation);
  return twin === null ? [] : [twin ?? citation];
}

/** What a popular source is called, for the middle of a sentence. */
export const popularSourceWords: Readonly<Record<PopularSource, string>> = {
  'question-and-answer-page': 'a question-and-answer page of 2025',
  'older-dmhc-page': "an older page of the DMHC's own",
};
