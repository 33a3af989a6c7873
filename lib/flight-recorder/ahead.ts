import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { clockOf, isSpokenFor } from '../reminders/clock.ts';
import { isQuieted, ladderOf, type Recipient, type Rung, rungText } from '../reminders/ladder.ts';
import { dueRungs } from '../reminders/plan.ts';
import type { Happening, LedgerRow } from './happenings.ts';
import { plannedText } from './moment-text.ts';
import type { Recorded, RecordedMessage } from './recorder.ts';

/** Longer than any weekend keeps a message waiting for the office to open. */
const LONGEST_WAIT_MILLISECONDS = 5 * 24 * 60 * 60 * 1000;

/** What the ladder has still to say, to whom it would be said today; answers and other clocks may keep it away. */
export function messagesAhead(
  deadline: AdjustedDeadline,
  rows: readonly LedgerRow[],
  recorded: Recorded,
): RecordedMessage[] {
  const { policy, now, addressees, names, assessed, answers, standsSince } = recorded;
  const { rule, dueOn } = deadline;
  const clock = clockOf(deadline);
  const answer =
    answers.find((each) => each.rule === rule && each.dueOn === dueOn && !each.withdrawn) ?? null;
  const quiet = answer && { ...answer, because: '' };
  const due = dueRungs({ clock, policy, answer: quiet, standsSince: standsSince.get(rule) ?? now, now });
  const isSpoken = isSpokenFor(deadline, assessed.assessment.deadlines);
  const seen = new Set(rows.map(({ rung, recipientId }) => `${rung} ${recipientId}`));
  return ladderOf(clock, policy, quiet)
    .filter((rung) => rung.at > now || due.some(({ id, to }) => id === rung.id && to === rung.to))
    .flatMap((rung) =>
      addressees
        .filter(({ hears }) => hears.includes(rung.to))
        .flatMap((to): RecordedMessage[] => {
          const key = `${rung.id} ${to.id}`;
          if (seen.has(key)) return [];
          seen.add(key);
          const because = isQuieted(rung, quiet)
            ? `${answer?.kind === 'snoozed' ? 'snoozed' : 'acknowledged'} by ${answer?.byName ?? 'a colleague'}`
            : isSpoken
              ? 'an earlier deadline for the same act speaks for this one'
              : to.barredBecause;
          return [
            {
              key: `${rule} ${dueOn} ${key}`,
              rung: rungText(rung.id),
              recipientId: to.id,
              to: nameOf(to.id, to.kind, names),
              plannedAt: rung.at,
              planned: plannedText(rung.at, policy),
              isAhead: true,
              happenings: [aheadText(rung, now, because)],
            },
          ];
        }),
    );
}

function aheadText(rung: Rung, now: Date, because: string | null): Happening {
  if (now.getTime() - rung.at.getTime() > LONGEST_WAIT_MILLISECONDS)
    return { text: 'Was due, and the ledger has nothing of it', mark: 'late' };
  if (because) return { text: `Left out, as things stand: ${lowered(because)}`, mark: null };
  if (rung.at <= now)
    return { text: 'Due now: waits for the next run, or for the office to open', mark: 'open' };
  return { text: rung.told === 'digest' ? 'Ahead, in the morning digest' : 'Ahead', mark: 'open' };
}

const lowered = (sentence: string): string =>
  `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;

export const nameOf = (id: string, kind: Recipient, names: ReadonlyMap<string, string>): string =>
  kind === 'client' ? 'the client' : (names.get(id) ?? 'a former colleague');
