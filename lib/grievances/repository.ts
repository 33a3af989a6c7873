import { eq } from 'drizzle-orm';
import type { Grievance } from '../cases/case-record.ts';
import { grievances } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateSourcesOf, readTypedTime } from '../input-fields.ts';
import type { GrievanceFields } from './input.ts';

export type GrievanceEntry = Pick<
  Grievance,
  | 'sentOn'
  | 'receivedOn'
  | 'receivedAt'
  | 'channel'
  | 'expedited'
  | 'certifiedBy'
  | 'planReference'
  | 'dateSources'
>;

export function grievanceEntry(input: GrievanceFields, former: Grievance | null): GrievanceEntry {
  const { sentOn, receivedOn } = input;
  const time = receivedOn && input.receivedTime !== '' ? readTypedTime(input.receivedTime, receivedOn) : null;
  return {
    sentOn,
    receivedOn,
    receivedAt: time ? new Date(time) : null,
    channel: input.channel,
    expedited: input.expedited,
    certifiedBy: input.certifiedBy,
    planReference: input.planReference || (former?.planReference ?? ''),
    dateSources: dateSourcesOf({ sentOn, receivedOn }, input, former?.dateSources),
  };
}

export async function insertGrievance(
  unit: UnitOfWork,
  caseId: string,
  entry: GrievanceEntry,
): Promise<string> {
  const [row] = await unit.tx
    .insert(grievances)
    .values({ officeId: unit.actor.officeId, caseId, createdAt: unit.now, ...entry })
    .returning({ id: grievances.id });
  if (!row) throw new Error('a grievance was not stored');
  return row.id;
}

export async function updateGrievance(
  unit: UnitOfWork,
  id: string,
  entry: Partial<Grievance>,
): Promise<void> {
  await unit.tx.update(grievances).set(entry).where(eq(grievances.id, id));
}
