import { addDays, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import { staffAddresseesOf } from '../reminders/addressees.ts';
import { isQuieted, LAPSED, type Quiet } from '../reminders/ladder.ts';
import type { Addressee } from '../reminders/plan.ts';
import { listActiveStaff } from '../reminders/queries.ts';
import { standingFor } from '../suppressions/queries.ts';
import type { Gathered } from './queries.ts';

/** What becomes of a reminder that waits for the digest: it is told, or there is a reason not to. */
export type Verdict =
  | 'told'
  | {
      readonly state: 'canceled' | 'skipped';
      readonly because: string;
      /** Somebody else hears of the deadline now. */
      readonly passesOn?: true;
    };

export type Judged = { readonly reminder: Gathered; readonly verdict: Verdict };

/** Judges reminders as things stand at this moment, since they were gathered hours or days ago. */
export async function judgeGathered(
  tx: Transaction,
  gathered: readonly Gathered[],
  today: LocalDate,
): Promise<Judged[]> {
  const hearers = new Map<string, Promise<readonly Addressee[]>>();
  const hearersOf = ({ caseId, ownerId, isRestricted }: Gathered) => {
    // Everybody may know of a case that is not restricted, so only its owner makes a difference.
    const key = isRestricted ? caseId : `of ${ownerId}`;
    const known = hearers.get(key) ?? readHearers(tx, caseId, ownerId, today);
    hearers.set(key, known);
    return known;
  };
  const judged: Judged[] = [];
  for (const reminder of gathered)
    judged.push({ reminder, verdict: verdictOn(reminder, await hearersOf(reminder), today) });
  return judged;
}

async function readHearers(
  tx: Transaction,
  caseId: string,
  ownerId: string | null,
  today: LocalDate,
): Promise<readonly Addressee[]> {
  const staff = await listActiveStaff(tx, { id: caseId, ownerId }, today);
  const suppressed = await standingFor(
    tx,
    staff.map(({ email }) => email),
  );
  return staffAddresseesOf({ ownerId }, staff, suppressed);
}

function verdictOn(reminder: Gathered, hearers: readonly Addressee[], today: LocalDate): Verdict {
  const { stands, recipientId, rung, dueOn, answer } = reminder;
  if (!stands) return { state: 'canceled', because: 'The deadline no longer stands with that date.' };
  const to = hearers.find(({ id }) => id === recipientId);
  if (!to) return { state: 'canceled', because: 'This reminder is no longer theirs.', passesOn: true };
  if (rung !== LAPSED && isBefore(dueOn, today))
    return { state: 'skipped', because: 'The day had already passed.' };
  if (answer && to.hears.includes('owner') && isAnswered(reminder, answer)) {
    const verb = answer.kind === 'snoozed' ? 'Snoozed' : 'Acknowledged';
    return { state: 'skipped', because: `${verb} by ${answer.byName}: ${answer.reason}` };
  }
  return 'told';
}

function isAnswered({ rung, dueOn }: Gathered, quiet: Quiet): boolean {
  const daysBefore = Number(/^T-(\d+)$/.exec(rung)?.[1]);
  return (
    !Number.isNaN(daysBefore) && isQuieted({ id: rung, to: 'owner', on: addDays(dueOn, -daysBefore) }, quiet)
  );
}
