import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { BrokenSeal, FRAME_BYTES } from '../document-store/sealed-file.ts';

const ALGORITHM = 'aes-256-gcm';
const LENGTH_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const FRAME_HEAD_BYTES = LENGTH_BYTES + NONCE_BYTES;
/** What a frame takes on disk beside its plain bytes. */
export const FRAME_OVERHEAD_BYTES = FRAME_HEAD_BYTES + TAG_BYTES;

/**
 * Seals up to 64 KiB of an upload, bound to the place where they begin. Nonces are random, not counted: after a crash the
 * same place may be written anew with other bytes under the same key.
 */
export function sealFrame(plain: Buffer, key: Buffer, offset: number): Buffer {
  const head = Buffer.alloc(FRAME_HEAD_BYTES);
  head.writeUInt32BE(plain.length);
  const nonce = randomBytes(NONCE_BYTES);
  nonce.copy(head, LENGTH_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(placeOf(offset));
  return Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The plain bytes of a whole frame that begins at `offset`; throws BrokenSeal. */
export function openFrame(frame: Buffer, key: Buffer, offset: number): Buffer {
  const decipher = createDecipheriv(ALGORITHM, key, frame.subarray(LENGTH_BYTES, FRAME_HEAD_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(placeOf(offset))
    .setAuthTag(frame.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(frame.subarray(FRAME_HEAD_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new BrokenSeal();
  }
}

/** How many plain bytes the frame with this head holds; null where this is no head. */
export function plainLengthOf(head: Buffer): number | null {
  if (head.length < FRAME_HEAD_BYTES) return null;
  const length = head.readUInt32BE();
  return length > 0 && length <= FRAME_BYTES ? length : null;
}

function placeOf(offset: number): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigUInt64BE(BigInt(offset));
  return place;
}
