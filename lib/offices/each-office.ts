import type { Database } from '../db/client.ts';
import type { Logger } from '../log.ts';
import { listOffices, type Office } from './queries.ts';

/**
 * Does scheduled work for every office, or for one, adding up in `summary`. An office that fails does not keep the
 * others waiting; the first failure is thrown once all had their turn.
 */
export async function eachOffice<Summary>(
  { db, log, stopping }: { db: Database; log: Logger; stopping?: AbortSignal },
  only: { readonly officeId: string } | undefined,
  summary: Summary,
  work: (office: Office, summary: Summary) => Promise<void>,
): Promise<Summary> {
  const failures: unknown[] = [];
  for (const office of await listOffices(db)) {
    if (stopping?.aborted) break;
    if (only && only.officeId !== office.id) continue;
    try {
      await work(office, summary);
    } catch (error) {
      failures.push(error);
      log.error({ err: error, officeId: office.id }, 'scheduled work failed in an office');
    }
  }
  if (failures.length > 0) throw failures[0];
  return summary;
}
