import { eq } from 'drizzle-orm';
import type { ImrApplication } from '../cases/case-record.ts';
import { extensionRequests, imrApplications } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

export type NewImrApplication = Omit<
  typeof imrApplications.$inferInsert,
  'id' | 'officeId' | 'caseId' | 'createdAt'
>;

export async function insertImrApplication(
  unit: UnitOfWork,
  caseId: string,
  entry: NewImrApplication,
): Promise<string> {
  const [row] = await unit.tx
    .insert(imrApplications)
    .values({ officeId: unit.actor.officeId, caseId, createdAt: unit.now, ...entry })
    .returning({ id: imrApplications.id });
  if (!row) throw new Error('an IMR application was not stored');
  return row.id;
}

export async function updateImrApplication(
  unit: UnitOfWork,
  id: string,
  entry: Partial<ImrApplication>,
): Promise<void> {
  await unit.tx.update(imrApplications).set(entry).where(eq(imrApplications.id, id));
}

export async function saveExtensionRequest(
  unit: UnitOfWork,
  request: typeof extensionRequests.$inferInsert,
): Promise<void> {
  await unit.tx
    .insert(extensionRequests)
    .values(request)
    .onConflictDoUpdate({ target: extensionRequests.caseId, set: request });
}
