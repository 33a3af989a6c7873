import { closureName, workingDaysBetween } from '../calendar/business-days.ts';
import { formatDayCount, formatInstant, formatShortDate } from '../calendar/format-date.ts';
import type { Instant } from '../calendar/instant.ts';
import { addDays, daysBetween, isAfter, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { RecordNoun } from '../cases/available-records.ts';
import type { OwedBy, Program, Stage } from '../db/vocabulary.ts';
import { type ClockId, clockTitle, isManual, recordOfManual } from '../deadlines/clock-title.ts';
import type { DatedRuleId } from '../deadlines/rules.ts';
import { isRuleStillAhead } from '../deadlines/status.ts';

/** One pending clock with what a sentence about it needs to know of its case. */
export type WorklistClock = {
  readonly rule: ClockId;
  /** Only for a date that no rule sets. */
  readonly title: string;
  readonly owedBy: OwedBy;
  readonly startsOn: LocalDate;
  /** The date that is worked to; `ruleDueOn` is the rule's own, where a recorded date moved it. */
  readonly dueOn: LocalDate;
  readonly ruleDueOn: LocalDate | null;
  readonly dueAt: Instant | null;
  readonly latestOn: LocalDate | null;
  readonly clientName: string;
  readonly planName: string | null;
  readonly program: Program | null;
  readonly stage: Stage;
  /** Not a matter of coverage alone, and not with a plan without a Knox-Keene license: the dispute can go to an IMR. */
  readonly mayGoToImr: boolean;
  /** The last day on which any reading of the law still lets the client apply. */
  readonly lastReadingOn: LocalDate | null;
};

/** A line of the worklist: a sentence around the client's name, why, and the one verb that records what it asks for. */
export type AgendaSentence = {
  readonly lead: string;
  readonly who: string;
  readonly rest: string;
  readonly detail: string;
  readonly isUrgent: boolean;
  /** What is recorded, by its place under the case; null opens the case itself. */
  readonly verb: { readonly label: string; readonly noun: RecordNoun | null; readonly id?: string };
};

type Telling = {
  readonly lead: string;
  readonly rest: string;
  readonly detail: string;
  readonly verb: AgendaSentence['verb'];
};
type Teller = (clock: WorklistClock, say: Saying) => Telling;

type Saying = {
  readonly today: LocalDate;
  /** Past the date worked to, and past the rule's own as well where that one is later. */
  readonly isLate: boolean;
  /** The last day by the rule, from which the law counts on whatever date is worked to. */
  readonly lastDay: LocalDate;
  /** The plan's name, or the plan; with a capital where it opens a sentence. */
  readonly plan: string;
  readonly Plan: string;
  readonly date: (on: LocalDate) => string;
};

const WORKING_DAYS_SAID = 14;

/** Says one clock in words: what must happen, for whom, why then, and the one verb that records it. */
export function sentenceOf(clock: WorklistClock, today: LocalDate): AgendaSentence {
  const { dueOn, ruleDueOn } = clock;
  const isPast = isBefore(dueOn, today);
  const isRuleAhead = isRuleStillAhead(ruleDueOn, today);
  const { lead, rest, detail, verb } = tellerOf(clock.rule)(clock, {
    today,
    isLate: isPast && !isRuleAhead,
    lastDay: ruleDueOn ?? dueOn,
    plan: clock.planName ?? 'the plan',
    Plan: clock.planName ?? 'The plan',
    date: (on) => formatShortDate(on, today),
  });
  const hour = clock.dueAt && !isPast ? `Due ${formatInstant(clock.dueAt)}. ` : '';
  return {
    lead,
    who: clock.clientName,
    rest,
    detail: `${hour}${besideText(clock, today)}${detail}`,
    isUrgent: URGENT_RULES.has(clock.rule),
    verb: isPast && isRuleAhead && clock.owedBy !== 'client' ? callOf(clock) : verb,
  };
}

/** Both dates are said where two stand side by side; what is past is told as past. */
function besideText({ dueOn, ruleDueOn }: WorklistClock, today: LocalDate): string {
  if (ruleDueOn === null) return '';
  const own = `${isBefore(ruleDueOn, today) ? 'was' : 'is'} ${formatShortDate(ruleDueOn, today)}`;
  return isBefore(dueOn, today)
    ? `The date worked to was ${formatShortDate(dueOn, today)}; the rule’s own ${own}. `
    : `The rule’s own date ${own}. `;
}

const callOf = ({ owedBy, rule }: WorklistClock): AgendaSentence['verb'] =>
  owedBy === 'plan' || rule === 'fed.ext.decide' ? CALL_PLAN : CALL_DEPARTMENT;

/** What a client's clock is about, in one or two words, for a label beside the name. */
export function subjectOf({ rule, title }: { readonly rule: ClockId; readonly title: string }): string {
  if (isManual(rule)) return clockTitle({ rule, title });
  if (rule.includes('.hearing.')) return 'hearing';
  if (rule === 'fed.ext.file') return 'external review';
  if (rule.includes('imr')) return 'IMR';
  return rule === 'ca.grv.file' ? 'grievance' : 'appeal';
}

const URGENT_RULES: ReadonlySet<ClockId> = new Set<ClockId>([
  'ca.grv.expedited.statement',
  'mc.appeal.decide.expedited',
  'ca.imr.accept.expedited',
  'ca.imr.planDocs.expedited',
  'ca.imr.decide.expedited',
  'ca.imr.decide.exp.fast',
]);

const grievanceWord = ({ program }: WorklistClock) =>
  program === 'medi-cal' || program === 'medicare-medi-cal' ? 'appeal' : 'grievance';

// ---------------------------------------------------------------- ours to file

const fileGrievance: Teller = (clock, { isLate, lastDay, plan, date }) => ({
  lead: 'File ',
  rest: isLate
    ? `’s grievance with ${plan} today and ask for it to be taken late.`
    : `’s grievance with ${plan}.`,
  detail: isLate
    ? `The 180 days ended ${date(lastDay)}; the plan may allow longer.`
    : `180 days from the denial letter of ${date(clock.startsOn)}.`,
  verb: { label: 'Log grievance', noun: 'grievance' },
});

const filePlanAppeal: Teller = ({ startsOn }, { isLate, lastDay, plan, date }) => ({
  lead: 'File ',
  rest: isLate ? `’s appeal with ${plan} today and say why it is late.` : `’s appeal with ${plan}.`,
  detail: isLate
    ? `The 60 days ended ${date(lastDay)}.`
    : `60 days from the notice of action of ${date(startsOn)}.`,
  verb: { label: 'Log appeal', noun: 'grievance' },
});

const appealToKeepServices: Teller = ({ startsOn }, { isLate, lastDay, plan, Plan, date }) =>
  isLate
    ? {
        lead: `Ask ${plan} whether `,
        rest: '’s services can go on.',
        detail: `The day to ask for that was ${date(lastDay)}; the appeal itself stays possible.`,
        verb: { label: 'Call plan', noun: 'note' },
      }
    : {
        lead: 'File ',
        rest: '’s appeal so the services continue.',
        detail: `${Plan} sent its notice ${date(startsOn)}. Asking in time keeps the services going.`,
        verb: { label: 'Log appeal', noun: 'grievance' },
      };

const fileInternalAppeal: Teller = ({ startsOn }, { isLate, lastDay, plan, date }) => ({
  lead: 'File ',
  rest: isLate
    ? `’s internal appeal with ${plan} today and ask for it to be taken late.`
    : `’s internal appeal with ${plan}.`,
  detail: isLate
    ? `The 180 days ended ${date(lastDay)}.`
    : `180 days from the day the denial came, ${date(startsOn)}.`,
  verb: { label: 'Log appeal', noun: 'grievance' },
});

const fileImr =
  (why: (clock: WorklistClock, say: Saying) => string): Teller =>
  (clock, say) => {
    if (say.isLate)
      return {
        lead: 'File ',
        rest: '’s IMR and ask the department to take it late.',
        detail: laterReading(clock, say),
        verb: { label: 'File with a reason', noun: 'imr-filing' },
      };
    return {
      lead: 'File ',
      rest: '’s IMR.',
      detail: isNear(clock.dueOn, say.today) ? workingDaysLeft(clock.dueOn, say) : why(clock, say),
      verb: { label: 'File IMR', noun: 'imr-filing' },
    };
  };

const laterReading = ({ lastReadingOn }: WorklistClock, { today, date }: Saying) =>
  lastReadingOn !== null && !isBefore(lastReadingOn, today)
    ? `On another reading of the law it is open through ${date(lastReadingOn)}.`
    : 'Every reading has passed; the department may still accept it with a reason.';

const isNear = (dueOn: LocalDate, today: LocalDate) => daysBetween(today, dueOn) <= WORKING_DAYS_SAID;

function workingDaysLeft(dueOn: LocalDate, { today, date }: Saying): string {
  const count = workingDaysBetween(today, dueOn);
  const closures = datesUpTo(today, dueOn).filter((on) => closureName(on) !== null);
  const left = `${count === 0 ? 'No working day is' : count === 1 ? 'One working day is' : `${capitalCount(count)} working days are`} left`;
  return closures.length === 0
    ? `${left}.`
    : `${left}: state offices close ${closures.map((on) => date(on)).join(' and ')}.`;
}

const datesUpTo = (today: LocalDate, dueOn: LocalDate): LocalDate[] =>
  Array.from({ length: Math.max(0, daysBetween(today, dueOn)) }, (_, index) => addDays(today, index + 1));

const COUNTS = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const capitalCount = (count: number) => COUNTS[count] ?? String(count);

const askForHearing: Teller = ({ startsOn }, { isLate, lastDay, Plan, date, today }) => ({
  lead: 'Ask for ',
  rest: isLate ? '’s State Hearing today and say why it is late.' : '’s State Hearing.',
  detail: isLate
    ? `The 120 days ended ${date(lastDay)}; with good cause a hearing can still be given.`
    : isAfter(startsOn, today)
      ? `${Plan} still has until ${date(startsOn)} to answer.`
      : `120 days from ${date(startsOn)}. An IMR does not stop them.`,
  verb: { label: 'Request hearing', noun: 'hearing' },
});

const askForHearingLate: Teller = (_clock, { isLate, lastDay, date }) =>
  isLate
    ? {
        lead: 'Ask a lawyer what is left for ',
        rest: '.',
        detail: `The last day to ask for a State Hearing was ${date(lastDay)}.`,
        verb: { label: 'Open case', noun: null },
      }
    : {
        lead: 'Ask for ',
        rest: '’s State Hearing and say why it is late.',
        detail: `After ${date(lastDay)} no hearing is given.`,
        verb: { label: 'Request hearing', noun: 'hearing' },
      };

const hearingToKeepServices: Teller = ({ startsOn }, { isLate, lastDay, plan, Plan, date }) =>
  isLate
    ? {
        lead: `Ask ${plan} whether `,
        rest: '’s services can go on.',
        detail: `The day to ask for that was ${date(lastDay)}; the hearing itself stays possible.`,
        verb: { label: 'Call plan', noun: 'note' },
      }
    : {
        lead: 'Ask for the hearing so ',
        rest: '’s services continue.',
        detail: `${Plan} sent its appeal decision ${date(startsOn)}. Ten days keep the service going.`,
        verb: { label: 'Request hearing', noun: 'hearing' },
      };

const askForExternalReview: Teller = ({ startsOn }, { isLate, lastDay, plan, date }) => ({
  lead: isLate ? `Ask ${plan} today whether it still takes ` : 'Ask for ',
  rest: '’s external review.',
  detail: isLate
    ? `The last day was ${date(lastDay)}.`
    : `Four months from the day the final answer came, ${date(startsOn)}.`,
  verb: { label: 'Open case', noun: null },
});

// ---------------------------------------------------------------- owed by the plan

const CALL_PLAN = { label: 'Call plan', noun: 'note' } as const;
const CALL_DEPARTMENT = { label: 'Call department', noun: 'note' } as const;

const acknowledge: Teller = (clock, { isLate, Plan, date }) => ({
  lead: isLate ? `${Plan} has not acknowledged ` : `${Plan} must acknowledge `,
  rest: `’s ${grievanceWord(clock)}.`,
  detail: isLate
    ? `Received ${date(clock.startsOn)}. Ask for the letter and its reference number.`
    : `Received ${date(clock.startsOn)}.`,
  verb: isLate ? CALL_PLAN : { label: 'Log letter', noun: 'acknowledgment' },
});

const LOG_DECISION = { label: 'Log decision', noun: 'plan-decision' } as const;

const answerGrievance: Teller = (clock, say) => ({
  lead: say.isLate ? `${say.Plan} has not answered ` : `${say.Plan} must answer `,
  rest: '’s grievance.',
  detail: answerDetail(clock, say, clock.mayGoToImr ? 'the IMR' : 'nothing'),
  verb: say.isLate ? afterSilence(clock) : LOG_DECISION,
});

const answerUrgentGrievance: Teller = (clock, say) => ({
  lead: say.isLate ? `${say.Plan} has not answered ` : `${say.Plan} must answer `,
  rest: '’s urgent grievance.',
  detail: clock.mayGoToImr
    ? 'No need to wait: an urgent IMR can be asked for now.'
    : 'No need to wait: the department can be called now.',
  verb: say.isLate ? afterSilence(clock) : LOG_DECISION,
});

const answerAppeal =
  (kind: 'appeal' | 'urgent appeal'): Teller =>
  (clock, say) => ({
    lead: say.isLate ? `${say.Plan} has not decided ` : `${say.Plan} must decide `,
    rest: `’s ${kind}.`,
    detail: answerDetail(clock, say, clock.mayGoToImr ? 'the hearing and the IMR' : 'the hearing'),
    verb: say.isLate ? afterSilence(clock) : LOG_DECISION,
  });

const answerInternalAppeal: Teller = ({ startsOn }, { isLate, Plan, date }) => ({
  lead: isLate ? `${Plan} has not answered ` : `${Plan} must answer `,
  rest: '’s internal appeal.',
  detail: `Received ${date(startsOn)}.`,
  verb: isLate ? CALL_PLAN : LOG_DECISION,
});

/** What its silence opens, or has opened, on the day after the last by the rule. */
function answerDetail(clock: WorklistClock, { today, lastDay, date }: Saying, opens: Opens): string {
  const isOver = isBefore(lastDay, today);
  const opened = date(addDays(lastDay, 1));
  if (opens === 'nothing')
    return isOver
      ? 'A complaint to the department is possible now.'
      : 'If it is silent, a complaint to the department is possible.';
  const both = opens === 'the hearing and the IMR';
  if (!isOver) return `If it is silent, ${opens}${both ? ' both open' : ' opens'} ${opened}.`;
  return isAfterFiling(clock)
    ? `Its time ran out ${date(lastDay)}.`
    : `${capitalized(opens)} ${both ? 'have' : 'has'} been open since ${opened}.`;
}

type Opens = 'nothing' | 'the IMR' | 'the hearing' | 'the hearing and the IMR';

/** Silence opens the IMR by itself, whether or not anything was recorded since. */
const isAfterFiling = ({ stage }: WorklistClock) => stage !== 'grievance' && stage !== 'imr-open';

const afterSilence = (clock: WorklistClock): AgendaSentence['verb'] =>
  clock.mayGoToImr && !isAfterFiling(clock) ? { label: 'Start IMR', noun: 'imr-filing' } : CALL_PLAN;

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const sendRecords =
  (measure: string): Teller =>
  ({ startsOn }, { isLate, Plan, date }) => ({
    lead: isLate ? `${Plan} has not sent ` : `${Plan} must send `,
    rest: '’s records to the reviewer.',
    detail: `${measure}, ${date(startsOn)}.`,
    verb: isLate ? CALL_PLAN : { label: 'Log receipt', noun: 'imr-acceptance' },
  });

const carryOut: Teller = ({ startsOn }, { isLate, Plan, date }) => ({
  lead: isLate ? `${Plan} has not carried out ` : `${Plan} must carry out `,
  rest: '’s determination.',
  detail: isLate
    ? 'The determination binds the plan: report it to the department.'
    : `Five working days from the day it had the determination, ${date(startsOn)}.`,
  verb: isLate ? CALL_DEPARTMENT : { label: 'Log result', noun: 'implementation' },
});

// ---------------------------------------------------------------- owed by the department and the reviewer

const screenImr =
  (kind: 'IMR' | 'urgent IMR'): Teller =>
  ({ startsOn }, { isLate, date }) => ({
    lead: isLate ? 'The department has not accepted or rejected ' : 'The department must accept or reject ',
    rest: `’s ${kind}.`,
    detail: `It received the application ${date(startsOn)}.`,
    verb: isLate ? CALL_DEPARTMENT : { label: 'Log answer', noun: 'imr-acceptance' },
  });

const decideImr =
  (kind: 'IMR' | 'urgent IMR'): Teller =>
  ({ startsOn, latestOn }, { isLate, date }) => ({
    lead: isLate ? 'The reviewer has not decided ' : 'The reviewer must decide ',
    rest: `’s ${kind}.`,
    detail:
      latestOn === null
        ? `It had the records ${date(startsOn)}.`
        : `The director may extend it through ${date(latestOn)}.`,
    verb: isLate ? CALL_DEPARTMENT : { label: 'Log determination', noun: 'imr-determination' },
  });

const decideComplaint: Teller = ({ startsOn }, { isLate, date }) => ({
  lead: isLate ? 'The department has not decided ' : 'The department must decide ',
  rest: '’s complaint.',
  detail: `It has been with the department since ${date(startsOn)}.`,
  verb: isLate ? CALL_DEPARTMENT : { label: 'Log answer', noun: 'complaint' },
});

const decideExternalReview: Teller = ({ startsOn }, { isLate, date }) => ({
  lead: isLate ? 'The reviewer has not decided ' : 'The reviewer must decide ',
  rest: '’s external review.',
  detail: `The reviewer has had it since ${date(startsOn)}.`,
  verb: isLate ? CALL_PLAN : { label: 'Open case', noun: null },
});

// ---------------------------------------------------------------- added by hand

const OWED: Readonly<Record<OwedBy, string>> = {
  client: '',
  plan: ' It is the plan’s to do.',
  regulator: ' It is the department’s to do.',
  reviewer: ' It is the reviewer’s to do.',
};

const doByHand: Teller = (clock, { date }) => ({
  lead: 'For ',
  rest: `: ${clockTitle(clock)}.`,
  detail: `Added by hand ${date(clock.startsOn)}.${OWED[clock.owedBy]}`,
  verb: {
    label: 'Mark done',
    noun: 'deadline',
    ...(isManual(clock.rule) && { id: recordOfManual(clock.rule) }),
  },
});

const TELLERS: Readonly<Record<DatedRuleId, Teller>> = {
  'ca.grv.file': fileGrievance,
  'ca.grv.ack': acknowledge,
  'ca.grv.resolve': answerGrievance,
  'ca.grv.expedited.statement': answerUrgentGrievance,
  'ca.imr.deadline.decision': fileImr(
    ({ startsOn }, { Plan, date }) => `${Plan} kept its denial in its letter of ${date(startsOn)}.`,
  ),
  'ca.imr.deadline.silence': fileImr(({ startsOn }, { Plan, date, today }) =>
    isAfter(startsOn, today)
      ? `${Plan} still has until ${date(startsOn)} to answer.`
      : `${Plan} let its time to answer pass ${date(startsOn)}.`,
  ),
  'ca.imr.deadline.lateLetter': fileImr(
    ({ startsOn }, { date }) => `Counted from the late letter of ${date(startsOn)}.`,
  ),
  'ca.imr.deadline.receipt': fileImr(
    ({ startsOn }, { date }) => `Counted from the day the letter came, ${date(startsOn)}.`,
  ),
  'ca.imr.deadline.experimental': fileImr(
    ({ startsOn }, { date }) => `The denial is dated ${date(startsOn)}; no grievance is needed first.`,
  ),
  'cdi.imr.deadline': fileImr(({ startsOn }, { date }) => `Six months from ${date(startsOn)}.`),
  'ca.imr.accept': screenImr('IMR'),
  'ca.imr.accept.expedited': screenImr('urgent IMR'),
  'ca.imr.planDocs': sendRecords('Three working days from the department’s notice'),
  'ca.imr.planDocs.expedited': sendRecords('24 hours from the department’s approval'),
  'ca.imr.decide': decideImr('IMR'),
  'ca.imr.decide.expedited': decideImr('urgent IMR'),
  'ca.imr.decide.exp': decideImr('IMR'),
  'ca.imr.decide.exp.fast': decideImr('urgent IMR'),
  'ca.imr.implement': carryOut,
  'ca.complaint.decide': decideComplaint,
  'mc.appeal.file': filePlanAppeal,
  'mc.appeal.app': appealToKeepServices,
  'mc.appeal.decide': answerAppeal('appeal'),
  'mc.appeal.decide.expedited': answerAppeal('urgent appeal'),
  'mc.hearing.file': askForHearing,
  'mc.hearing.outer': askForHearingLate,
  'mc.hearing.app': hearingToKeepServices,
  'fed.appeal.file': fileInternalAppeal,
  'fed.appeal.decide': answerInternalAppeal,
  'fed.ext.file': askForExternalReview,
  'fed.ext.decide': decideExternalReview,
};

const tellerOf = (clock: ClockId): Teller => (isManual(clock) ? doByHand : TELLERS[clock]);

/** How long something has waited, in days: "12 days", "1 day", "today"; empty before it began. */
export function sayWaiting(since: LocalDate | null, today: LocalDate): string {
  if (since === null || isAfter(since, today)) return '';
  const days = daysBetween(since, today);
  return days === 0 ? 'today' : formatDayCount(days);
}
