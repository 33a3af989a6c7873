import type { UserActor } from '../../lib/access/actor.ts';
import { pacificToday } from '../../lib/calendar/clock.ts';
import type { Database } from '../../lib/db/client.ts';
import { openOffice } from '../../lib/offices/open-office.ts';
import { newAccounts, writeAccounts } from './accounts.ts';
import { demoOffice, type PersonKey } from './people.ts';
import { addPlans } from './plans.ts';
import { demoStories } from './stories/index.ts';
import { tellStories } from './tell-stories.ts';

const day = 86_400_000;
const openedDaysAgo = 400;

/**
 * Opens the demo office with its people, its plans and its cases, all in one transaction: after a kill there is the
 * whole office or none. `owner` is a connection of the database's owner.
 */
export async function openDemoOffice(owner: Database, dataDir: string, now: Date) {
  const accounts = newAccounts();
  return owner.transaction(async (tx) => {
    const { people } = await openOffice(
      tx,
      demoOffice,
      accounts,
      new Date(now.getTime() - openedDaysAgo * day),
    );
    const cast = Object.fromEntries(accounts.map(({ key }, index) => [key, people[index]])) as Record<
      PersonKey,
      UserActor
    >;
    const lineId = await addPlans(tx, cast.dana, new Date(now.getTime() - (openedDaysAgo - 1) * day));
    const caseCount = await tellStories(tx, demoStories(pacificToday(now)), { people: cast, lineId }, now);
    writeAccounts(dataDir, accounts);
    return { accounts, caseCount };
  });
}
