import type { UserActor } from '../../../lib/access/actor.ts';
import { diskBlobs } from '../../../lib/document-store/disk-store.ts';
import { type DocumentStore, sealedStore } from '../../../lib/document-store/document-store.ts';
import { masterKeys, newMasterKey } from '../../../lib/document-store/file-keys.ts';
import { createLogger } from '../../../lib/log.ts';
import { answerUpload } from '../../../lib/uploads/answer-upload.ts';
import { openStaging, type Staging } from '../../../lib/uploads/staging.ts';
import { temporaryFolder } from '../../support/document-store.ts';
import type { TestOffice } from '../../support/office.ts';

export const NOW = new Date('2026-06-12T17:00:00Z');
const OWN = 'http://localhost:3000';

type Body = Buffer | ReadableStream<Uint8Array>;

/** Sends requests of the tus protocol to the handler of the route, as one person. */
export function openDesk(office: TestOffice, options: { limitMegabytes?: number } = {}) {
  const folder = temporaryFolder();
  const key = newMasterKey();
  const keys = masterKeys({ DOCUMENT_KEY: key });
  const folders = { documents: `${folder}/documents`, uploads: `${folder}/uploads` };
  const settings: { store: DocumentStore; staging: Staging } = {
    store: sealedStore(diskBlobs(folders.documents), keys),
    staging: openStaging(folders.uploads, keys),
  };
  const limitMegabytes = options.limitMegabytes ?? 50;

  async function send(
    method: string,
    path: string,
    { as = office.person('caseworker'), at = NOW, headers = {}, body, replaced = {} }: Sent = {},
  ): Promise<Response> {
    const request = new Request(`${OWN}${path}`, {
      method,
      headers: { 'tus-resumable': '1.0.0', ...headers },
      ...(body && { body: body as BodyInit, duplex: 'half' }),
    });
    return answerUpload(request, {
      db: office.app.db,
      ...settings,
      ...replaced,
      limitMegabytes,
      actor: as,
      now: at,
      log: createLogger('uploads', 'silent'),
    });
  }

  const announce = (announced: Announced, sent: Sent = {}) =>
    send('POST', '/api/uploads', { ...sent, headers: headersOf(announced) });

  const patch = (path: string, offset: number, body: Body, sent: Sent = {}) =>
    send('PATCH', path, {
      ...sent,
      body,
      headers: {
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
        ...(Buffer.isBuffer(body) && { 'content-length': String(body.length) }),
        ...sent.headers,
      },
    });

  return {
    folders,
    key,
    keys,
    settings,
    send,
    announce,
    patch,
    /** Begins an upload and answers its address. */
    async begin(announced: Announced, sent: Sent = {}): Promise<string> {
      const response = await announce(announced, sent);
      if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
      return response.headers.get('location') ?? '';
    },
    /** Sends a whole file and answers the last response. */
    async sendWhole(announced: Omit<Announced, 'length'>, file: Buffer, sent: Sent = {}): Promise<Response> {
      const path = await this.begin({ ...announced, length: file.length }, sent);
      return patch(path, 0, file, sent);
    },
    offsetOf: async (path: string, sent: Sent = {}) =>
      Number((await send('HEAD', path, sent)).headers.get('upload-offset')),
  };
}

export type Desk = ReturnType<typeof openDesk>;
type Sent = {
  readonly as?: UserActor;
  readonly at?: Date;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
  readonly replaced?: { readonly store?: DocumentStore; readonly staging?: Staging };
};
type Announced = {
  readonly caseId: string;
  readonly length: number;
  readonly kind?: string;
  readonly fileName?: string;
};

const headersOf = ({ caseId, length, kind = 'denial-letter', fileName = 'letter.txt' }: Announced) => {
  const metadata = { caseId, kind, fileName };
  return {
    'upload-length': String(length),
    'upload-metadata': Object.entries(metadata)
      .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
      .join(','),
  };
};

/** A text file of so many bytes that differs from every other. */
export function textFile(bytes: number): Buffer {
  fileCount += 1;
  const line = `Letter ${fileCount}: the plan denied the request as not medically necessary.\n`;
  return Buffer.from(line.repeat(Math.ceil(bytes / line.length)).slice(0, bytes));
}
let fileCount = 0;

/** A body that breaks off after the given bytes, as a dropped connection does. */
export const brokenOff = (bytes: Buffer): ReadableStream<Uint8Array> => {
  let isSent = false;
  return new ReadableStream({
    pull(controller) {
      if (isSent) controller.error(new Error('the connection broke off'));
      else controller.enqueue(new Uint8Array(bytes));
      isSent = true;
    },
  });
};
