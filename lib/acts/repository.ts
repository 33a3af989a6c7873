import { eq } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import { cases } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { WaitingOn } from '../db/vocabulary.ts';

/** Stores with whom the case waits, and since when. */
export async function setWaiting(
  unit: UnitOfWork,
  caseId: string,
  waitingOn: WaitingOn | null,
  waitingSinceOn: LocalDate | null,
): Promise<void> {
  await unit.tx.update(cases).set({ waitingOn, waitingSinceOn }).where(eq(cases.id, caseId));
}
