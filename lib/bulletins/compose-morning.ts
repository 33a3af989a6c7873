import { formatLongDate } from '../calendar/format-date.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { listCovered } from '../covers/queries.ts';
import type { Transaction } from '../db/client.ts';
import { inOffice } from '../db/unit-of-work.ts';
import type { DeliverContext } from '../reminders/context.ts';
import { isOpenDay } from '../reminders/office-hours.ts';
import { momentOf } from '../reminders/plan-deadline.ts';
import { type ClockRow, readAgenda } from '../worklist/queries.ts';
import {
  type Addressed,
  actorOf,
  greetingAt,
  listReached,
  messageTo,
  readAddressed,
  stopLinksOf,
} from './addressed.ts';
import type { Composed, Taken } from './composed.ts';
import { type Judged, judgeGathered } from './gathered.ts';
import type { BulletinClaim } from './ledger.ts';
import { countedOnly, type DayNews, hasNews, morningLetter } from './letters/morning-letter.ts';
import {
  type Away,
  type Gathered,
  listAway,
  listClocksOf,
  listHiddenCases,
  listOwnCases,
  listTakenAlong,
  type Recipient,
} from './queries.ts';

/** Writes somebody's morning digest from what the office's records say now, or says why there is none. */
export async function composeMorning(context: DeliverContext, claim: BulletinClaim): Promise<Composed> {
  const { db, actor, clock, policy, appUrl } = context;
  const { now, today } = momentOf(clock);
  const { addressed, covers, taken } = await inOffice(db, actor, today, (tx) => readReader(tx, claim, today));
  if (!addressed.reader) return { kind: 'held', ...addressed, taken };
  const { reader } = addressed;
  const unseenByCovers = await seenByNoCover(context, covers, today);
  const { coversSomebody, ...day } = await inOffice(db, actorOf(reader, context), today, (tx) =>
    readOwnDay(tx, reader, unseenByCovers, taken.told, today),
  );
  const because = reasonForNone(day, covers, isOpenDay(claim.forOn, policy));
  if (because)
    return { kind: 'held', state: 'skipped', because, taken: { ...taken, told: [], left: taken.told } };

  const stop = stopLinksOf(claim, context);
  const greeting = greetingAt(now, context);
  const letter = morningLetter({ ...day, reader, greeting, coversSomebody, appUrl, stopUrl: stop.page });
  const counted = new Set(countedOnly(day).map(keyOf));
  return {
    kind: 'message',
    to: reader.name,
    taken: { ...taken, counted: taken.told.filter((reminder) => counted.has(keyOf(reminder))) },
    message: await messageTo(reader, letter, context, stop.oneClick),
  };
}

const keyOf = ({ caseId, rule }: Pick<ClockRow, 'caseId' | 'rule'>): string => `${caseId} ${rule}`;

/** Who reads it, who covers for them, and which of the reminders gathered for them still are theirs to hear. */
async function readReader(
  tx: Transaction,
  claim: BulletinClaim,
  today: LocalDate,
): Promise<{ addressed: Addressed; covers: readonly Away[]; taken: Taken }> {
  const addressed = await readAddressed(tx, claim);
  const judged = await judgeGathered(tx, await listTakenAlong(tx, claim.id), today);
  const told = judged.flatMap(({ reminder, verdict }) => (verdict === 'told' ? [reminder] : []));
  const notTold = judged.filter(({ verdict }) => verdict !== 'told');
  if (!addressed.reader) {
    const notWanted = told.map((reminder): Judged => ({ reminder, verdict: addressed }));
    return { addressed, covers: [], taken: { told: [], notTold: [...notTold, ...notWanted], left: [] } };
  }
  const away = await listAway(tx, { from: today, to: today, absentId: claim.recipientId });
  const reached = await listReached(
    tx,
    away.map(({ cover }) => cover),
  );
  const covers = away.filter(({ cover }) => reached.includes(cover));
  return { addressed, covers, taken: { told, notTold, left: [] } };
}

/** Restricted cases that none of these covers may know of stay with whoever is away; null where nobody covers. */
async function seenByNoCover(
  context: DeliverContext,
  covers: readonly Away[],
  today: LocalDate,
): Promise<ReadonlySet<string> | null> {
  if (covers.length === 0) return null;
  const hidden: ReadonlySet<string>[] = [];
  for (const { cover } of covers)
    hidden.push(new Set(await inOffice(context.db, actorOf(cover, context), today, listHiddenCases)));
  return hidden.reduce((one, other) => one.intersection(other));
}

/** Their own cases and those they cover, as Today shows them; what is covered for them is in their cover's digest. */
async function readOwnDay(
  tx: Transaction,
  reader: Recipient,
  unseenByCovers: ReadonlySet<string> | null,
  told: readonly Gathered[],
  today: LocalDate,
): Promise<DayNews & { readonly coversSomebody: boolean }> {
  const hidden = await listHiddenCases(tx);
  const covered = await listCovered(tx, reader.id, today);
  const own = unseenByCovers ? await listOwnCases(tx, reader.id) : [];
  const leftOut = [...hidden, ...own.filter((caseId) => !unseenByCovers?.has(caseId))];
  const ownerIds = [reader.id, ...covered.map(({ id }) => id)];
  const reminded = await listClocksOf(
    tx,
    told.map(({ id }) => id),
    hidden,
  );
  return {
    today,
    agenda: await readAgenda(tx, ownerIds, today, leftOut),
    reminded,
    coversSomebody: covered.length > 0,
  };
}

/** On a day the office is closed only what cannot wait is told: it is due that day, or ran out the day before. */
function reasonForNone(day: DayNews, [away]: readonly Away[], isOpen: boolean): string | null {
  if (!hasNews(day))
    return away
      ? `Away: ${away.cover.name} covers through ${formatLongDate(away.untilOn)}.`
      : 'Nothing to tell.';
  const isPressing = day.agenda.days.some(
    ({ on, owedBy }) => on === day.today || (owedBy === 'client' && on === addDays(day.today, -1)),
  );
  return isOpen || isPressing ? null : 'The office is closed, and nothing of theirs is due that day.';
}
