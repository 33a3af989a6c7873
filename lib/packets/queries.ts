import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { AssessedCase } from '../cases/assessed-case.ts';
import type { Transaction } from '../db/client.ts';
import { cases, offices, users } from '../db/schema.ts';
import { documents, packets, storedFiles } from '../db/schema-documents.ts';
import type { PacketState } from '../db/vocabulary.ts';
import type { SealedFile } from '../document-store/document-store.ts';
import type { ChecklistItem } from '../filing-checklist/checklist.ts';
import { checklistOf } from '../filing-checklist/queries.ts';
import type { FilingSituation } from '../filing-checklist/situation.ts';
import { regulatorOf } from '../imr/rules.ts';
import { recordId } from '../input-fields.ts';
import { readOfficePhone } from '../offices/queries.ts';
import { readStandingForm } from '../official-forms/queries.ts';
import { type PacketContents, packetContents } from './contents.ts';
import type { PacketDocument, PacketFacts } from './packet-plan.ts';

export type ReadFacts = Omit<PacketFacts, 'channel' | 'chosenRegulator' | 'exhibitIds' | 'situation'> & {
  readonly situation: FilingSituation;
};

/** What a packet of this case is planned from; `chosen` is the department where nobody knows which it is. */
export async function readPacketFacts(
  tx: Transaction,
  assessed: AssessedCase,
  person: string,
  chosen: 'DMHC' | 'CDI' | null = null,
): Promise<ReadFacts> {
  const { record, today } = assessed;
  const { items, situation } = await checklistOf(tx, assessed);
  const regulator = regulatorOf(record) ?? chosen;
  return {
    record,
    today,
    situation,
    documents: await listPacketDocuments(tx, record.id),
    missing: missingOf(items),
    form: regulator && (await readStandingForm(tx, regulator)),
    sender: { office: await readOfficeName(tx), phone: await readOfficePhone(tx), person },
  };
}

const missingOf = (items: readonly ChecklistItem[]): PacketContents['missing'] =>
  items
    .filter(({ state }) => state === 'missing')
    .map(({ title, weight }) => ({ title, weight }))
    .toSorted((a, b) => Number(b.weight === 'blocks') - Number(a.weight === 'blocks'));

async function readOfficeName(tx: Transaction): Promise<string> {
  const [office] = await tx.select({ name: offices.name }).from(offices).limit(1);
  return office?.name ?? '';
}

function listPacketDocuments(tx: Transaction, caseId: string): Promise<PacketDocument[]> {
  return tx
    .select({
      id: documents.id,
      kind: documents.kind,
      title: documents.title,
      state: documents.state,
      withdrawnAt: documents.withdrawnAt,
      versionNumber: documents.versionNumber,
      pageCount: documents.pageCount,
      letterOn: documents.letterOn,
      addedAt: documents.addedAt,
      template: documents.template,
    })
    .from(documents)
    .where(and(eq(documents.caseId, caseId), isNull(documents.withdrawnAt)))
    .orderBy(asc(documents.addedAt), asc(documents.id));
}

/** One packet as a person sees it: what is in it, how far it is, and what became of it. */
export type PacketView = {
  readonly id: string;
  readonly number: number;
  readonly state: PacketState;
  readonly contents: PacketContents | null;
  readonly changes: readonly string[];
  readonly stepsDone: number;
  readonly stepCount: number;
  readonly failure: string;
  readonly sha256: string;
  readonly pageCount: number;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
};

/** Latest first. */
export async function listPackets(tx: Transaction, caseId: string): Promise<PacketView[]> {
  const rows = await tx
    .select({
      id: packets.id,
      number: packets.number,
      state: packets.state,
      contents: packets.contents,
      changes: packets.changes,
      stepsDone: packets.stepsDone,
      stepCount: packets.stepCount,
      failure: packets.failure,
      sha256: packets.sha256,
      pageCount: packets.pageCount,
      requestedBy: users.name,
      requestedAt: packets.requestedAt,
      finishedAt: packets.finishedAt,
    })
    .from(packets)
    .innerJoin(users, eq(users.id, packets.requestedBy))
    .where(eq(packets.caseId, caseId))
    .orderBy(desc(packets.number));
  return rows.map((row) => ({ ...row, contents: packetContents.safeParse(row.contents).data ?? null }));
}

export type ReadyPacket = {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseVersion: number;
  readonly number: number;
  readonly byteCount: number;
  readonly sealed: SealedFile;
};

/** A packet that is ready, of this case; null for every other id. */
export async function readReadyPacket(
  tx: Transaction,
  caseId: string,
  packetId: string,
): Promise<ReadyPacket | null> {
  if (!recordId.safeParse(caseId).success || !recordId.safeParse(packetId).success) return null;
  const [row] = await tx
    .select({
      id: packets.id,
      caseId: packets.caseId,
      caseNumber: cases.number,
      caseVersion: cases.version,
      number: packets.number,
      byteCount: storedFiles.byteCount,
      sealed: {
        storageKey: storedFiles.storageKey,
        wrappedKey: storedFiles.wrappedKey,
        masterKeyId: storedFiles.masterKeyId,
        byteCount: storedFiles.byteCount,
        sha256: storedFiles.sha256,
      },
    })
    .from(packets)
    .innerJoin(cases, eq(cases.id, packets.caseId))
    .innerJoin(storedFiles, eq(storedFiles.id, packets.fileId))
    .where(and(eq(packets.id, packetId), eq(packets.caseId, caseId), eq(packets.state, 'ready')));
  return row ?? null;
}
