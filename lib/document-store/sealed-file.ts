import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** How many plain bytes a frame holds; every frame but the last is full. */
export const FRAME_BYTES = 64 * 1024;
export const KEY_BYTES = 32;

const ALGORITHM = 'aes-256-gcm';
const FORMAT = Buffer.from('RCF1');
const PREFIX_BYTES = 7;
const TAG_BYTES = 16;
const HEAD_BYTES = FORMAT.length + PREFIX_BYTES;
const SEALED_FRAME_BYTES = FRAME_BYTES + TAG_BYTES;

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Thrown where sealed bytes are not what was sealed: changed, cut, longer, out of order, or under another key. */
export class BrokenSeal extends Error {
  override name = 'BrokenSeal';
  constructor() {
    super('A stored file cannot be opened: its bytes are damaged or were changed, or its key is another.');
  }
}

/**
 * Seals bytes with AES-256-GCM in frames of 64 KiB. A frame's nonce is the file's random prefix, the frame's place and
 * whether it is the last, so that frames cannot be moved, dropped or added. Holds two frames in memory at most. A key
 * seals one file.
 */
export async function* sealBytes(plain: Bytes, key: Buffer): AsyncGenerator<Buffer, void, undefined> {
  const prefix = randomBytes(PREFIX_BYTES);
  yield Buffer.concat([FORMAT, prefix]);
  let place = 0;
  for await (const { bytes, isLast } of inFrames(plain, FRAME_BYTES)) {
    const cipher = createCipheriv(ALGORITHM, key, nonceOf(prefix, place, isLast));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    place += 1;
  }
}

/** Opens what `sealBytes` sealed, a frame at a time; throws BrokenSeal at the first frame that is not as it was. */
export async function* openBytes(sealed: Bytes, key: Buffer): AsyncGenerator<Buffer, void, undefined> {
  const { head, rest } = await splitHead(sealed);
  if (!head.subarray(0, FORMAT.length).equals(FORMAT)) throw new BrokenSeal();
  const prefix = head.subarray(FORMAT.length);
  let place = 0;
  for await (const { bytes, isLast } of inFrames(rest, SEALED_FRAME_BYTES)) {
    yield openFrame(bytes, key, nonceOf(prefix, place, isLast));
    place += 1;
  }
}

function openFrame(frame: Buffer, key: Buffer, nonce: Buffer): Buffer {
  if (frame.length < TAG_BYTES) throw new BrokenSeal();
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(frame.subarray(frame.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(frame.subarray(0, frame.length - TAG_BYTES)), decipher.final()]);
  } catch {
    throw new BrokenSeal();
  }
}

function nonceOf(prefix: Buffer, place: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(PREFIX_BYTES + 5);
  prefix.copy(nonce);
  nonce.writeUInt32BE(place, PREFIX_BYTES);
  nonce.writeUInt8(isLast ? 1 : 0, PREFIX_BYTES + 4);
  return nonce;
}

/** Cuts bytes into frames of one size; the last holds what is left, and there is always a last one. */
async function* inFrames(bytes: Bytes, size: number): AsyncGenerator<{ bytes: Buffer; isLast: boolean }> {
  let pending: Uint8Array[] = [];
  let pendingBytes = 0;
  for await (const chunk of bytes) {
    let left = chunk;
    // A full frame waits until another byte shows that it is not the last.
    while (pendingBytes + left.byteLength > size) {
      const taken = left.subarray(0, size - pendingBytes);
      left = left.subarray(taken.byteLength);
      yield { bytes: Buffer.concat([...pending, taken]), isLast: false };
      pending = [];
      pendingBytes = 0;
    }
    if (left.byteLength > 0) {
      pending.push(left);
      pendingBytes += left.byteLength;
    }
  }
  yield { bytes: Buffer.concat(pending), isLast: true };
}

async function splitHead(sealed: Bytes): Promise<{ head: Buffer; rest: AsyncIterable<Uint8Array> }> {
  const source = (async function* () {
    yield* sealed;
  })();
  let read = Buffer.alloc(0);
  while (read.length < HEAD_BYTES) {
    const { value, done } = await source.next();
    if (done) throw new BrokenSeal();
    read = Buffer.concat([read, value]);
  }
  const begun = read.subarray(HEAD_BYTES);
  const rest = (async function* () {
    yield begun;
    yield* source;
  })();
  return { head: read.subarray(0, HEAD_BYTES), rest };
}
