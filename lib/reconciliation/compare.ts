import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { dateIn, instantIn, wallTime } from '../calendar/zoned-time.ts';
import { type AssessedCase, isLive } from '../cases/assessed-case.ts';
import type { MessageState } from '../db/vocabulary.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { clockOf } from '../reminders/clock.ts';
import { heldUntil, type Quiet, type Recipient, type Rung } from '../reminders/ladder.ts';
import { isOpenAt, nextOpeningAfter, openDayFrom } from '../reminders/office-hours.ts';
import { type Addressee, dueRungs } from '../reminders/plan.ts';
import type { OfficePolicy } from '../reminders/policy.ts';
import { aboutRow, corrections } from './corrections.ts';
import type { Difference } from './difference.ts';

/** One row of the ledger, as it is compared. */
export type KeptMessage = {
  readonly rule: string;
  readonly dueOn: LocalDate;
  readonly rung: string;
  readonly recipientKind: Recipient;
  readonly recipientId: string;
  readonly state: MessageState;
  /** Null once nobody will try again. */
  readonly claimedAt: Date | null;
  readonly createdAt: Date;
  readonly plannedAt: Date;
  readonly sentAt: Date | null;
  readonly bulletinId: string | null;
};

export type KeptAnswer = Quiet & { readonly rule: string; readonly dueOn: LocalDate; readonly at: Date };
export type KeptClock = { readonly rule: string; readonly dueOn: LocalDate; readonly standsSince: Date };

export type Compared = {
  readonly assessed: AssessedCase;
  readonly policy: OfficePolicy;
  readonly now: Date;
  readonly addressees: readonly Addressee[];
  readonly clocks: readonly KeptClock[];
  readonly answers: readonly KeptAnswer[];
  readonly ledger: readonly KeptMessage[];
  /** Messages sent before that were sent while nobody compared: they are not asked for their corrections. */
  readonly comparedSince: Date;
};

/** A correction that one of the staff did not get: none is owed to whoever moved the date. */
export type Doubt = { readonly difference: Difference; readonly recipientId: string; readonly sentAt: Date };

export type Comparison = {
  readonly deadlineCount: number;
  readonly dueCount: number;
  readonly differences: readonly Difference[];
  readonly doubts: readonly Doubt[];
};

const GRACE_MILLISECONDS = 60 * 60 * 1000;
const MIDNIGHT = wallTime('00:00');

/**
 * Compares what should have gone out about one open case by an hour before `now` with what the ledger says went. What
 * is due follows from the recorded facts, the policy and since when each clock stands, and from nothing the sweep keeps
 * for itself. Pure.
 */
export function compareCase(compared: Compared): Comparison {
  const { assessed, addressees } = compared;
  const live = assessed.assessment.deadlines.filter((each) => isLive(each) && each.kind !== 'information');
  const isHeard = addressees.some(({ kind }) => kind !== 'client');
  const looked = live.map((deadline) => compareDeadline(deadline, compared));
  const { differences, doubts } = corrections(compared);
  return {
    deadlineCount: live.length,
    dueCount: looked.reduce((count, { dueCount }) => count + dueCount, 0),
    differences: [
      ...looked.flatMap((each) => each.differences),
      ...(isHeard ? [] : live.map((deadline) => aboutAll('nobody-hears', deadline, compared))),
      ...unsettled(compared),
      ...differences,
    ],
    doubts,
  };
}

function compareDeadline(
  deadline: AdjustedDeadline,
  compared: Compared,
): Pick<Comparison, 'dueCount' | 'differences'> {
  const { policy, ledger, addressees, now } = compared;
  const isOfDeadline = (each: { rule: string; dueOn: LocalDate }) =>
    each.rule === deadline.rule && each.dueOn === deadline.dueOn;
  const stored = compared.clocks.find(isOfDeadline);
  if (!stored) return { dueCount: 0, differences: [aboutAll('not-planned', deadline, compared)] };
  const answer = compared.answers.find(isOfDeadline) ?? null;
  const kept = ledger.filter(isOfDeadline);
  const graceBegan = new Date(now.getTime() - GRACE_MILLISECONDS);
  const due = dueRungs({
    clock: clockOf(deadline),
    policy,
    answer: answer && { ...answer, because: '' },
    standsSince: stored.standsSince,
    now: graceBegan,
  })
    .filter(({ to }) => addressees.some(({ hears }) => hears.includes(to)))
    .filter((rung) => expectedAt(rung, stored, answer, policy) <= graceBegan);
  const differences = due.flatMap((rung): Difference[] => {
    const theirs = kept.filter((row) => row.rung === rung.id && isHeardAs(rung.to, row, addressees));
    const found = verdict(theirs, kept, rung.to);
    return found === 'kept' ? [] : [{ ...about(found, deadline, compared), ...told(rung) }];
  });
  return { dueCount: due.length, differences };
}

