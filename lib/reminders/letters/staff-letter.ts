import { formatDaysLeft, formatLongDate } from '../../calendar/format-date.ts';
import { isAfter } from '../../calendar/local-date.ts';
import type { AssessedCase } from '../../cases/assessed-case.ts';
import type { AdjustedDeadline } from '../../deadlines/adjusted.ts';
import { readCase } from '../../deadlines/case-reading.ts';
import { isManual } from '../../deadlines/clock-title.ts';
import {
  actText,
  discreetActText,
  insurerSilenceOf,
  type Lapse,
  lapseOf,
  partyText,
} from '../../deadlines/lapse.ts';
import { isRuleStillAhead } from '../../deadlines/status.ts';
import { wordingFor } from '../../deadlines/wording.ts';
import { firstName } from '../../mail/first-name.ts';
import { type Letter, type Paragraph, strong } from '../../mail/letter.ts';
import { TASK_ACTS } from '../../manual-deadlines/rules.ts';
import { OPENED } from '../ladder.ts';

/** Somebody of the office, and the reason they hear of the case: "the case is yours". */
export type StaffRecipient = { readonly name: string; readonly why: string };

export type StaffReminder = {
  readonly assessed: AssessedCase;
  readonly deadline: AdjustedDeadline;
  readonly rung: string;
  readonly recipient: StaffRecipient;
  readonly caseUrl: string;
};

/** A reminder to the office. The subject has the case's number, the act and the days, and nothing about the client. */
export function staffLetter({ assessed, deadline, rung, recipient, caseUrl }: StaffReminder): Letter {
  const { record, assessment } = assessed;
  const lapse = rung === OPENED ? insurerSilenceOf(deadline, assessment) : lapseIfOver(assessed, deadline);
  // What a person called a date may say something about health, and stays out of the mail.
  const step = assessment.nextSteps.find(({ rule }) => !rule || !isManual(rule))?.text;
  return {
    language: 'en',
    subject: `${record.number} ${subjectOf(assessed, deadline, rung, lapse)}`,
    preview: `Case ${record.number} in Recourse`,
    greeting: `Hello, ${firstName(recipient.name)}.`,
    paragraphs: [
      `Case ${record.number}: ${shortName(record.client.name)}`,
      ...(rung === OPENED && lapse ? [lapse.what] : [clockSentence(assessed, deadline)]),
      ...(lapse?.opened ? [lapse.opened] : []),
      reasonOf(deadline),
      ...(deadline.ruleDueOn
        ? [
            `The rule’s own date is ${formatLongDate(deadline.ruleDueOn)}; the one above was recorded beside it.`,
          ]
        : []),
      ...(step ? [`To do now: ${step}`] : []),
    ],
    button: { label: 'Open the case', href: caseUrl },
    closing: null,
    footnote: `You get this because ${recipient.why}. Reminders of a clock that is about to be missed cannot be turned off.`,
  };
}

/** What started the clock, and the law: "The plan received the grievance on Mon, Feb 2, 2026 (H&S 1368.01(a))." */
function reasonOf({ explanation: { trigger, citations } }: AdjustedDeadline): string {
  const law = citations[0]?.law;
  return law ? `${trigger.text.replace(/\.$/, '')} (${law}).` : trigger.text;
}

function lapseIfOver({ today, facts, assessment }: AssessedCase, deadline: AdjustedDeadline): Lapse | null {
  return isAfter(today, deadline.dueOn) ? lapseOf(deadline, facts, assessment) : null;
}

function subjectOf(
  { today }: AssessedCase,
  deadline: AdjustedDeadline,
  rung: string,
  lapse: Lapse | null,
): string {
  const isOpen = lapse?.opened?.startsWith('The IMR is open') ? '; the IMR is open' : '';
  if (rung === OPENED) return `insurer silent${isOpen}`;
  const isOurs = deadline.owedBy === 'client';
  const days = formatDaysLeft(deadline.dueOn, today, isOurs ? 'over' : 'late');
  if (deadline.madeFor) return `${TASK_ACTS[deadline.madeFor]}, ${days}`;
  if (isManual(deadline.rule)) return `date added by hand, ${days}`;
  const act = discreetActText(deadline);
  return isOurs ? `${act}, ${days}` : `${SHORT_PARTY[deadline.owedBy]} to ${act}, ${days}${isOpen}`;
}

export const SHORT_PARTY = { plan: 'plan', regulator: 'department', reviewer: 'reviewer' } as const;

function clockSentence({ record, facts, today }: AssessedCase, deadline: AdjustedDeadline): Paragraph {
  const { owedBy, dueOn } = deadline;
  const act = actText(deadline);
  const on = strong(formatLongDate(dueOn));
  const isOver = isAfter(today, dueOn);
  const days = formatDaysLeft(dueOn, today, owedBy === 'client' ? 'over' : 'late');
  if (deadline.madeFor)
    return [`The day to ${TASK_ACTS[deadline.madeFor]} ${isOver ? 'was' : 'is'} `, on, `: ${days}.`];
  if (isManual(deadline.rule))
    return [`A date that was added to this case by hand ${isOver ? 'was' : 'is'} `, on, `: ${days}.`];
  if (owedBy === 'client' && isOver && isRuleStillAhead(deadline.ruleDueOn, today))
    return [`The date set to ${act} was `, on, `: ${days}.`];
  if (owedBy === 'client')
    return isOver
      ? [`The last day to ${act} was `, on, `: ${days}.`]
      : [`The last day to ${act} is `, on, `: ${days}.`];
  const words = wordingFor(readCase(facts));
  const party = (owedBy === 'plan' && record.plan?.name) || partyText(owedBy, words);
  return [`${party} ${isOver ? 'did not' : 'must'} ${act} by `, on, `: ${days}.`];
}

/** "Walter A.": enough to know the case again, and no more than that travels by mail. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  const initial = last && String.fromCodePoint(last.codePointAt(0) ?? 0);
  return initial ? `${words.slice(0, -1).join(' ')} ${initial}.` : name.trim();
}
