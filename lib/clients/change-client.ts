import { changedFields } from '../audit/events.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import { NOTHING_CHANGED } from '../cases/rules.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { ClientInput } from './input.ts';
import { clientEntry, updateClient } from './repository.ts';
import { clientViolations } from './rules.ts';

/** Changes who the client is and how they may safely be reached. */
export const changeClient = (unit: UnitOfWork, input: ClientInput): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, async (record) => {
    const entry = clientEntry(input);
    const changes = changedFields(record.client, entry);
    if (changes.length === 0) return refuse(NOTHING_CHANGED);
    const violations = clientViolations(entry, unit.today);
    if (violations.length > 0) return refuse(...violations);
    await updateClient(unit, record.clientId, entry);
    unit.record({
      event: 'client.changed',
      caseId: record.id,
      caseVersion: record.version + 1,
      subjectId: record.clientId,
      changes,
      reason: input.reason,
    });
    return done(null);
  });
