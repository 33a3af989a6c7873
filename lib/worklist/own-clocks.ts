import { closureName, workingDaysBetween } from '../calendar/business-days.ts';
import { addDays, daysBetween, isAfter, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { Saying, Teller, WorklistClock } from './clock-telling.ts';

const WORKING_DAYS_SAID = 14;

export const fileGrievance: Teller = (clock, { isLate, lastDay, plan, date }) => ({
  lead: 'File ',
  rest: isLate
    ? `’s grievance with ${plan} today and ask for it to be taken late.`
    : `’s grievance with ${plan}.`,
  detail: isLate
    ? `The 180 days ended ${date(lastDay)}; the plan may allow longer.`
    : `180 days from the denial letter of ${date(clock.startsOn)}.`,
  verb: { label: 'Log grievance', noun: 'grievance' },
});

export const filePlanAppeal: Teller = ({ startsOn }, { isLate, lastDay, plan, date }) => ({
  lead: 'File ',
  rest: isLate ? `’s appeal with ${plan} today and say why it is late.` : `’s appeal with ${plan}.`,
  detail: isLate
    ? `The 60 days ended ${date(lastDay)}.`
    : `60 days from the notice of action of ${date(startsOn)}.`,
  verb: { label: 'Log appeal', noun: 'grievance' },
});

export const appealToKeepServices: Teller = ({ startsOn }, { isLate, lastDay, plan, Plan, date }) =>
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

export const fileInternalAppeal: Teller = ({ startsOn }, { isLate, lastDay, plan, date }) => ({
  lead: 'File ',
  rest: isLate
    ? `’s internal appeal with ${plan} today and ask for it to be taken late.`
    : `’s internal appeal with ${plan}.`,
  detail: isLate
    ? `The 180 days ended ${date(lastDay)}.`
    : `180 days from the day the denial came, ${date(startsOn)}.`,
  verb: { label: 'Log appeal', noun: 'grievance' },
});

export const fileImr =
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

export const askForHearing: Teller = ({ startsOn }, { isLate, lastDay, Plan, date, today }) => ({
  lead: 'Ask for ',
  rest: isLate ? '’s State Hearing today and say why it is late.' : '’s State Hearing.',
  detail: isLate
    ? `The 120 days ended ${date(lastDay)}; with good cause a hearing can still be given.`
    : isAfter(startsOn, today)
      ? `${Plan} still has until ${date(startsOn)} to answer.`
      : `120 days from ${date(startsOn)}. An IMR does not stop them.`,
  verb: { label: 'Request hearing', noun: 'hearing' },
});

export const askForHearingLate: Teller = (_clock, { isLate, lastDay, date }) =>
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

export const hearingToKeepServices: Teller = ({ startsOn }, { isLate, lastDay, plan, Plan, date }) =>
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

export const askForExternalReview: Teller = ({ startsOn }, { isLate, lastDay, plan, date }) => ({
  lead: isLate ? `Ask ${plan} today whether it still takes ` : 'Ask for ',
  rest: '’s external review.',
  detail: isLate
    ? `The last day was ${date(lastDay)}.`
    : `Four months from the day the final answer came, ${date(startsOn)}.`,
  verb: { label: 'Open case', noun: null },
});
