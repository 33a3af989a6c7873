import { cache } from 'react';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { type CasePage, type ProofPage, readCasePage, readProofPage } from '@/lib/cases/queries.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inLedger, inOffice } from '@/lib/db/unit-of-work.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { type ErasedCase, readErased } from '@/lib/retention/queries.ts';
import { markSeen } from '@/lib/timeline/ledger.ts';
import type { TimelineView } from '@/lib/timeline/list-filter.ts';
import { lookAtCase } from './open-form.ts';

/**
 * The page and its title ask for the same case: it is read once a request. Whoever opens it has seen what others did on
 * it.
 */
export const loadCasePage = cache(
  async (
    caseId: string,
    group: TimelineView,
    beforeId: number | null,
    newFromId: number | null,
  ): Promise<CasePage | null> => {
    const actor = await requireActor('case.read');
    const page = await lookAtCase(
      actor,
      'case.viewed',
      () => caseId,
      (tx, today) => readCasePage(tx, caseId, today, { group, beforeId, newFromId }),
    );
    if (!page?.unseen.isMarked) return page;
    const now = await requestTime();
    await inLedger(getDatabase(), actor, pacificToday(now), (tx) =>
      markSeen(tx, page.assessed.record.id, page.unseen.throughId, now),
    );
    return page;
  },
);

export const loadProofPage = cache(
  async (caseId: string, rule: string): Promise<ProofPage | null> =>
    lookAtCase(
      await requireActor('case.read'),
      'case.viewed',
      () => caseId,
      (tx, today) => readProofPage(tx, caseId, rule, today),
    ),
);

/** What was left of a case that was erased, for whoever follows an old link to it. */
export async function loadErasedCase(caseId: string): Promise<ErasedCase | null> {
  const actor = await requireActor('case.read');
  const today = pacificToday(await requestTime());
  const id = recordIdIn(caseId);
  return id ? inOffice(getDatabase(), actor, today, (tx) => readErased(tx, id)) : null;
}
