import type { Denial } from '../cases/case-record.ts';
import { denials } from '../db/schema.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { dateSourcesOf } from '../input-fields.ts';
import type { DenialFields } from './input.ts';

export function denialRow(officeId: string, caseId: string, input: DenialFields): Denial {
  const { letterOn, receivedOn, servicesEndOn } = input;
  return {
    officeId,
    caseId,
    letterOn,
    receivedOn,
    servicesEndOn,
    service: input.service,
    bases: input.bases,
    contractProvision: input.contractProvision,
    serviceReceived: input.serviceReceived,
    dateSources: dateSourcesOf({ letterOn, receivedOn, servicesEndOn }, input),
  };
}

export async function saveDenial(unit: UnitOfWork, denial: Denial): Promise<void> {
  await unit.tx.insert(denials).values(denial).onConflictDoUpdate({ target: denials.caseId, set: denial });
}
