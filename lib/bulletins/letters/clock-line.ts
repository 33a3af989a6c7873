import { formatDaysLeft, formatShortDate, formatTypedTime } from '../../calendar/format-date.ts';
import { isBefore, type LocalDate } from '../../calendar/local-date.ts';
import type { OwedBy } from '../../db/vocabulary.ts';
import { isManual } from '../../deadlines/clock-title.ts';
import type { LetterRow } from '../../mail/letter.ts';
import { TASK_ACTS } from '../../manual-deadlines/rules.ts';
import { SHORT_PARTY, shortName } from '../../reminders/letters/staff-letter.ts';
import { sentenceOf } from '../../worklist/clock-sentence.ts';
import type { ClockRow } from '../../worklist/queries.ts';

const PARTY: Readonly<Record<OwedBy, string>> = { client: 'client', ...SHORT_PARTY };

export type LineReader = { readonly readerId: string; readonly today: LocalDate; readonly appUrl: string };

/**
 * One clock as a line of a digest: when, who owes it, what is to be done for whom, the case, and whose case it is where
 * that is not the reader's own. Pure.
 */
export const lineOf = (clock: ClockRow, { readerId, today, appUrl }: LineReader): LetterRow => ({
  when: formatShortDate(clock.dueOn, today),
  note: `${timeLeft(clock, today)}, ${PARTY[clock.owedBy]}`,
  text: `${textOf(clock, today)}${ownerText(clock, readerId)}`,
  href: `${appUrl}/cases/${clock.caseId}`,
  reference: clock.caseNumber,
});

function timeLeft({ dueOn, dueAt, owedBy }: ClockRow, today: LocalDate): string {
  const days = formatDaysLeft(dueOn, today, owedBy === 'client' ? 'over' : 'late');
  return dueAt && !isBefore(dueOn, today) ? `${days} by ${formatTypedTime(new Date(dueAt))}` : days;
}

const ownerText = ({ ownerId, ownerName }: ClockRow, readerId: string): string =>
  ownerName === null || ownerId === readerId ? '' : ` (${ownerName}’s case)`;

function textOf(clock: ClockRow, today: LocalDate): string {
  const who = shortName(clock.clientName).replaceAll(' ', '\u00a0');
  // What a person called a date may say something about health, and stays out of the mail.
  if (clock.madeFor) return `${who}: ${TASK_ACTS[clock.madeFor]}`;
  if (isManual(clock.rule)) return `A date added by hand for ${who}`;
  const { lead, rest } = sentenceOf(clock, today);
  return `${lead}${who}${rest}`.replace(/\.$/, '');
}
