import type { UserActor } from '../access/actor.ts';
import { assessCase } from '../cases/assessed-case.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { PacketInput } from './input.ts';
import { planPacket } from './packet-plan.ts';
import { readPacketFacts } from './queries.ts';
import { hasPacketInWork, insertPacket } from './repository.ts';
import { EXHIBIT_GONE, NOTHING_TO_SEND, PACKET_IN_WORK, unaddressable } from './rules.ts';

/** Fixes what a packet is to hold and has the worker put it together. What is missing does not stop it: it is kept with it. */
export const requestPacket = (
  unit: UnitOfWork<UserActor>,
  input: PacketInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, (record) => requestFor(unit, input, record));

async function requestFor(
  unit: UnitOfWork<UserActor>,
  { channel, regulator, exhibitIds }: PacketInput,
  record: CaseRecord,
): Promise<Outcome<null>> {
  const noAddress = unaddressable(record, regulator);
  if (noAddress) return refuse(noAddress);
  if (await hasPacketInWork(unit.tx, record.id)) return refuse(PACKET_IN_WORK);
  const facts = await readPacketFacts(unit.tx, assessCase(record, unit.today), unit.actor.name, regulator);
  const contents = planPacket({ ...facts, channel, chosenRegulator: regulator, exhibitIds });
  if (!contents) return refuse(PACKET_IN_WORK);
  if (contents.exhibits.length < exhibitIds.length) return refuse(EXHIBIT_GONE);
  if (contents.exhibits.length + contents.statements.length === 0) return refuse(NOTHING_TO_SEND);
  const { id, number } = await insertPacket(unit, record.id, contents, unit.actor.userId);
  unit.record({
    event: 'packet.requested',
    caseId: record.id,
    caseVersion: record.version + 1,
    subjectId: id,
    changes: [
      { field: 'number', from: null, to: number },
      { field: 'channel', from: null, to: channel },
      { field: 'exhibitCount', from: null, to: contents.exhibits.length },
    ],
  });
  return done(null);
}
