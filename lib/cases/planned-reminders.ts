import { formatShortDate } from '../calendar/format-date.ts';
import { compareDates, isBefore, type LocalDate } from '../calendar/local-date.ts';
import { formatWallTime } from '../calendar/wall-time-words.ts';
import { dateIn, wallTimeIn } from '../calendar/zoned-time.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { clockOf } from '../reminders/clock.ts';
import {
  isQuieted,
  ladderOf,
  oncePerRung,
  type Recipient,
  type Rung,
  rungText,
} from '../reminders/ladder.ts';
import type { OfficePolicy } from '../reminders/policy.ts';
import { type AssessedCase, isLive } from './assessed-case.ts';
import { answerTo, isAhead, type Said, type SentReminder } from './clock-rows.ts';

export type PlannedReminder = { readonly on: LocalDate; readonly date: string; readonly text: string };

const RECIPIENT_WORDS: Readonly<Record<Recipient, string>> = {
  owner: 'owner',
  supervisor: 'supervisors',
  client: 'client',
};

/** The next reminders of the case's live clocks, soonest first: what about, how near, and to whom. */
export function plannedReminders(assessed: AssessedCase, said: Said, limit: number): PlannedReminder[] {
  const { assessment, record, today } = assessed;
  const { policy, ledger } = said;
  if (record.closedAt) return [];
  return assessment.deadlines
    .filter((deadline) => isLive(deadline) && !isAhead(deadline, assessed))
    .flatMap((deadline) => {
      const answer = answerTo(deadline, said);
      const ahead = ladderOf(clockOf(deadline), policy, answer)
        .filter((rung, index, ladder) => !isPassedOver(rung, ladder.slice(index + 1)))
        .filter(
          (rung) =>
            !isBefore(rung.on, today) && !isSettled(ledger, deadline, rung.id) && !isQuieted(rung, answer),
        );
      return oncePerRung(ahead).map(({ id, at }) => {
        const on = dateIn(policy.timeZone, at);
        const together = ahead.filter((rung) => rung.id === id);
        const text = `${clockTitle(deadline)}, ${rungText(id)}: ${wayText(together, policy)}`;
        return { on, date: formatShortDate(on, today), text };
      });
    })
    .toSorted((a, b) => compareDates(a.on, b.on))
    .slice(0, limit);
}

/** Of two that would reach one person at one moment, only the newer goes. */
const isPassedOver = ({ to, at }: Rung, later: readonly Rung[]): boolean =>
  later.some((rung) => rung.to === to && rung.at.getTime() === at.getTime());

/** "owner, client, 8:00 am"; what the morning digest tells comes at an hour of the reader's own. */
function wayText(together: readonly Rung[], { timeZone }: OfficePolicy): string {
  const to = together.map((rung) =>
    rung.told === 'digest' ? 'the owner’s digest' : RECIPIENT_WORDS[rung.to],
  );
  const alone = together.find(({ told }) => told === 'alone');
  return [...to, ...(alone ? [formatWallTime(wallTimeIn(timeZone, alone.at))] : [])].join(', ');
}

const isSettled = (ledger: readonly SentReminder[], deadline: AdjustedDeadline, rung: string): boolean =>
  ledger.some((each) => each.rule === deadline.rule && each.dueOn === deadline.dueOn && each.rung === rung);
