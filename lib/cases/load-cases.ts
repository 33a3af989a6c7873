import type { UnitOfWork } from '../db/unit-of-work.ts';
import { notFound, type Refusal } from '../errors.ts';
import type { CaseRecord } from './case-record.ts';
import { loadCase } from './load-case.ts';
import type { CaseRef } from './on-open-case.ts';

/**
 * Locks a case and others for one command, in the order of their ids, so that two people who want the same ones wait for
 * each other instead of deadlocking. The others come in the order asked for.
 */
export async function loadCases(
  unit: UnitOfWork,
  { caseId, version }: CaseRef,
  otherIds: readonly string[],
): Promise<{ ok: true; record: CaseRecord; others: readonly CaseRecord[] } | Refusal> {
  const locked = new Map<string, CaseRecord>();
  for (const id of [...new Set([caseId, ...otherIds])].toSorted()) {
    const loaded = await loadCase(unit, id, id === caseId ? version : undefined);
    if (!loaded.ok) return loaded;
    locked.set(id, loaded.record);
  }
  const record = locked.get(caseId);
  return record ? { ok: true, record, others: otherIds.flatMap((id) => locked.get(id) ?? []) } : notFound;
}
