import type { SystemActor } from '../access/actor.ts';
import { type CaseRecord, currentImrApplication } from '../cases/case-record.ts';
import { loadCase } from '../cases/load-case.ts';
import { inUnitOfWork } from '../db/unit-of-work.ts';
import { insertStoredFile } from '../document-store/repository.ts';
import type { DocumentContext } from '../document-work/context.ts';
import { done, notFound } from '../errors.ts';
import { isProved } from '../imr/proof-of-filing.ts';
import { addTask } from '../manual-deadlines/add-task.ts';
import type { Assembled } from './assembling-child.ts';
import { changesSince } from './changes.ts';
import { type PacketContents, packetContents } from './contents.ts';
import { type Claim, readFormerContents, settlePacket } from './repository.ts';

type At = Pick<DocumentContext, 'db' | 'clock'> & { readonly actor: SystemActor };

/** Records a packet as ready, with the task of sending it; false where another worker has it by now. */
export async function keepPacket(
  { db, actor, clock }: At,
  claim: Claim,
  contents: PacketContents,
  { file, pageCount }: Assembled,
): Promise<boolean> {
  const kept = await inUnitOfWork(db, actor, clock(), async (unit) => {
    const loaded = await loadCase(unit, claim.caseId);
    if (!loaded.ok) return loaded;
    const former = packetContents.safeParse(await readFormerContents(unit.tx, claim));
    const settled = await settlePacket(unit, claim, {
      state: 'ready',
      fileId: await insertStoredFile(unit, claim.caseId, file),
      sha256: file.sha256,
      pageCount,
      changes: changesSince(former.success ? former.data : null, contents),
    });
    if (!settled) return notFound;
    unit.record({
      event: 'packet.assembled',
      caseId: claim.caseId,
      caseVersion: loaded.record.version,
      subjectId: claim.id,
      changes: [
        { field: 'number', from: null, to: claim.number },
        { field: 'pageCount', from: null, to: pageCount },
        { field: 'sha256', from: null, to: file.sha256 },
      ],
    });
    if (!isOnFile(loaded.record)) await addTask(unit, loaded.record, 'send-packet');
    return done(null);
  });
  return kept.ok;
}

/** Whether the department has an application by now, so that nothing has to be sent. */
function isOnFile(record: CaseRecord): boolean {
  const application = currentImrApplication(record);
  return application !== null && !application.rejectedOn && isProved(application);
}

/** Records why a packet could not be made; false where another worker has it by now. */
export async function keepFailure({ db, actor, clock }: At, claim: Claim, failure: string): Promise<boolean> {
  const kept = await inUnitOfWork(db, actor, clock(), async (unit) => {
    const loaded = await loadCase(unit, claim.caseId);
    if (!loaded.ok) return loaded;
    if (!(await settlePacket(unit, claim, { state: 'failed', failure }))) return notFound;
    unit.record({
      event: 'packet.failed',
      caseId: claim.caseId,
      caseVersion: loaded.record.version,
      subjectId: claim.id,
      changes: [{ field: 'number', from: null, to: claim.number }],
    });
    return done(null);
  });
  return kept.ok;
}
