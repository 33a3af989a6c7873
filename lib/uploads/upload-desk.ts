import { Readable } from 'node:stream';
import type { UserActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import type { Database, Transaction } from '../db/client.ts';
import { inLedger, inOffice, inUnitOfWork } from '../db/unit-of-work.ts';
import type { DocumentStore } from '../document-store/document-store.ts';
import { notFound, type Outcome, refuse } from '../errors.ts';
import { REFUSALS } from '../inspection/refusals.ts';
import { SNIFFED_BYTES, type Sniffed, sniffType } from '../inspection/sniff.ts';
import type { UploadInput } from './input.ts';
import { findTwin, findUpload, readOutcome, type Twin, type Upload } from './queries.ts';
import { receiveUpload } from './receive-upload.ts';
import { deleteUpload, finishUpload, saveReceived } from './repository.ts';
import type { Staging } from './staging.ts';
import { startUpload } from './start-upload.ts';

export type UploadSettings = {
  readonly db: Database;
  readonly store: DocumentStore;
  readonly staging: Staging;
  readonly limitMegabytes: number;
};
export type UploadRequest = UploadSettings & {
  readonly actor: UserActor;
  readonly now: Date;
  readonly requestId?: string;
};

/** An upload as one person sees it: how much is here, and what it became. */
export type Standing = { readonly upload: Upload; readonly received: number; readonly became: Twin | null };

export const startOwnUpload = (
  request: UploadRequest,
  announced: UploadInput & { readonly id: string; readonly byteCount: number },
): Promise<Outcome<null>> => {
  const { actor, now, staging, limitMegabytes } = request;
  const key = staging.newKey(announced.id);
  return write(request, (tx) => startUpload(tx, actor, now, { ...announced, key, limitMegabytes }));
};

/**
 * How an upload stands. One that is whole and was not recorded, because the server went down in between, is recorded now.
 * Null for whatever is not this person's.
 */
export async function standingOf(request: UploadRequest, id: string): Promise<Outcome<Standing>> {
  const { db, actor, now, staging } = request;
  const found = await inOffice(db, actor, pacificToday(now), async (tx) => {
    const upload = await findUpload(tx, actor, id);
    return upload && { upload, became: await readOutcome(tx, upload) };
  });
  if (!found || (!found.became && found.upload.expiresAt <= now)) return notFound;
  const { upload, became } = found;
  if (upload.documentId) return { ok: true, value: { upload, received: upload.byteCount, became } };
  const received = await staging.settle(upload);
  return received < upload.byteCount
    ? { ok: true, value: { upload, received, became: null } }
    : finish(request, upload);
}

/** Takes more bytes of an upload in. What came before a connection broke off is kept; the failure is thrown. */
export async function takeBytes(
  request: UploadRequest,
  upload: Upload,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Outcome<Standing>> {
  const received = await request.staging.append(upload, bytes);
  const isDecided = received >= Math.min(SNIFFED_BYTES, upload.byteCount);
  const sniffed = isDecided ? await sniff(request, upload) : null;
  if (sniffed && !sniffed.ok) return refuseForGood(request, upload, sniffed);
  await write(request, (tx) => saveReceived(tx, upload.id, received));
  return received < upload.byteCount
    ? { ok: true, value: { upload, received, became: null } }
    : finish(request, upload);
}

/** Gives an upload up: what came of it is destroyed. What became a document is one. */
export async function giveUp(request: UploadRequest, id: string): Promise<Outcome<null>> {
  const { db, actor, now, staging } = request;
  const upload = await inOffice(db, actor, pacificToday(now), (tx) => findUpload(tx, actor, id));
  if (!upload) return notFound;
  await write(request, (tx) => deleteUpload(tx, id));
  await staging.discard(id);
  return { ok: true, value: null };
}

/**
 * Puts the whole file into the store and records it. A crash before the record leaves bytes nobody can open; one after it
 * leaves staged bytes that expire: the next request finds out which.
 */
async function finish(request: UploadRequest, upload: Upload): Promise<Outcome<Standing>> {
  const { db, actor, now, store, staging, requestId = '' } = request;
  const sniffed = await sniff(request, upload);
  if (!sniffed.ok) return refuseForGood(request, upload, sniffed);
  const file = await store.keep(Readable.from(staging.read(upload)), sniffed.mediaType);
  const received = await inUnitOfWork(
    db,
    actor,
    now,
    (unit) => receiveUpload(unit, { uploadId: upload.id, file }),
    { requestId },
  );
  if (!received.ok) await store.discard(file.storageKey);
  const became = received.ok ? received.value : await settleOnTwin(request, upload.id, file.sha256);
  if (!became) return received as Extract<typeof received, { ok: false }>;
  await staging.discard(upload.id);
  return { ok: true, value: { upload, received: upload.byteCount, became } };
}

/** A file that is here already makes no second document: the upload leads to the one that is. */
const settleOnTwin = (request: UploadRequest, id: string, sha256: string): Promise<Twin | null> =>
  write(request, async (tx) => {
    const upload = await findUpload(tx, request.actor, id);
    if (!upload) return null;
    const twin = (await readOutcome(tx, upload)) ?? (await findTwin(tx, upload.caseId, sha256));
    if (twin) await finishUpload(tx, id, twin.documentId);
    return twin;
  });

async function refuseForGood(
  request: UploadRequest,
  upload: Upload,
  { refusal }: Extract<Sniffed, { ok: false }>,
): Promise<Outcome<Standing>> {
  await giveUp(request, upload.id);
  return refuse({ field: null, ...REFUSALS[refusal] });
}

async function sniff({ staging }: UploadSettings, upload: Upload): Promise<Sniffed> {
  let first = Buffer.alloc(0);
  for await (const bytes of staging.read(upload)) {
    first = Buffer.concat([first, bytes]);
    if (first.length >= SNIFFED_BYTES) break;
  }
  return sniffType(first.subarray(0, SNIFFED_BYTES), upload.name);
}

const write = <T>({ db, actor, now }: UploadRequest, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  inLedger(db, actor, pacificToday(now), work);
