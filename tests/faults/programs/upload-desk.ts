import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { connect } from '../../../lib/db/client.ts';
import { diskBlobs } from '../../../lib/document-store/disk-store.ts';
import { documentFolders, sealedStore } from '../../../lib/document-store/document-store.ts';
import { masterKeys } from '../../../lib/document-store/file-keys.ts';
import { createLogger } from '../../../lib/log.ts';
import { answerUpload } from '../../../lib/uploads/answer-upload.ts';
import { openStaging } from '../../../lib/uploads/staging.ts';

/** Where this process is killed, from inside so that it is that very moment: as by a power cut, nothing is finished. */
const settings = z
  .object({
    APP_URL: z.string(),
    DATA_DIR: z.string(),
    DOCUMENT_KEY: z.string(),
    ACTOR: z.string(),
    NOW: z.coerce.date(),
    DIES: z.enum(['never', 'staging', 'staged', 'keeping', 'kept', 'recorded']),
  })
  .parse(process.env);
const { DIES, NOW } = settings;
const actor = z
  .object({
    kind: z.literal('user'),
    userId: z.string(),
    officeId: z.string(),
    name: z.string(),
    role: z.literal('caseworker'),
    language: z.literal('en'),
  })
  .parse(JSON.parse(settings.ACTOR));

const die = () => process.kill(process.pid, 'SIGKILL');

const { db } = connect(settings.APP_URL, { max: 4, name: 'upload-desk' });
const folders = documentFolders(settings);
const store = sealedStore(diskBlobs(folders.documents), masterKeys(settings));
const staging = openStaging(folders.uploads, masterKeys(settings));

/** Lets bytes through up to the middle of what comes. */
async function* untilTheMiddle(bytes: AsyncIterable<Uint8Array>, after: number): AsyncGenerator<Uint8Array> {
  let passed = 0;
  for await (const chunk of bytes) {
    passed += chunk.length;
    if (passed > after) die();
    yield chunk;
  }
}

const dying = {
  store: {
    ...store,
    async keep(bytes: Readable | Buffer, mediaType: string) {
      const source = Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes;
      const kept = await store.keep(
        DIES === 'keeping' ? Readable.from(untilTheMiddle(source, 400_000)) : source,
        mediaType,
      );
      if (DIES === 'kept') die();
      return kept;
    },
  },
  staging: {
    ...staging,
    async append(...[upload, bytes]: Parameters<typeof staging.append>) {
      const received = await staging.append(
        upload,
        DIES === 'staging' ? untilTheMiddle(bytes, 200_000) : bytes,
      );
      if (DIES === 'staged') die();
      return received;
    },
    async discard(id: string) {
      if (DIES === 'recorded') die();
      await staging.discard(id);
    },
  },
};

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  const hasBody = request.method === 'PATCH' || request.method === 'POST';
  const asked = new Request(`http://localhost${request.url}`, {
    method: request.method ?? '',
    headers,
    ...(hasBody && { body: Readable.toWeb(request) as BodyInit, duplex: 'half' }),
  });
  const log = createLogger('uploads', 'silent');
  const answered = await answerUpload(asked, { db, ...dying, limitMegabytes: 50, actor, now: NOW, log });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}

const server = createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1');
await once(server, 'listening');
console.log((server.address() as AddressInfo).port);
