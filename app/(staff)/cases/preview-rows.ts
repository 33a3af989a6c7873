import { isAfter, type LocalDate } from '@/lib/calendar/local-date.ts';
import type { DeadlinePreview, PreviewedClock, PreviewRow } from '@/lib/deadlines/preview.ts';

/** The client's one act can be asked for under several rules: a clock that gives way to its like is one row. */
function joinSuccessors(rows: readonly PreviewRow[]): PreviewRow[] {
  const joined: PreviewRow[] = [];
  const heirs = rows.filter(({ before }) => before === null);
  const taken = new Set<PreviewRow>();
  for (const row of rows) {
    if (taken.has(row)) continue;
    const heir = isGoing(row)
      ? heirs.find((other) => other !== row && !taken.has(other) && other.title === row.title)
      : undefined;
    if (!heir) {
      joined.push(row);
      continue;
    }
    taken.add(heir);
    joined.push({ ...row, after: heir.after });
  }
  return joined.filter((row) => !taken.has(row));
}

const isGoing = ({ before, after }: PreviewRow) =>
  before !== null && (after === null || after.status === 'moot') && before.status !== 'moot';

const hasMoved = ({ before, after }: PreviewRow): boolean =>
  before?.dueOn !== after?.dueOn || before?.status !== after?.status || before?.actedOn !== after?.actedOn;

/** What changes, soonest first, and how many clocks stay as they are. Other readings have their own row. */
export function changesIn({ rows }: DeadlinePreview): { changed: PreviewRow[]; unchangedCount: number } {
  const live = joinSuccessors(rows.filter(({ kind }) => kind !== 'information')).filter(
    ({ before, after }) => isLive(before) || isLive(after),
  );
  const changed = live.filter(hasMoved);
  return { changed, unchangedCount: live.length - changed.length };
}

const isLive = (clock: PreviewedClock | null) => clock !== null && clock.status !== 'moot';

/** A clock whose start still lies ahead runs only if the plan stays silent until then. */
export const isIfSilent = (rule: string, { startsOn }: PreviewedClock, today: LocalDate): boolean =>
  isAfter(startsOn, today) || (startsOn === today && rule === 'ca.imr.deadline.silence');
