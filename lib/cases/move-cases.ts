import { randomUUID } from 'node:crypto';
import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Role } from '../db/vocabulary.ts';
import { done, type Outcome, refuse, type Violation } from '../errors.ts';
import { listRestricted, namePeople } from '../restrictions/repository.ts';
import { hasLeaderBesides, ownerNotNamed, ownerWouldLeadAlone } from '../restrictions/rules.ts';
import type { CaseRecord } from './case-record.ts';
import { loadCase } from './load-case.ts';
import { assignCase, lockOwners } from './repository.ts';
import { unsuitableOwner } from './rules.ts';

/** One case and who is to own it. */
export type Placement = { readonly caseId: string; readonly ownerId: string };

/** Why a case stays where it is while others of the same move go. */
export type StaysBecause = 'closed' | 'already-theirs' | 'moved-since' | 'not-named' | 'would-lead-alone';
export type StayingCase = {
  readonly caseId: string;
  readonly number: string;
  readonly clientName: string;
  readonly because: StaysBecause;
};

export type Moved = {
  /** What the record keeps the move under, so that it can be undone as one. */
  readonly moveId: string;
  readonly movedCount: number;
  readonly movedIds: readonly string[];
  readonly stays: readonly StayingCase[];
};

type Manner = {
  readonly reason: string;
  /** On restricted cases: names the new owner in the same act. */
  readonly namesOwner: boolean;
  /** Whose cases these were as the move was laid out: what belongs to somebody else by now stays there. */
  readonly fromId: string | null;
};

const REFUSALS: Readonly<Partial<Record<StaysBecause, Violation>>> = {
  'not-named': ownerNotNamed,
  'would-lead-alone': ownerWouldLeadAlone,
};
const NOTHING_MOVED: Violation = {
  field: 'ownerId',
  message:
    'Nothing moved: the chosen cases are closed, already with this colleague, or with somebody else by now.',
  remedy: 'Choose another colleague or other cases.',
};

/**
 * Hands each case and its clocks to its new owner. A case that cannot go stays and says why. The new owners are locked
 * before the cases: where one person ends an account while another hands it a case, the second sees what the first did.
 */
export async function moveCases(
  unit: UnitOfWork<UserActor>,
  placements: readonly Placement[],
  manner: Manner,
): Promise<Outcome<Moved>> {
  const owners = await lockOwners(
    unit,
    placements.map(({ ownerId }) => ownerId),
  );
  if (placements.some(({ ownerId }) => !owners.has(ownerId))) return refuse(unsuitableOwner);
  const restricted = await listRestricted(
    unit,
    placements.map(({ caseId }) => caseId),
  );
  const moveId = randomUUID();
  const movedIds: string[] = [];
  const stays: StayingCase[] = [];
  // Sorted, so that two people moving the same cases wait for each other instead of deadlocking.
  for (const { caseId, ownerId } of placements.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))) {
    const loaded = await loadCase(unit, caseId);
    if (!loaded.ok) return loaded;
    const { record } = loaded;
    const named = restricted.get(caseId) ?? null;
    const isNew = named !== null && !named.some(({ id }) => id === ownerId);
    const because = reasonToStay(record, ownerId, named, manner);
    if (because) {
      stays.push({ caseId, number: record.number, clientName: record.client.name, because });
      continue;
    }
    if (isNew) await namePeople(unit, caseId, [ownerId], unit.actor.userId);
    await assignCase(unit, caseId, ownerId);
    unit.record({
      event: 'case.assigned',
      caseId,
      caseVersion: record.version + 1,
      subjectId: moveId,
      changes: [
        { field: 'ownerId', from: record.ownerId, to: ownerId },
        ...(isNew ? [{ field: 'namedId', from: null, to: ownerId }] : []),
      ],
      reason: manner.reason,
    });
    movedIds.push(caseId);
  }
  return done({ moveId, movedCount: movedIds.length, movedIds, stays });
}

function reasonToStay(
  record: Pick<CaseRecord, 'closedAt' | 'ownerId'>,
  ownerId: string,
  named: readonly { readonly id: string; readonly role: Role }[] | null,
  { fromId, namesOwner }: Manner,
): StaysBecause | null {
  if (record.closedAt) return 'closed';
  if (record.ownerId === ownerId) return 'already-theirs';
  if (fromId !== null && record.ownerId !== fromId) return 'moved-since';
  if (named === null) return null;
  if (!namesOwner && !named.some(({ id }) => id === ownerId)) return 'not-named';
  return hasLeaderBesides(named, ownerId) ? null : 'would-lead-alone';
}

/** A move is refused where none of its cases can go, with the reasons of those that are restricted. */
export function unlessNoneMoved(moved: Outcome<Moved>): Outcome<Moved> {
  if (!moved.ok || moved.value.movedCount > 0) return moved;
  const refusals = new Set(moved.value.stays.flatMap(({ because }) => REFUSALS[because] ?? []));
  return refuse(...(refusals.size > 0 ? refusals : [NOTHING_MOVED]));
}
