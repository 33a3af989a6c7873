import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { syncDeadlines } from '../deadlines/sync.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { closedRelative, notLinked } from '../families/rules.ts';
import { wordsIn } from '../words/words.ts';
import type { CaseRecord } from './case-record.ts';
import { loadCases } from './load-cases.ts';
import type { CaseRef } from './on-open-case.ts';
import { saveSearchTerms } from './repository.ts';
import { closedCaseViolation } from './rules.ts';

/**
 * The frame of a command on a case and on others of its family: `work` is done on each of them, or on none. Every case
 * has its own entry in the record.
 */
export async function onLinkedCases(
  unit: UnitOfWork<UserActor>,
  { alsoOn, ...input }: CaseRef & { readonly alsoOn: readonly string[] },
  work: (record: CaseRecord) => Promise<Outcome<unknown>>,
): Promise<Outcome<{ caseId: string }>> {
  const others = [...new Set(alsoOn)].filter((id) => id !== input.caseId);
  const loaded = await loadCases(unit, input, others);
  if (!loaded.ok) return loaded;
  const { record: own, others: relatives } = loaded;
  const words = wordsIn(unit.actor.language).family;
  const closed = closedCaseViolation(own);
  if (closed) return refuse(closed);
  if (relatives.some(({ familyId }) => familyId === null || familyId !== own.familyId))
    return refuse(notLinked(words));
  const gone = relatives.find(({ closedAt }) => closedAt !== null);
  if (gone) return refuse(closedRelative(gone.number, words));
  for (const record of [own, ...relatives]) {
    const outcome = await work(record);
    if (!outcome.ok) return outcome;
    await saveSearchTerms(unit, await syncDeadlines(unit, record.id));
  }
  return done({ caseId: own.id });
}
