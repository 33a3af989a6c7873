import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome } from '../errors.ts';
import { readOffice } from '../offices/queries.ts';
import { momentText } from './moment-text.ts';
import { readFlightRecord } from './queries.ts';
import { recordedByHand, recordedDeadlines } from './recorder.ts';
import { savedPage } from './saved-page.ts';

/** Makes a page of the case's reminders for keeping elsewhere; that it was made is on the case's record. */
export async function exportReminders(
  unit: UnitOfWork<UserActor>,
  { caseId }: { readonly caseId: string },
): Promise<Outcome<{ readonly number: string; readonly html: string }>> {
  const { tx, actor, now, today } = unit;
  const found = await readFlightRecord(tx, caseId, today, now);
  if (!found) return notFound;
  const { id, number } = found.case;
  const html = savedPage(recordedDeadlines(found), recordedByHand(found), {
    caseNumber: number,
    officeName: (await readOffice(tx)).name,
    at: momentText(now, found.policy),
    by: actor.name,
  });
  unit.record({ event: 'reminders.exported', caseId: id });
  return done({ number, html });
}
