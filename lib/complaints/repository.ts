import type { Complaint } from '../cases/case-record.ts';
import { complaints } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

export async function saveComplaint(unit: UnitOfWork, complaint: Complaint): Promise<void> {
  await unit.tx
    .insert(complaints)
    .values(complaint)
    .onConflictDoUpdate({ target: complaints.caseId, set: complaint });
}
