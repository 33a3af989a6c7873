import { formatInstant, formatMediumDate } from '../calendar/format-date.ts';
import { isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { NextStep } from './assessment.ts';
import type { CaseReading } from './case-reading.ts';
import type { ClockId } from './clock-title.ts';
import {
  type Owed,
  type OwnLimitRule,
  type PlannedStep,
  planNextSteps,
  type Standing,
  type StepSays,
  type WorkedDeadline,
} from './planned-steps.ts';
import type { Party } from './rules.ts';
import { isRuleStillAhead } from './status.ts';
import { capitalized, type Wording, wordingFor } from './wording.ts';

/** What to do now, most urgent first, one sentence each, by the dates that are worked to. */
export function nextStepsFor(
  c: CaseReading,
  deadlines: readonly WorkedDeadline[],
  standing: Standing,
): NextStep[] {
  return planNextSteps(c, deadlines, standing).map((step) => ({
    who: step.who,
    text: stepText(step, c),
    rule: step.rule,
  }));
}

function stepText(step: PlannedStep, c: CaseReading): string {
  const words = wordingFor(c);
  const { plan, grievance, regulator } = words;
  switch (step.says) {
    case 'act-in-time':
      return timelyText(step, words);
    case 'act-late':
      return lateText(step, c, words);
    case 'file-imr':
      if (!step.isUrgent) return `File the IMR with ${regulator} by ${formatMediumDate(step.by)}.`;
      return step.ruleBy === undefined
        ? `File the IMR with ${regulator} now, since the case is urgent; the last safe day is ${formatMediumDate(step.by)}.`
        : `File the IMR with ${regulator} now, since the case is urgent, and by ${formatMediumDate(step.by)} at the latest.`;
    case 'file-imr-late':
      if (step.ruleBy !== undefined)
        return isRuleStillAhead(step.ruleBy, c.asOf.on)
          ? `File the IMR with ${regulator} today: ${bothDates(step.by, step.ruleBy, 'ahead')}`
          : `File the IMR with ${regulator} today and ask for an extension: ${bothDates(step.by, step.ruleBy, 'past')}`;
      return step.until === null
        ? `File the IMR with ${regulator} today and ask for an extension: the six months ended on ${formatMediumDate(step.by)}, and the department may still accept it.`
        : `File the IMR with ${regulator} today and say why it is late: the safe date was ${formatMediumDate(step.by)}, and another reading runs through ${formatMediumDate(step.until)}.`;
    case 'file-imr-if-silent':
      return `If the ${plan} does not answer, file the IMR with ${regulator} from ${formatMediumDate(step.from)} on.`;
    case 'file-imr-at-any-time':
      return `File the IMR with ${regulator}: it is open.`;
    case 'file-grievance-beside-imr':
      return c.isEmergency
        ? `File the ${grievance} with the ${plan} as well by ${formatMediumDate(step.by)}, in case the IMR turns out to need it.`
        : `The ${grievance} with the ${plan} stays possible through ${formatMediumDate(step.by)}.`;
    case 'file-grievance':
      return `File the ${grievance} with the ${plan}.`;
    case 'file-complaint':
      return `File a complaint with ${regulator}: a denial of coverage does not go to an IMR.`;
    case 'go-on-as-complaint':
      return `Go on with ${regulator} as a complaint.`;
    case 'check-authorization':
      return `Check that the ${plan} really authorizes or pays for the service.`;
    case 'follow-medicare-notice':
      return 'Follow the Medicare appeal in the notice, by the date it gives.';
    case 'find-regulator':
      return 'Find out who regulates the coverage: look in the Evidence of Coverage or on the card.';
    case 'find-regulator-meanwhile-dmhc':
      return 'Find out whether the DMHC or the Department of Insurance regulates the plan; meanwhile use the DMHC.';
    case 'ask-when-grievance-was-received':
      return `Ask the plan which day it received the ${grievance}: its days to answer run from there.`;
    case 'ask-when-application-was-received':
      return `Ask ${regulator} which day it received the application: its time runs from there.`;
    case 'ask-when-application-was-accepted':
      return `Ask ${regulator} whether it accepted the application, and on which day.`;
    case 'ask-when-plan-was-notified':
      return `Ask ${regulator} which day it notified the ${plan}: its working days to send the records run from there.`;
    case 'ask-when-reviewer-had-records':
      return `Ask ${regulator} which day the reviewer had the records: the reviewer’s time runs from there.`;
    case 'ask-when-determination-was-received':
      return 'Ask the plan which day it received the determination: it has five working days from there.';
    case 'press':
      return `Call ${partyName(step.called, words)}: ${pressedText(step, c, words)}`;
    case 'wait':
      return `${capitalized(partyName(step.owedBy, words))} ${isByHand(step) ? 'is' : 'has'} to ${dutyText(step.duty, words)} by ${dueText(step)}.`;
  }
}

/** What the law asks is owed; what somebody agreed to before that is only expected. */
const isByHand = ({ dueOn, ruleDueOn }: Owed): boolean =>
  ruleDueOn !== undefined && isBefore(dueOn, ruleDueOn);

function pressedText(step: Owed, c: CaseReading, words: Wording): string {
  const party = partyName(step.owedBy, words);
  const act = dutyText(step.duty, words);
  if (step.ruleDueOn === undefined || !isByHand(step)) return `${party} had to ${act} by ${dueText(step)}.`;
  const tense = isRuleStillAhead(step.ruleDueOn, c.asOf.on) ? 'is' : 'was';
  return `${party} was to ${act} by ${dueText(step)}, and the rule’s own date ${tense} ${formatMediumDate(step.ruleDueOn)}.`;
}

/** What is said of a date that is over and is not the rule's own: both, and whether the rule's is over as well. */
function bothDates(by: LocalDate, ruleBy: LocalDate, rule: 'ahead' | 'past'): string {
  const own = rule === 'ahead' ? 'the rule’s own is' : 'the rule’s own was';
  return `the date worked to was ${formatMediumDate(by)}, and ${own} ${formatMediumDate(ruleBy)}.`;
}

type Texts = Readonly<Record<OwnLimitRule, string>>;
type OwnLimit = Extract<StepSays, { says: 'act-in-time' | 'act-late' }>;

const actTexts = ({ plan }: Wording): Texts => ({
  'ca.grv.file': 'File the grievance with the plan',
  'mc.appeal.file': 'File the appeal with the plan',
  'mc.appeal.app': 'To keep the services, file the appeal and ask for them to go on',
  'mc.hearing.file': 'Ask for the State Hearing',
  'mc.hearing.outer': 'Ask for the State Hearing',
  'mc.hearing.app': 'To keep the services, ask for the State Hearing and for them to go on',
  'fed.appeal.file': `File the internal appeal with the ${plan}`,
  'fed.ext.file': 'Ask for the external review',
});

function timelyText({ limit, by, ruleBy }: OwnLimit, words: Wording): string {
  const end =
    limit === 'mc.hearing.outer' && ruleBy === undefined ? ': after that day no hearing is given.' : '.';
  return `${actTexts(words)[limit]} by ${formatMediumDate(by)}${excuseText(limit)}${end}`;
}

/** Past 120 days, a hearing is still given to who had good cause to be late. */
const excuseText = (limit: OwnLimitRule): string =>
  limit === 'mc.hearing.outer' ? ' and say why it is late' : '';

/** What is left to do after the last day, and what is said of that day where it is the rule's own. */
const lateTexts = ({ plan }: Wording, by: string): Readonly<Record<OwnLimitRule, [string, string]>> => ({
  'ca.grv.file': [
    'File the grievance today and ask the plan to take it late',
    `its 180 days ended on ${by}, and the plan may allow longer`,
  ],
  'mc.appeal.file': ['File the appeal today and say why it is late', `its 60 days ended on ${by}`],
  'mc.appeal.app': ['Ask the plan whether the services can go on', `the day to ask for that was ${by}`],
  'mc.hearing.file': [
    'Ask for the State Hearing today and say why it is late',
    `the 120 days ended on ${by}`,
  ],
  'mc.hearing.outer': ['Ask a lawyer what is left', `the last day to ask for a State Hearing was ${by}`],
  'mc.hearing.app': ['Ask the plan whether the services can go on', `the day to ask for that was ${by}`],
  'fed.appeal.file': [
    `Ask the ${plan} today to take the internal appeal late`,
    `its 180 days ended on ${by}`,
  ],
  'fed.ext.file': [
    'Ask the plan today whether it takes the request for external review late',
    `the last day was ${by}`,
  ],
});

function lateText(step: OwnLimit, c: CaseReading, words: Wording): string {
  const { limit, by, ruleBy } = step;
  const [act, ended] = lateTexts(words, formatMediumDate(by))[limit];
  if (ruleBy === undefined) return `${act}: ${ended}.`;
  return isRuleStillAhead(step.ruleBy, c.asOf.on)
    ? `${actTexts(words)[limit]} today${excuseText(limit)}: ${bothDates(by, ruleBy, 'ahead')}`
    : `${act}: ${bothDates(by, ruleBy, 'past')}`;
}

const acts: Readonly<Partial<Record<ClockId, (words: Wording) => string>>> = {
  'ca.grv.ack': ({ grievance }) => `acknowledge the ${grievance}`,
  'ca.grv.resolve': () => 'answer the grievance',
  'ca.grv.expedited.statement': () => 'answer the urgent grievance',
  'ca.imr.accept': () => 'accept or reject the IMR',
  'ca.imr.accept.expedited': () => 'accept or reject the urgent IMR',
  'ca.imr.planDocs': () => 'send the records to the reviewer',
  'ca.imr.planDocs.expedited': () => 'send the records to the reviewer',
  'ca.imr.decide': () => 'decide the IMR',
  'ca.imr.decide.expedited': () => 'decide the urgent IMR',
  'ca.imr.decide.exp': () => 'decide the IMR',
  'ca.imr.decide.exp.fast': () => 'decide the urgent IMR',
  'ca.imr.implement': () => 'carry out the determination',
  'ca.complaint.decide': () => 'decide the complaint',
  'mc.appeal.decide': () => 'answer the appeal',
  'mc.appeal.decide.expedited': () => 'answer the urgent appeal',
  'fed.appeal.decide': () => 'answer the internal appeal',
  'fed.ext.decide': () => 'decide the external review',
};

/** What a duty asks of whoever owes it, after "has to": "answer the grievance". Null for what is no duty. */
export const dutyText = (rule: ClockId, words: Wording): string | null => acts[rule]?.(words) ?? null;

function dueText({ dueOn, dueAt }: Pick<WorkedDeadline, 'dueOn' | 'dueAt'>): string {
  return dueAt === undefined ? formatMediumDate(dueOn) : formatInstant(dueAt);
}

/** Each side with its article, for the middle of a sentence. */
export function partyName(party: Party, { plan, regulator }: Wording): string {
  switch (party) {
    case 'client':
      return 'the client';
    case 'plan':
      return `the ${plan}`;
    case 'regulator':
      return regulator;
    case 'reviewer':
      return 'the reviewer';
  }
}
