import type { APIRequestContext } from '@playwright/test';
import type { Places } from '../../e2e/sweep/routes-table.ts';

const ID = '([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})';

/**
 * The ids that the addresses of the screens are made of, found as a person would: by the links of the demo office's
 * pages. What the office does not have is left out.
 */
export async function findPlaces(request: APIRequestContext, address: string): Promise<Partial<Places>> {
  const first = async (path: string, pattern: string): Promise<string | undefined> => {
    const html = await (await request.get(`${address}${path}`, { timeout: 120_000 })).text();
    const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '');
    const found = new RegExp(pattern);
    return hrefs.map((href) => found.exec(href)?.[1]).find((id) => id !== undefined);
  };
  const caseId = await first('/help/tour', `^/cases/${ID}`);
  const planId = await first('/plans', `^/plans/${ID}`);
  const found: Readonly<Record<keyof Places, string | undefined>> = {
    caseId,
    planId,
    documentId: caseId && (await first(`/cases/${caseId}/documents`, `/documents/${ID}`)),
    letterId: caseId && (await first(`/cases/${caseId}/letters`, `/letters/${ID}`)),
    lineId: planId && (await first(`/plans/${planId}`, `/lines/${ID}`)),
    personId: await first('/people', `^/people/${ID}`),
    closedCaseId: await first('/retention', `^/retention/${ID}`),
    reference: await first('/review', '^/review/([^/?#]+)$'),
    versionId: await first('/rules/ca.grv.ack', `/versions/${ID}`),
  };
  return Object.fromEntries(Object.entries(found).filter(([, id]) => id !== undefined));
}
