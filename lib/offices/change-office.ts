import { changedFields } from '../audit/events.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { lookAtAllAgain } from '../deadlines/sync.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { OfficeInput } from './input.ts';
import { lockOffice, updateOffice } from './repository.ts';

/** Changes what holds for everybody of the office; the record keeps each setting before and after. */
export async function changeOffice(
  unit: UnitOfWork,
  settings: OfficeInput,
): Promise<Outcome<{ changedCount: number }>> {
  const former = await lockOffice(unit);
  const changes = changedFields(former, settings);
  if (changes.length === 0)
    return refuse({ field: null, message: 'Nothing was changed.', remedy: 'Change a setting, then save.' });
  await updateOffice(unit, settings);
  if (former.timeZone !== settings.timeZone) await lookAtAllAgain(unit);
  unit.record({ event: 'office.changed', subjectId: unit.actor.officeId, changes });
  return done({ changedCount: changes.length });
}
