import type { UserActor } from '../access/actor.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, notFound, type Outcome } from '../errors.ts';
import { type ReadyPacket, readReadyPacket } from './queries.ts';

export type SavePacketInput = { readonly caseId: string; readonly packetId: string };

/** Hands a packet over to be saved elsewhere; that it was is on the case's record. */
export async function savePacket(
  unit: UnitOfWork<UserActor>,
  { caseId, packetId }: SavePacketInput,
): Promise<Outcome<ReadyPacket>> {
  const packet = await readReadyPacket(unit.tx, caseId, packetId);
  if (!packet) return notFound;
  unit.record({
    event: 'packet.saved',
    caseId,
    caseVersion: packet.caseVersion,
    subjectId: packet.id,
    changes: [{ field: 'number', from: null, to: packet.number }],
  });
  return done(packet);
}
