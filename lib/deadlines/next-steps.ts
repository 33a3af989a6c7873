import { formatInstant, formatMediumDate } from '../calendar/format-date.ts';
import { compareDates, isAfter } from '../calendar/local-date.ts';
import type { Deadline, NextStep } from './assessment.ts';
import type { CaseReading } from './case-reading.ts';
import { type Availability, type FilingWindow, lastReadingOf, type Opening } from './imr-standing.ts';
import type { DatedRuleId, Party } from './rules.ts';
import { capitalized, type Wording, wordingFor } from './wording.ts';

/** What a step is about when it is not one of the deadlines themselves. */
interface Standing {
  readonly availability: Availability;
  readonly openings: readonly Opening[];
  readonly window: FilingWindow;
}

/**
 * What to do now, most urgent first: the client's limits (those already over before the next to come), what opens
 * the case up, what others are late with, then what is only to be waited for or may be done as well.
 */
export function nextStepsFor(c: CaseReading, deadlines: readonly Deadline[], standing: Standing): NextStep[] {
  const live = deadlines.filter(({ status }) => status === 'open' || status === 'overdue');
  const own = live.filter(
    (deadline) => deadline.kind === 'limit' && !isSpokenFor(deadline, live) && !isAheadOfItsTime(deadline, c),
  );
  const owed = live.filter((deadline) => deadline.kind === 'duty');
  const steps = [
    ...own.filter(isOverdue).map((deadline) => ownStep(deadline, c, standing)),
    ...own.filter(isOpen).map((deadline) => ownStep(deadline, c, standing)),
    ...undatedSteps(c, own, standing),
    ...owed.filter(isOverdue).map((deadline) => pressStep(deadline, c)),
    ...owed.filter(isOpen).map((deadline) => waitStep(deadline, c)),
    ...own
      .filter((deadline) => isOpen(deadline) && isGrievanceBesideImr(deadline, standing))
      .map((deadline) => grievanceBesideImrStep(deadline, c)),
  ];
  return steps.filter((step) => step !== null);
}

function isOverdue({ status }: Deadline): boolean {
  return status === 'overdue';
}

function isOpen({ status }: Deadline): boolean {
  return status === 'open';
}

// Several limits can stand for one act: only the one that decides when to act speaks.
function isSpokenFor(deadline: Deadline, live: readonly Deadline[]): boolean {
  if (deadline.rule === 'mc.hearing.outer') {
    return live.some(({ rule, status }) => rule === 'mc.hearing.file' && status === 'open');
  }
  if (deadline.rule === 'mc.hearing.file') {
    return deadline.status === 'overdue' && live.some(({ rule }) => rule === 'mc.hearing.outer');
  }
  if (!isImrLimit(deadline.rule)) return false;
  const first = live
    .filter(({ rule, kind }) => isImrLimit(rule) && kind === 'limit')
    .toSorted((a, b) => compareDates(a.dueOn, b.dueOn))[0];
  return first !== undefined && first.rule !== deadline.rule;
}

// Nobody asks for a hearing while the plan still has time to answer.
function isAheadOfItsTime({ rule }: Deadline, c: CaseReading): boolean {
  if (!rule.startsWith('mc.hearing.') || c.isAdverse || c.silenceDay === null) return false;
  return !isAfter(c.asOf.on, c.silenceDay.on);
}

function isImrLimit(rule: DatedRuleId): boolean {
  return rule.startsWith('ca.imr.deadline.') || rule === 'cdi.imr.deadline';
}

function ownStep(deadline: Deadline, c: CaseReading, standing: Standing): NextStep | null {
  const words = wordingFor(c);
  if (isImrLimit(deadline.rule)) return imrStep(deadline, c, standing);
  const by = formatMediumDate(deadline.dueOn);
  if (isGrievanceBesideImr(deadline, standing)) return null;
  const texts = isOverdue(deadline) ? lateTexts(words, by) : timelyTexts(words, by);
  const text = texts[deadline.rule];
  return text === undefined ? null : { who: 'client', text, rule: deadline.rule };
}

// Where the IMR needs no grievance first, filing one is a choice and not what comes next.
function isGrievanceBesideImr(
  { rule }: Deadline,
  { availability: { ground } }: Pick<Standing, 'availability'>,
): boolean {
  return (rule === 'ca.grv.file' || rule === 'fed.appeal.file') && (ground === 'open' || ground === 'filed');
}

function grievanceBesideImrStep(deadline: Deadline, c: CaseReading): NextStep {
  const { plan, grievance } = wordingFor(c);
  const by = formatMediumDate(deadline.dueOn);
  const text = c.isEmergency
    ? `File the ${grievance} with the ${plan} as well by ${by}, in case the IMR turns out to need it.`
    : `The ${grievance} with the ${plan} stays possible through ${by}.`;
  return { who: 'client', text, rule: deadline.rule };
}

type Texts = Readonly<Partial<Record<DatedRuleId, string>>>;

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

