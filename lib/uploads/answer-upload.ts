import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, MemoryLocker, Server, Upload as TusUpload } from '@tus/server';
import { StoreFull } from '../document-store/blobs.ts';
import type { Outcome, Refusal } from '../errors.ts';
import { recordIdIn } from '../input-fields.ts';
import type { Logger } from '../log.ts';
import { uploadInput } from './input.ts';
import { inOneLine } from './rules.ts';
import {
  giveUp,
  type Standing,
  standingOf,
  startOwnUpload,
  takeBytes,
  type UploadRequest,
} from './upload-desk.ts';

const UPLOADS_PATH = '/api/uploads';
/** The document an upload became, on the answer to its last byte and on every question after it. */
const DOCUMENT_HEADER = 'recourse-document';
/** The title, percent-encoded, of the document that was here already: no second one was made. */
const TWIN_HEADER = 'recourse-already-here';

// One upload is written by one request at a time. Kept on the process, which may load this module more than once.
const held = globalThis as { recourseUploadLocks?: MemoryLocker };

const NOT_FOUND = 'There is no such upload, or no such case. Open the case again and add the file there.';
const BROKEN = 'Something went wrong on the server, so this part of the file was not taken in. Try again.';

/**
 * Answers one request of the tus protocol, version 1.0.0, on behalf of a person who may add documents. What is said to be
 * here is safely on disk. Refusals are sentences in plain text.
 */
export async function answerUpload(
  asked: Request,
  request: UploadRequest & { log: Logger },
): Promise<Response> {
  const desk = new Desk(request);
  held.recourseUploadLocks ??= new MemoryLocker();
  const server = new Server({
    path: UPLOADS_PATH,
    datastore: desk,
    locker: held.recourseUploadLocks,
    relativeLocation: true,
    allowedOrigins: [],
    namingFunction: () => randomUUID(),
    getFileIdFromRequest: (_, last) => recordIdIn(last) ?? undefined,
    disableTerminationForFinishedUploads: true,
    onResponseError: (_, error) => sayInWords(error, request.log),
  });
  return told(await server.handleWeb(asked), desk.became);
}

/** Uploads of one person as the protocol's library wants to see them. */
class Desk extends DataStore {
  became: Standing | null = null;
  override readonly extensions = ['creation', 'termination'];
  readonly #request: UploadRequest;
  #standing: Standing | null = null;

  constructor(request: UploadRequest) {
    super();
    this.#request = request;
  }

  override async create(upload: TusUpload): Promise<TusUpload> {
    const read = uploadInput.safeParse(upload.metadata);
    if (!read.success) throw new Refused(422, read.error.issues.map(({ message }) => message).join(' '));
    const announced = { ...read.data, id: upload.id, byteCount: upload.size ?? 0 };
    valueOf(await startOwnUpload(this.#request, announced));
    return upload;
  }

  override async getUpload(id: string): Promise<TusUpload> {
    const { upload, received } = this.#keep(valueOf(await standingOf(this.#request, id)));
    return new TusUpload({ id, size: upload.byteCount, offset: received });
  }

  override async write(bytes: Readable, id: string): Promise<number> {
    const standing = this.#standing ?? valueOf(await standingOf(this.#request, id));
    if (standing.became) return standing.received;
    return this.#keep(valueOf(await takeBytes(this.#request, standing.upload, bytes))).received;
  }

  override async remove(id: string): Promise<void> {
    valueOf(await giveUp(this.#request, id));
  }

  #keep(standing: Standing): Standing {
    this.#standing = standing;
    if (standing.became) this.became = standing;
    return standing;
  }
}

/** A refusal on its way through the protocol's library, which knows these two names. */
class Refused extends Error {
  readonly status_code: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super('an upload was refused');
    this.status_code = status;
    this.body = body;
  }
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw refusedBy(outcome);
}

function refusedBy(refusal: Refusal): Refused {
  if (refusal.because !== 'violations') return new Refused(404, NOT_FOUND);
  return new Refused(422, refusal.violations.map(inOneLine).join(' '));
}

const SENTENCES = new Map<unknown, { status_code: number; body: string }>([
  [ERRORS.FILE_NOT_FOUND, { status_code: 404, body: NOT_FOUND }],
  [
    ERRORS.INVALID_OFFSET,
    { status_code: 409, body: 'Another part of this file is to come next: ask where the upload stands.' },
  ],
]);

function sayInWords(error: unknown, log: Logger): { status_code: number; body: string } {
  if (error instanceof StoreFull) {
    log.error({ err: error }, 'there is no room for an upload');
    return { status_code: 507, body: error.message };
  }
  const known = SENTENCES.get(error);
  if (known) return known;
  if (isProtocolError(error)) return { status_code: error.status_code, body: error.body.trim() };
  log.error({ err: error }, 'an upload broke off');
  return { status_code: 500, body: BROKEN };
}

const isProtocolError = (error: unknown): error is { status_code: number; body: string } =>
  typeof error === 'object' &&
  error !== null &&
  'status_code' in error &&
  typeof error.status_code === 'number' &&
  error.status_code < 500 &&
  'body' in error &&
  typeof error.body === 'string';

/** Says what the upload became, and takes away what is meant for programs of other sites. */
function told(response: Response, standing: Standing | null): Response {
  const headers = new Headers(response.headers);
  for (const name of response.headers.keys()) if (name.startsWith('access-control-')) headers.delete(name);
  headers.set('cache-control', 'private, no-store');
  if (response.body) headers.set('content-type', 'text/plain; charset=utf-8');
  if (response.ok && standing?.became) {
    const { documentId, title } = standing.became;
    headers.set(DOCUMENT_HEADER, documentId);
    if (documentId !== standing.upload.id) headers.set(TWIN_HEADER, encodeURIComponent(title));
  }
  return new Response(response.body, { status: response.status, headers });
}