/** When a message of this rung goes at the latest: once the clock stands, and the office is open where it can wait for that. */
function expectedAt(
  rung: Rung,
  { standsSince }: KeptClock,
  answer: KeptAnswer | null,
  policy: OfficePolicy,
): Date {
  const known = [rung.at, standsSince, policy.since, answer?.at].map((at) => at?.getTime() ?? 0);
  const from = new Date(Math.max(...known));
  return rung.told === 'digest' ? from : (heldUntil(rung, from, policy, from) ?? from);
}

/** Supervisors stand in for an owner who is not there, and one of them may be the owner. */
function isHeardAs(to: Recipient, row: KeptMessage, addressees: readonly Addressee[]): boolean {
  if (row.recipientKind === to) return true;
  if (to === 'client' || row.recipientKind === 'client') return false;
  if (to === 'owner') return true;
  return addressees.find(({ id }) => id === row.recipientId)?.hears.includes('supervisor') ?? true;
}

/** What is on its way is kept until it is late, and a client whom mail did not reach has a task made for them instead. */
function verdict(
  theirs: readonly KeptMessage[],
  kept: readonly KeptMessage[],
  to: Recipient,
): 'kept' | 'not-planned' | 'not-sent' {
  if (theirs.length === 0) return 'not-planned';
  const isGivenUp = ({ state, claimedAt }: KeptMessage) =>
    state === 'canceled' || (state === 'failed' && claimedAt === null && to !== 'client');
  if (theirs.some((row) => !isGivenUp(row))) return 'kept';
  const lastPlanned = Math.max(...theirs.map(({ plannedAt }) => plannedAt.getTime()));
  const isToldSince = kept.some(
    ({ sentAt, plannedAt, recipientKind }) =>
      sentAt !== null && plannedAt.getTime() > lastPlanned && recipientKind === theirs[0]?.recipientKind,
  );
  return isToldSince ? 'kept' : 'not-sent';
}

/** Rows that nobody has settled for too long, whatever became of their deadline. */
function unsettled(compared: Compared): Difference[] {
  return compared.ledger
    .filter((row) => {
      const late = lateFrom(row, compared.policy);
      return late !== null && late <= compared.now;
    })
    .map((row) => ({ ...aboutRow('not-sent', row, compared), plannedAt: row.plannedAt.toISOString() }));
}

/** When a row that is not settled is late; null for one that is. What is tried again may wait for the office to open. */
function lateFrom(
  { state, claimedAt, createdAt, plannedAt }: KeptMessage,
  policy: OfficePolicy,
): Date | null {
  if (state === 'gathered') return afterNextDigest(createdAt, policy);
  if (state !== 'planned' && claimedAt === null) return null;
  // A correction that was canceled is planned anew when the date moves again.
  const graceEnds = withGrace(state === 'planned' ? plannedAt : createdAt);
  return isOpenAt(graceEnds, policy) ? graceEnds : withGrace(nextOpeningAfter(graceEnds, policy));
}

/** A digest comes on the next day of work at the latest, at each person's own hour. */
function afterNextDigest(gatheredAt: Date, policy: OfficePolicy): Date {
  const { timeZone } = policy;
  const digestOn = openDayFrom(addDays(dateIn(timeZone, gatheredAt), 1), policy);
  return withGrace(instantIn(timeZone, addDays(digestOn, 1), MIDNIGHT));
}

const withGrace = (at: Date): Date => new Date(at.getTime() + GRACE_MILLISECONDS);

type Kind = Difference['kind'];

const about = (kind: Kind, { rule, dueOn }: AdjustedDeadline, { assessed }: Compared) => ({
  kind,
  caseId: assessed.record.id,
  caseNumber: assessed.record.number,
  rule,
  dueOn,
});

const aboutAll = (kind: Kind, deadline: AdjustedDeadline, compared: Compared): Difference => ({
  ...about(kind, deadline, compared),
  rung: null,
  to: null,
  plannedAt: null,
});

const told = ({ id, to, at }: Rung) => ({ rung: id, to, plannedAt: at.toISOString() });
