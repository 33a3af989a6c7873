import { eq } from 'drizzle-orm';
import { offices } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { OfficeInput } from './input.ts';

/** The office's settings, locked until the unit of work ends. */
export async function lockOffice(unit: UnitOfWork): Promise<OfficeInput> {
  const [office] = await unit.tx
    .select({
      name: offices.name,
      phone: offices.phone,
      timeZone: offices.timeZone,
      secondFactorFor: offices.secondFactorFor,
      idleLockMinutes: offices.idleLockMinutes,
      retentionYears: offices.retentionYears,
    })
    .from(offices)
    .for('update');
  if (!office) throw new Error('the office is not there');
  return office;
}

export async function updateOffice(unit: UnitOfWork, settings: OfficeInput): Promise<void> {
  await unit.tx.update(offices).set(settings).where(eq(offices.id, unit.actor.officeId));
}
