import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { masterKeys, newMasterKey } from '../../../lib/document-store/file-keys.ts';
import { BrokenSeal } from '../../../lib/document-store/sealed-file.ts';
import { openStaging, type StagedUpload, type Staging } from '../../../lib/uploads/staging.ts';
import { temporaryFolder } from '../../support/document-store.ts';

const folder = temporaryFolder();
const keys = masterKeys({ DOCUMENT_KEY: newMasterKey() });
const begin = (staging: Staging): StagedUpload => {
  const id = randomUUID();
  return { id, ...staging.newKey(id), receivedCount: 0 };
};
const fileOf = (upload: StagedUpload) => `${folder}/${upload.id}`;

async function* source(bytes: Buffer, chunk: number, breaksOff: boolean): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  if (breaksOff) throw new Error('the connection broke off');
}

async function gathered(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const part = fc.record({
  length: fc.integer({ min: 0, max: 150_000 }),
  chunk: fc.integer({ min: 1_000, max: 90_000 }),
  breaksOff: fc.boolean(),
  /** What a crash leaves behind the last whole frame. */
  tail: fc.uint8Array({ maxLength: 200 }),
  isNoted: fc.boolean(),
});

test('an upload is, after any parts, breaks and crashes, what came of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 6 }), async (parts) => {
      let upload = begin(openStaging(folder, keys));
      let sent = Buffer.alloc(0);
      for (const { length, chunk, breaksOff, tail, isNoted } of parts) {
        // Each part meets a server that was started anew.
        const staging = openStaging(folder, keys);
        const bytes = Buffer.alloc(length, sent.length & 255);
        const appending = staging.append(upload, source(bytes, chunk, breaksOff));
        sent = Buffer.concat([sent, bytes]);
        if (breaksOff) await expect(appending).rejects.toThrow('broke off');
        else expect(await appending).toBe(sent.length);
        if (isNoted) upload = { ...upload, receivedCount: sent.length };
        fs.appendFileSync(fileOf(upload), tail);
        expect(await openStaging(folder, keys).settle(upload)).toBe(sent.length);
      }
      expect((await gathered(openStaging(folder, keys).read(upload))).equals(sent)).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test('bytes that were changed on disk are found out', async () => {
  const staging = openStaging(folder, keys);
  const upload = begin(staging);
  const received = await staging.append(upload, source(Buffer.alloc(150_000, 'a'), 50_000, false));
  const staged = fs.readFileSync(fileOf(upload));
  await fc.assert(
    fc.asyncProperty(fc.nat(staged.length - 1), fc.nat(7), async (at, bit) => {
      const changed = Buffer.from(staged);
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      fs.writeFileSync(fileOf(upload), changed);
      expect(await staging.settle(upload)).toBeLessThan(received);
      fs.writeFileSync(fileOf(upload), changed);
      const noted = { ...upload, receivedCount: received };
      const bytes = await gathered(staging.read(noted)).catch((error: unknown) => error);
      if (Buffer.isBuffer(bytes)) expect(bytes.length).toBeLessThan(received);
      else expect(bytes).toBeInstanceOf(BrokenSeal);
    }),
    { numRuns: 40 },
  );
});

test('frames of another upload, or at another place, do not open', async () => {
  const staging = openStaging(folder, keys);
  const [one, other] = [begin(staging), begin(staging)];
  for (const upload of [one, other])
    await staging.append(upload, source(Buffer.alloc(131_072, 'a'), 65_536, false));
  const [first, foreign] = [fs.readFileSync(fileOf(one)), fs.readFileSync(fileOf(other))];
  const half = first.length / 2;
  for (const changed of [
    Buffer.concat([first.subarray(half), first.subarray(0, half)]),
    Buffer.concat([foreign.subarray(0, half), first.subarray(half)]),
  ]) {
    fs.writeFileSync(fileOf(one), changed);
    await expect(gathered(staging.read(one))).rejects.toThrow(BrokenSeal);
  }
});
