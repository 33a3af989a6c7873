import { systemActor } from '../access/actor.ts';
import { alarmAdministrators } from '../bulletins/alarm-administrators.ts';
import { pacificToday } from '../calendar/clock.ts';
import { dateIn } from '../calendar/zoned-time.ts';
import { inOffice } from '../db/unit-of-work.ts';
import type { Office } from '../offices/queries.ts';
import type { SweepContext } from '../reminders/context.ts';
import { readPolicy } from '../reminders/queries.ts';

/** Tells the administrators that what went out differs from what should have: how often, and where it is listed. */
export async function alarmOfDifferences(
  context: SweepContext,
  office: Office,
  differenceCount: number,
): Promise<void> {
  const now = context.clock();
  const { timeZone } = await inOffice(context.db, systemActor(office.id), pacificToday(now), readPolicy);
  const counted = differenceCount === 1 ? '1 difference' : `${differenceCount} differences`;
  await alarmAdministrators(
    context,
    office,
    {
      subject: `Reminders: ${counted} found`,
      sentences: [
        `Recourse compared the reminders that were due with those that went, and found ${counted}.`,
        'Each of them is on the page below, with its case. Look at those cases first: nobody may have been told of a date.',
        'The next comparison, tonight, says whether they are mended.',
      ],
      href: `${context.appUrl}/reminders`,
    },
    dateIn(timeZone, now),
  );
}
