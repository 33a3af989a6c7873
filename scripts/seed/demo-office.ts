import type { UserActor } from '../../lib/access/actor.ts';
import { pacificToday } from '../../lib/calendar/clock.ts';
import type { Database } from '../../lib/db/client.ts';
import type { DocumentStore } from '../../lib/document-store/document-store.ts';
import { openOffice } from '../../lib/offices/open-office.ts';
import { newAccounts, writeAccounts } from './accounts.ts';
import { openDemoPlans } from './demo-plans.ts';
import { deliverLocally, scheduledWork } from './mornings.ts';
import { fileDemoPapers } from './papers.ts';
import { demoOffice, type PersonKey } from './people.ts';
import { demoStories } from './stories/index.ts';
import { tellStories } from './tell-stories.ts';

const day = 86_400_000;
const openedDaysAgo = 400;

/** Where the demo office leaves what belongs to the person at this machine. */
export type DemoPlaces = {
  readonly dataDir: string;
  readonly mailbox: { readonly folder: string; readonly from: string };
  readonly appUrl: string;
  readonly store: DocumentStore;
};

/** The client whose case comes with its papers. */
const WITH_PAPERS = 'Rosario Villaseñor';

/**
 * Opens the demo office with its people, its plans and its cases, all in one transaction: after a kill there is the
 * whole office or none. `owner` is a connection of the database's owner.
 */
export async function openDemoOffice(owner: Database, places: DemoPlaces, now: Date) {
  const accounts = newAccounts();
  const daysAgo = (days: number) => new Date(now.getTime() - days * day);
  writeAccounts(places.dataDir, accounts);
  const opened = await owner.transaction(async (tx) => {
    const { officeId, people } = await openOffice(
      tx,
      { ...demoOffice, isDemo: true },
      accounts,
      daysAgo(openedDaysAgo),
    );
    const cast = Object.fromEntries(accounts.map(({ key }, index) => [key, people[index]])) as Record<
      PersonKey,
      UserActor
    >;
    const lineId = await openDemoPlans(tx, cast.joyce, daysAgo(openedDaysAgo - 1));
    const scheduled = scheduledWork(tx, { administrator: cast.dana, appUrl: places.appUrl, now });
    const cases = await tellStories(
      tx,
      demoStories(pacificToday(now)),
      { people: cast, lineId, workScheduledAt: scheduled.run },
      now,
    );
    const filed = cases.find(({ clientName }) => clientName === WITH_PAPERS);
    if (!filed) throw new Error('the story whose papers are shown is gone');
    await fileDemoPapers(tx, { store: places.store, owner: cast[filed.owner], now }, filed.caseId);
    return { officeId, caseCount: cases.length, outbox: scheduled.outbox };
  });
  await deliverLocally(opened.outbox, places.mailbox);
  return { ...opened, accounts };
}
