import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { cases, clients, offices } from '../db/schema.ts';
import { TOUR_CLIENTS, type TourClient } from './tour.ts';

/** Whether the office the transaction is in is the one with invented people. */
export async function readIsDemo(tx: Transaction): Promise<boolean> {
  const [office] = await tx.select({ isDemo: offices.isDemo }).from(offices).limit(1);
  return office?.isDemo ?? false;
}

/** The demo office's cases that the tour visits; null in every other office. */
export async function readTour(tx: Transaction): Promise<ReadonlyMap<TourClient, string> | null> {
  if (!(await readIsDemo(tx))) return null;
  const rows = await tx
    .select({ name: clients.name, caseId: cases.id })
    .from(cases)
    .innerJoin(clients, eq(clients.id, cases.clientId))
    .where(and(inArray(clients.name, Object.values(TOUR_CLIENTS)), isNull(cases.closedAt)));
  const keys = Object.keys(TOUR_CLIENTS) as TourClient[];
  return new Map(
    keys.flatMap((key): [TourClient, string][] => {
      const found = rows.find(({ name }) => name === TOUR_CLIENTS[key]);
      return found ? [[key, found.caseId]] : [];
    }),
  );
}
