import { formatMediumDate } from '../calendar/format-date.ts';
import { addDays, isAfter, type LocalDate } from '../calendar/local-date.ts';
import { type AssessedCase, isLive } from '../cases/assessed-case.ts';
import { currentImrApplication, type ImrApplication } from '../cases/case-record.ts';
import { dueText } from '../cases/next-clock-sentence.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { type Citation, type DatedRuleId, ruleOf } from '../deadlines/rules.ts';
import { REGULATOR_CONTACTS } from '../plans/regulators.ts';
import { callScript } from './call-scripts.ts';
import { isProved } from './proof-of-filing.ts';

/** What is known of how long a step takes in practice, and who says so. */
export type Expectation = { readonly text: string; readonly source: string };

export type StageId = 'acceptance' | 'records' | 'decision' | 'adoption' | 'implementation';

export type FilingStage = {
  readonly id: StageId;
  readonly title: string;
  readonly state: 'done' | 'running' | 'late' | 'ahead';
  /** Where the step stands, in a sentence. */
  readonly when: string;
  readonly citations: readonly Citation[];
  readonly expectation: Expectation | null;
  /** What to say on the phone, where the step is late. */
  readonly script: { readonly phone: string; readonly text: string } | null;
};

/**
 * The steps that follow a proved application, in order: how each stands by the law's clock, and what is realistic beside
 * it. Empty where nothing was filed, nothing proves it, or the department did not take it. Pure.
 */
export function stagesAfterFiling(assessed: AssessedCase): readonly FilingStage[] {
  const application = currentImrApplication(assessed.record);
  if (!application || !isProved(application) || application.rejectedOn) return [];
  const stages: readonly FilingStage[] = [
    stage(assessed, application, 'acceptance', {
      title: 'The department accepts or rejects it',
      doneOn: application.acceptedOn,
      starts:
        application.regulator === 'CDI'
          ? 'We have read no law that counts the days of the Department of Insurance.'
          : 'Counted from the day the department received it, which is not recorded yet.',
      rules: ['ca.imr.accept', 'ca.imr.accept.expedited'],
      expectation: acceptanceExpectation(application),
    }),
    stage(assessed, application, 'records', {
      title: 'The plan sends its records to the reviewer',
      doneOn: application.documentsSentOn ?? application.reviewerReceivedOn,
      starts: application.expedited
        ? 'Counted in hours from the department’s acceptance.'
        : 'Counted from the day the plan received the department’s notice.',
      rules: ['ca.imr.planDocs', 'ca.imr.planDocs.expedited'],
      expectation: null,
    }),
    stage(assessed, application, 'decision', {
      title: 'The reviewer decides',
      doneOn: application.determinedOn,
      starts: 'Counted from the day the reviewer had the application and the supporting documents.',
      rules: ['ca.imr.decide', 'ca.imr.decide.expedited', 'ca.imr.decide.exp', 'ca.imr.decide.exp.fast'],
      expectation: decisionExpectation(application, assessed.today),
    }),
    stage(assessed, application, 'adoption', {
      title: 'The department adopts the decision and writes to everybody',
      doneOn: application.determinedOn,
      starts: 'The law says at once and promptly, and counts no days.',
      rules: [],
      expectation: application.regulator === 'DMHC' ? ADOPTION : null,
      isLong: isAfter(assessed.today, usuallyOverOn(application)),
    }),
  ];
  return application.outcome === 'upheld'
    ? stages
    : [
        ...stages,
        stage(assessed, application, 'implementation', {
          title: 'The plan authorizes or pays, where the denial is overturned',
          doneOn: application.implementedOn,
          starts: 'Counted from the day the plan received the written decision.',
          rules: ['ca.imr.implement'],
          expectation: application.regulator === 'DMHC' ? PENALTY : null,
        }),
      ];
}

type Outline = Pick<FilingStage, 'title' | 'expectation'> & {
  readonly doneOn: LocalDate | null;
  readonly starts: string;
  readonly rules: readonly DatedRuleId[];
  /** No law counts its days, and it takes longer than such steps usually do. */
  readonly isLong?: boolean;
};