// Before the IMR opens, its limit is nothing to act on; once the safe day is past, it is filed at once.
function imrStep(deadline: Deadline, c: CaseReading, { availability, window }: Standing): NextStep | null {
  if (availability.ground !== 'open') return null;
  const { regulator } = wordingFor(c);
  const by = formatMediumDate(deadline.dueOn);
  if (isOpen(deadline)) {
    const text =
      c.isExpedited || c.isImrExpedited
        ? `File the IMR with ${regulator} now, since the case is urgent; the last safe day is ${by}.`
        : `File the IMR with ${regulator} by ${by}.`;
    return { who: 'client', text, rule: deadline.rule };
  }
  const last = lastReadingOf(window);
  const text =
    last !== null && !isAfter(c.asOf.on, last)
      ? `File the IMR with ${regulator} today and say why it is late: the safe date was ${by}, and another reading runs through ${formatMediumDate(last)}.`
      : `File the IMR with ${regulator} today and ask for an extension: the six months ended on ${by}, and the department may still accept it.`;
  return { who: 'client', text, rule: 'ca.imr.extension' };
}

function undatedSteps(
  c: CaseReading,
  own: readonly Deadline[],
  { availability, openings, window }: Standing,
): NextStep[] {
  const { plan, grievance, regulator } = wordingFor(c);
  const steps: NextStep[] = [];
  const client = (text: string, rule: NextStep['rule'] = null) => steps.push({ who: 'client', text, rule });

  switch (availability.ground) {
    case 'open':
      if (window.fileBy === null)
        client(`File the IMR with ${regulator}: it is open.`, openings[0]?.rule ?? null);
      break;
    case 'nothing-opened-it-yet': {
      const opening = openings[0];
      if (opening !== undefined) {
        client(
          `If the ${plan} does not answer, file the IMR with ${regulator} from ${formatMediumDate(opening.on)} on.`,
          opening.rule,
        );
      } else if (c.filed === null && own.length === 0) {
        client(`File the ${grievance} with the ${plan}.`);
      }
      break;
    }
    case 'filed':
      if (c.imrReceived === null && !c.hasImrStep) {
        client(`Ask ${regulator} which day it received the application: its time runs from there.`);
      }
      break;
    case 'decided':
      if (
        c.isKnoxKeene &&
        c.imrOutcome !== 'upheld' &&
        c.determinationReceived === null &&
        c.implemented === null
      ) {
        client(
          'Ask the plan which day it received the determination: it has five working days from there.',
          'ca.imr.implement',
        );
      }
      break;
    case 'plan-overturned-itself':
      client(`Check that the ${plan} really authorizes or pays for the service.`);
      break;
    case 'no-imr-basis':
      if (c.track !== 'medi-cal' && c.complaintReceived === null && c.complaintDecided === null) {
        client(`File a complaint with ${regulator}: a denial of coverage does not go to an IMR.`);
      }
      break;
    case 'not-on-this-track':
      if (c.track === 'medicare') client('Follow the Medicare appeal in the notice, by the date it gives.');
      if (c.track === 'none')
        client('Find out who regulates the coverage: look in the Evidence of Coverage or on the card.');
      break;
    case 'rejected':
      if (c.track === 'cdi' && c.complaintReceived === null && c.complaintDecided === null) {
        client(`Go on with ${regulator} as a complaint.`, 'ca.imr.reject.convert');
      }
      break;
    case 'unlicensed-plan':
    case 'hearing-held':
      break;
  }

  const isWaiting = c.filed !== null && c.letter === null && c.received === null;
  if (isWaiting && (c.isKnoxKeene || c.track === 'medi-cal' || c.track === 'self-funded') && !c.hasImrStep) {
    client(`Ask the plan which day it received the ${grievance}: its days to answer run from there.`);
  }
  if (c.isRegulatorUnknown && availability.route === 'ask-regulator') {
    client(
      'Find out whether the DMHC or the Department of Insurance regulates the plan; meanwhile use the DMHC.',
    );
  }
  return steps;
}

const acts: Readonly<Partial<Record<DatedRuleId, (words: Wording) => string>>> = {
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
export const dutyText = (rule: DatedRuleId, words: Wording): string | null => acts[rule]?.(words) ?? null;

// Nobody presses a reviewer: the regulator does, and on the federal track the plan that engaged it.
function pressStep(deadline: Deadline, c: CaseReading): NextStep | null {
  const words = wordingFor(c);
  const act = acts[deadline.rule]?.(words);
  if (act === undefined) return null;
  const called =
    deadline.owedBy === 'plan' || c.track === 'self-funded' ? `the ${words.plan}` : words.regulator;
  return {
    who: 'client',
    text: `Call ${called}: ${partyName(deadline.owedBy, words)} had to ${act} by ${dueText(deadline)}.`,
    rule: deadline.rule,
  };
}

function waitStep(deadline: Deadline, c: CaseReading): NextStep | null {
  const words = wordingFor(c);
  const act = acts[deadline.rule]?.(words);
  if (act === undefined) return null;
  const party = partyName(deadline.owedBy, words);
  return {
    who: deadline.owedBy,
    text: `${capitalized(party)} has to ${act} by ${dueText(deadline)}.`,
    rule: deadline.rule,
  };
}

function dueText({ dueOn, dueAt }: Deadline): string {
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
