import { systemActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import { inLedger, inOffice } from '../db/unit-of-work.ts';
import type { DocumentContext } from '../document-work/context.ts';
import { eachOffice } from '../offices/each-office.ts';
import { listOffices } from '../offices/queries.ts';
import { listExpired, listUnfinished } from './queries.ts';
import { deleteUpload } from './repository.ts';

const DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1_000;

/**
 * Ends the uploads nobody continued in time, and destroys what is staged of uploads that are no more: given up, finished,
 * or erased with their case.
 */
export async function expireUploads(context: DocumentContext): Promise<{ expired: number }> {
  const { db, clock, staging } = context;
  const now = clock();
  const today = pacificToday(now);
  const summary = await eachOffice(context, undefined, { expired: 0 }, async ({ id: officeId }, counted) => {
    const actor = systemActor(officeId);
    for (const id of await inOffice(db, actor, today, (tx) => listExpired(tx, now))) {
      await inLedger(db, actor, today, (tx) => deleteUpload(tx, id));
      await staging?.discard(id);
      counted.expired += 1;
    }
  });
  if (staging) await discardLeftovers(context, staging);
  return summary;
}

async function discardLeftovers(
  { db, clock }: DocumentContext,
  staging: NonNullable<DocumentContext['staging']>,
): Promise<void> {
  const now = clock();
  const staged: string[] = [];
  for await (const id of staging.stagedBefore(new Date(now.getTime() - DAY_IN_MILLISECONDS))) staged.push(id);
  if (staged.length === 0) return;
  const awaited = new Set<string>();
  for (const office of await listOffices(db)) {
    const actor = systemActor(office.id);
    const ids = await inOffice(db, actor, pacificToday(now), (tx) => listUnfinished(tx, staged));
    for (const id of ids) awaited.add(id);
  }
  for (const id of staged) if (!awaited.has(id)) await staging.discard(id);
}
