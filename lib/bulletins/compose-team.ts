import { addDays, type LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { inOffice } from '../db/unit-of-work.ts';
import type { DeliverContext } from '../reminders/context.ts';
import { momentOf } from '../reminders/plan-deadline.ts';
import { readLoad } from '../workload/queries.ts';
import { actorOf, greetingAt, messageTo, readAddressed, stopLinksOf } from './addressed.ts';
import { type Composed, NOTHING_TAKEN } from './composed.ts';
import type { BulletinClaim } from './ledger.ts';
import { teamLetter } from './letters/team-letter.ts';
import { listAway, listHiddenCases, readTeamNews } from './queries.ts';

const DAYS_AHEAD = 7;

/** Writes the weekly digest of the team with the figures its reader sees on the page Team, or says why there is none. */
export async function composeTeam(context: DeliverContext, claim: BulletinClaim): Promise<Composed> {
  const { db, actor, clock, appUrl } = context;
  const { now, today } = momentOf(clock);
  const addressed = await inOffice(db, actor, today, (tx) => readAddressed(tx, claim));
  if (!addressed.reader) return { kind: 'held', ...addressed, taken: NOTHING_TAKEN };
  const { reader } = addressed;
  const team = await inOffice(db, actorOf(reader, context), today, (tx) => readTeam(tx, today));
  const stop = stopLinksOf(claim, context);
  const greeting = greetingAt(now, context);
  const letter = teamLetter({ ...team, reader, today, greeting, appUrl, stopUrl: stop.page });
  return {
    kind: 'message',
    to: reader.name,
    taken: NOTHING_TAKEN,
    message: await messageTo(reader, letter, context, stop.oneClick),
  };
}

async function readTeam(tx: Transaction, today: LocalDate) {
  const hidden = await listHiddenCases(tx);
  return {
    load: await readLoad(tx, today, hidden),
    away: await listAway(tx, { from: today, to: addDays(today, DAYS_AHEAD) }),
    news: await readTeamNews(tx, today, hidden),
  };
}
