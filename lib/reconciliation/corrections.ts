import { isLive } from '../cases/assessed-case.ts';
import { actedOn } from '../deadlines/acted-on.ts';
import { type ClockId, isManual, recordOfManual } from '../deadlines/clock-title.ts';
import { actOf } from '../deadlines/manual-clocks.ts';
import { CORRECTED, isCorrection, LAPSED, OPENED } from '../reminders/ladder.ts';
import type { Compared, Comparison, Doubt, KeptMessage } from './compare.ts';
import type { Difference } from './difference.ts';

/** Messages that said a date which has moved since or matters no more, and that nobody took back. */
export function corrections(compared: Compared): Pick<Comparison, 'differences' | 'doubts'> {
  const differences: Difference[] = [];
  const doubts: Doubt[] = [];
  const seen = new Set<string>();
  for (const row of compared.ledger) {
    const { rule, dueOn, recipientId, recipientKind, sentAt } = row;
    const key = [rule, dueOn, recipientId].join();
    if (!sentAt || seen.has(key) || !saidADate(row, compared) || !isWrongNow(row, compared)) continue;
    seen.add(key);
    if (isTakenBack(row, compared)) continue;
    const difference = aboutRow('not-corrected', { ...row, rung: CORRECTED }, compared);
    if (recipientKind === 'client') differences.push(difference);
    else doubts.push({ difference, recipientId, sentAt });
  }
  return { differences, doubts };
}

const saidADate = ({ rung, sentAt, bulletinId }: KeptMessage, { comparedSince }: Compared): boolean =>
  bulletinId === null &&
  sentAt !== null &&
  sentAt >= comparedSince &&
  ![LAPSED, OPENED].includes(rung) &&
  !isCorrection(rung);

function isWrongNow({ rule, dueOn }: KeptMessage, { assessed }: Compared): boolean {
  const { assessment, facts, record } = assessed;
  const present = assessment.deadlines.find((deadline) => deadline.rule === rule);
  if (present)
    return present.status === 'moot'
      ? actOf(facts, present) === null
      : isLive(present) && present.dueOn !== dueOn;
  if (!isManual(rule)) return actedOn(facts, rule as Exclude<ClockId, `manual.${string}`>) === null;
  return record.manualDeadlines.some(({ id, doneOn }) => id === recordOfManual(rule) && doneOn === null);
}

/** A correction that was called off counts where it was planned for the date that holds now: its reader had left the case. */
function isTakenBack({ rule, dueOn, recipientId }: KeptMessage, { ledger, clocks }: Compared): boolean {
  const standsSince = clocks.find((clock) => clock.rule === rule)?.standsSince ?? new Date(0);
  return ledger.some(
    (row) =>
      isCorrection(row.rung) &&
      row.rule === rule &&
      row.dueOn === dueOn &&
      row.recipientId === recipientId &&
      (row.state !== 'canceled' || row.plannedAt >= standsSince),
  );
}

/** A difference about one row of the ledger. */
export const aboutRow = (kind: Difference['kind'], row: KeptMessage, { assessed }: Compared): Difference => ({
  kind,
  caseId: assessed.record.id,
  caseNumber: assessed.record.number,
  rule: row.rule,
  dueOn: row.dueOn,
  rung: row.rung,
  to: row.recipientKind,
  plannedAt: null,
});
