import { cache } from 'react';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { type CasePage, type ProofPage, readCasePage, readProofPage } from '@/lib/cases/queries.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import type { TimelineGroup } from '@/lib/timeline/list-filter.ts';

/** The page and its title ask for the same case: it is read once a request. */
export const loadCasePage = cache(
  async (caseId: string, group: TimelineGroup, beforeId: number | null): Promise<CasePage | null> => {
    const actor = await requireActor('case.read');
    const today = pacificToday(await requestTime());
    return inOffice(getDatabase(), actor, today, (tx) =>
      readCasePage(tx, caseId, today, { group, beforeId }),
    );
  },
);

export const loadProofPage = cache(async (caseId: string, rule: string): Promise<ProofPage | null> => {
  const actor = await requireActor('case.read');
  const today = pacificToday(await requestTime());
  return inOffice(getDatabase(), actor, today, (tx) => readProofPage(tx, caseId, rule, today));
});