function stage(
  { assessment, today }: AssessedCase,
  application: ImrApplication,
  id: StageId,
  { title, doneOn, starts, rules, expectation, isLong = false }: Outline,
): FilingStage {
  const clock = assessment.deadlines.find(
    ({ rule, status }) => status !== 'moot' && rules.some((each) => each === rule),
  );
  const isLate = clock?.status === 'overdue';
  const isPassed = !doneOn && application.determinedOn !== null && id !== 'implementation';
  const state = doneOn || isPassed ? 'done' : isLate ? 'late' : clock && isLive(clock) ? 'running' : 'ahead';
  const { phone } = REGULATOR_CONTACTS[application.regulator];
  return {
    id,
    title,
    state,
    when: isPassed
      ? 'Over, since the decision came; its own day is not recorded.'
      : whenText(clock, doneOn, starts, today),
    citations: clock?.explanation.citations ?? lawAhead(application, rules),
    expectation: state === 'done' ? null : expectation,
    script:
      isLate || (isLong && state !== 'done')
        ? { phone: phone.value, text: callScript(id, application, clock?.dueOn ?? today) }
        : null,
  };
}

function whenText(
  clock: AdjustedDeadline | undefined,
  doneOn: LocalDate | null,
  starts: string,
  today: LocalDate,
): string {
  if (doneOn) {
    const done = `Done ${formatMediumDate(doneOn)}`;
    return clock?.status === 'late' ? `${done}; it was due ${dueText(clock, today)}.` : `${done}.`;
  }
  if (!clock) return starts;
  return clock.status === 'overdue'
    ? `Late: it was due ${dueText(clock, today)}.`
    : `Due ${dueText(clock, today)}. ${clock.explanation.trigger.text}`;
}

/** The law of a clock that does not run yet; the Insurance Code's steps are cited once they run. */
function lawAhead(
  { regulator, expedited }: ImrApplication,
  rules: readonly DatedRuleId[],
): readonly Citation[] {
  const rule = expedited ? (rules[1] ?? rules[0]) : rules[0];
  return rule && regulator === 'DMHC' ? ruleOf(rule).citations : [];
}

function acceptanceExpectation({ regulator, expedited }: ImrApplication): Expectation | null {
  if (regulator === 'CDI')
    return {
      text: 'We have read no number of days for the Department of Insurance. Ask for one when you call.',
      source: 'insurance.ca.gov, guide to the Independent Medical Review',
    };
  if (expedited) return null;
  return {
    text: 'An older page of the department promised a letter within 5 days; the regulation gives it 7.',
    source: 'dmhc.ca.gov, an earlier page on the Independent Medical Review',
  };
}

const URGENT_DAYS = 7;
const USUAL_DAYS = 45;
const MEDIAN_DAYS = 55;

/** By the department's own figure for urgent cases, and by that of half of the published ones for the others. */
const usuallyOverOn = ({ expedited, receivedOn, appliedOn }: ImrApplication): LocalDate =>
  addDays(receivedOn ?? appliedOn, expedited ? URGENT_DAYS : MEDIAN_DAYS);

function decisionExpectation(application: ImrApplication, today: LocalDate): Expectation | null {
  const { regulator, expedited, receivedOn, appliedOn } = application;
  if (regulator === 'CDI') return null;
  if (expedited)
    return {
      text: `The department says that urgent cases are decided within ${URGENT_DAYS} days, its own screening included.`,
      source: 'Form DMHC 20-224 (Rev. 01/20)',
    };
  const usual = addDays(receivedOn ?? appliedOn, USUAL_DAYS);
  const median = usuallyOverOn(application);
  const likely = isAfter(today, median)
    ? 'It takes longer than usual'
    : `More likely between ${formatMediumDate(usual)} and ${formatMediumDate(median)}`;
  return {
    text: `${likely}: the department says usually within ${USUAL_DAYS} days, and half of the published cases took ${MEDIAN_DAYS} or more.`,
    source:
      'Form DMHC 20-224 (Rev. 01/20); 34,560 published determinations to 2023, review and adoption together',
  };
}

const ADOPTION: Expectation = {
  text: `The days to adopt are part of the ${MEDIAN_DAYS} above.`,
  source: '34,560 published determinations to 2023',
};

const PENALTY: Expectation = {
  text: 'Each day the plan does not carry it out can cost it a penalty of not less than $5,000 (H&S 1374.34(b)).',
  source: 'The statute as of 2019; check whether the amount was raised since',
};
