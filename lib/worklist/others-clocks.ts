import { addDays, isBefore } from '../calendar/local-date.ts';
import type { AgendaSentence, Saying, Teller, WorklistClock } from './clock-telling.ts';

const grievanceWord = ({ program }: WorklistClock) =>
  program === 'medi-cal' || program === 'medicare-medi-cal' ? 'appeal' : 'grievance';

export const CALL_PLAN = { label: 'Call plan', noun: 'note' } as const;
export const CALL_DEPARTMENT = { label: 'Call department', noun: 'note' } as const;

export const acknowledge: Teller = (clock, { isLate, Plan, date }) => ({
  lead: isLate ? `${Plan} has not acknowledged ` : `${Plan} must acknowledge `,
  rest: `’s ${grievanceWord(clock)}.`,
  detail: isLate
    ? `Received ${date(clock.startsOn)}. Ask for the letter and its reference number.`
    : `Received ${date(clock.startsOn)}.`,
  verb: isLate ? CALL_PLAN : { label: 'Log letter', noun: 'acknowledgment' },
});

const LOG_DECISION = { label: 'Log decision', noun: 'plan-decision' } as const;

export const answerGrievance: Teller = (clock, say) => ({
  lead: say.isLate ? `${say.Plan} has not answered ` : `${say.Plan} must answer `,
  rest: '’s grievance.',
  detail: answerDetail(clock, say, clock.mayGoToImr ? 'the IMR' : 'nothing'),
  verb: say.isLate ? afterSilence(clock) : LOG_DECISION,
});

export const answerUrgentGrievance: Teller = (clock, say) => ({
  lead: say.isLate ? `${say.Plan} has not answered ` : `${say.Plan} must answer `,
  rest: '’s urgent grievance.',
  detail: clock.mayGoToImr
    ? 'No need to wait: an urgent IMR can be asked for now.'
    : 'No need to wait: the department can be called now.',
  verb: say.isLate ? afterSilence(clock) : LOG_DECISION,
});

export const answerAppeal =
  (kind: 'appeal' | 'urgent appeal'): Teller =>
  (clock, say) => ({
    lead: say.isLate ? `${say.Plan} has not decided ` : `${say.Plan} must decide `,
    rest: `’s ${kind}.`,
    detail: answerDetail(clock, say, clock.mayGoToImr ? 'the hearing and the IMR' : 'the hearing'),
    verb: say.isLate ? afterSilence(clock) : LOG_DECISION,
  });

export const answerInternalAppeal: Teller = ({ startsOn }, { isLate, Plan, date }) => ({
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

export const sendRecords =
  (measure: string): Teller =>
  ({ startsOn }, { isLate, Plan, date }) => ({
    lead: isLate ? `${Plan} has not sent ` : `${Plan} must send `,
    rest: '’s records to the reviewer.',
    detail: `${measure}, ${date(startsOn)}.`,
    verb: isLate ? CALL_PLAN : { label: 'Log receipt', noun: 'imr-acceptance' },
  });

export const carryOut: Teller = ({ startsOn }, { isLate, Plan, date }) => ({
  lead: isLate ? `${Plan} has not carried out ` : `${Plan} must carry out `,
  rest: '’s determination.',
  detail: isLate
    ? 'The determination binds the plan: report it to the department.'
    : `Five working days from the day it had the determination, ${date(startsOn)}.`,
  verb: isLate ? CALL_DEPARTMENT : { label: 'Log result', noun: 'implementation' },
});

export const screenImr =
  (kind: 'IMR' | 'urgent IMR'): Teller =>
  ({ startsOn }, { isLate, date }) => ({
    lead: isLate ? 'The department has not accepted or rejected ' : 'The department must accept or reject ',
    rest: `’s ${kind}.`,
    detail: `It received the application ${date(startsOn)}.`,
    verb: isLate ? CALL_DEPARTMENT : { label: 'Log answer', noun: 'imr-acceptance' },
  });

export const decideImr =
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

export const decideComplaint: Teller = ({ startsOn }, { isLate, date }) => ({
  lead: isLate ? 'The department has not decided ' : 'The department must decide ',
  rest: '’s complaint.',
  detail: `It has been with the department since ${date(startsOn)}.`,
  verb: isLate ? CALL_DEPARTMENT : { label: 'Log answer', noun: 'complaint' },
});

export const decideExternalReview: Teller = ({ startsOn }, { isLate, date }) => ({
  lead: isLate ? 'The reviewer has not decided ' : 'The reviewer must decide ',
  rest: '’s external review.',
  detail: `The reviewer has had it since ${date(startsOn)}.`,
  verb: isLate ? CALL_PLAN : { label: 'Open case', noun: null },
});
