import type { Hearing } from '../cases/case-record.ts';
import { hearings } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

export async function saveHearing(unit: UnitOfWork, hearing: Hearing): Promise<void> {
  await unit.tx
    .insert(hearings)
    .values(hearing)
    .onConflictDoUpdate({ target: hearings.caseId, set: hearing });
}
