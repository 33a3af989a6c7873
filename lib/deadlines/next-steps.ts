import { formatInstant, formatMediumDate } from '../calendar/format-date.ts';
import type { Deadline, NextStep } from './assessment.ts';
import type { CaseReading } from './case-reading.ts';
import type { ClockId } from './clock-title.ts';
import { type OwnLimitRule, type PlannedStep, planNextSteps, type Standing } from './planned-steps.ts';
import type { Party } from './rules.ts';
import { capitalized, type Wording, wordingFor } from './wording.ts';

/** What to do now, most urgent first, one sentence each. */
export function nextStepsFor(c: CaseReading, deadlines: readonly Deadline[], standing: Standing): NextStep[] {
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
      return timelyTexts(words, formatMediumDate(step.by))[step.limit];
    case 'act-late':
      return lateTexts(words, formatMediumDate(step.by))[step.limit];
    case 'file-imr':
      return step.isUrgent
        ? `File the IMR with ${regulator} now, since the case is urgent; the last safe day is ${formatMediumDate(step.by)}.`
        : `File the IMR with ${regulator} by ${formatMediumDate(step.by)}.`;
    case 'file-imr-late':
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
      return `Call ${calledFor(step.owedBy, c, words)}: ${partyName(step.owedBy, words)} had to ${dutyText(step.duty, words)} by ${dueText(step)}.`;
    case 'wait':
      return `${capitalized(partyName(step.owedBy, words))} has to ${dutyText(step.duty, words)} by ${dueText(step)}.`;
  }
}

type Texts = Readonly<Record<OwnLimitRule, string>>;

function timelyTexts({ plan }: Wording, by: string): Texts {
  return {
    'ca.grv.file': `File the grievance with the plan by ${by}.`,
    'mc.appeal.file': `File the appeal with the plan by ${by}.`,
    'mc.appeal.app': `To keep the services, file the appeal and ask for them to go on by ${by}.`,
    'mc.hearing.file': `Ask for the State Hearing by ${by}.`,
    'mc.hearing.outer': `Ask for the State Hearing by ${by} and say why it is late: after that day no hearing is given.`,
    'mc.hearing.app': `To keep the services, ask for the State Hearing and for them to go on by ${by}.`,
    'fed.appeal.file': `File the internal appeal with the ${plan} by ${by}.`,
    'fed.ext.file': `Ask for the external review by ${by}.`,
  };
}

function lateTexts({ plan }: Wording, by: string): Texts {
  return {
    'ca.grv.file': `File the grievance today and ask the plan to take it late: its 180 days ended on ${by}, and the plan may allow longer.`,
    'mc.appeal.file': `File the appeal today and say why it is late: its 60 days ended on ${by}.`,
    'mc.appeal.app': `Ask the plan whether the services can go on: the day to ask for that was ${by}.`,
    'mc.hearing.file': `Ask for the State Hearing today and say why it is late: the 120 days ended on ${by}.`,
    'mc.hearing.outer': `Ask a lawyer what is left: the last day to ask for a State Hearing was ${by}.`,
    'mc.hearing.app': `Ask the plan whether the services can go on: the day to ask for that was ${by}.`,
    'fed.appeal.file': `Ask the ${plan} today to take the internal appeal late: its 180 days ended on ${by}.`,
    'fed.ext.file': `Ask the plan today whether it takes the request for external review late: the last day was ${by}.`,
  };
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

// Nobody presses a reviewer: the regulator does, and on the federal track the plan that engaged it.
function calledFor(owedBy: Party, c: CaseReading, { plan, regulator }: Wording): string {
  return owedBy === 'plan' || c.track === 'self-funded' ? `the ${plan}` : regulator;
}

function dueText({ dueOn, dueAt }: Pick<Deadline, 'dueOn' | 'dueAt'>): string {
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
