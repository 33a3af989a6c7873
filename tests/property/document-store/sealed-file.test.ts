import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BrokenSeal, FRAME_BYTES, openBytes, sealBytes } from '../../../lib/document-store/sealed-file.ts';

const HEAD = 11;
const SEALED_FRAME = FRAME_BYTES + 16;
const key = randomBytes(32);

async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}
const seal = (plain: Buffer, of = key) => gathered(sealBytes([plain], of));
const open = (sealed: Buffer, of = key) => gathered(openBytes([sealed], of));

/** Cuts bytes where it is told to, also twice at one place. */
function inChunks(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = cuts.map((cut) => Math.floor(cut * bytes.length)).toSorted((a, b) => a - b);
  return [...places, bytes.length].map((end, index) => bytes.subarray(places[index - 1] ?? 0, end));
}
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });
/** Lengths around the borders of frames, and between them. */
const length = fc.oneof(
  fc.constantFrom(0, 1, FRAME_BYTES - 1, FRAME_BYTES, FRAME_BYTES + 1, 2 * FRAME_BYTES, 3 * FRAME_BYTES),
  fc.integer({ min: 0, max: 200_000 }),
);
const file = fc.tuple(length, fc.nat(255)).map(([bytes, first]) => {
  const plain = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at += 1) plain[at] = (first + at * 31 + (at >> 8)) & 255;
  return plain;
});

describe('a sealed file', () => {
  test('opens to what was sealed, however the bytes came', async () => {
    await fc.assert(
      fc.asyncProperty(file, cuts, cuts, async (plain, before, after) => {
        const sealed = await gathered(sealBytes(inChunks(plain, before), key));
        expect(sealed.length).toBe(
          HEAD + plain.length + 16 * Math.max(1, Math.ceil(plain.length / FRAME_BYTES)),
        );
        expect((await gathered(openBytes(inChunks(sealed, after), key))).equals(plain)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('does not open when any bit is another', async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.nat(7),
        async (plain, place, bit) => {
          const sealed = await seal(plain);
          const at = Math.floor(place * sealed.length);
          sealed[at] = (sealed[at] ?? 0) ^ (1 << bit);
          await expect(open(sealed)).rejects.toThrow(BrokenSeal);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('does not open when it is shorter or longer', async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.uint8Array({ minLength: 1 }),
        async (plain, place, more) => {
          const sealed = await seal(plain);
          await expect(open(sealed.subarray(0, Math.floor(place * sealed.length)))).rejects.toThrow(
            BrokenSeal,
          );
          await expect(open(Buffer.concat([sealed, more]))).rejects.toThrow(BrokenSeal);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('does not open when frames are left out, repeated or change places', async () => {
    const sealed = await seal(Buffer.alloc(3 * FRAME_BYTES + 5, 'a'));
    const head = sealed.subarray(0, HEAD);
    const frames = [0, 1, 2, 3].map((place) =>
      sealed.subarray(HEAD + place * SEALED_FRAME, HEAD + (place + 1) * SEALED_FRAME),
    );
    const arrangement = fc.array(fc.nat(3), { maxLength: 6 }).filter((order) => order.join() !== '0,1,2,3');
    await fc.assert(
      fc.asyncProperty(arrangement, async (order) => {
        const arranged = Buffer.concat([head, ...order.map((place) => frames[place] ?? head)]);
        await expect(open(arranged)).rejects.toThrow(BrokenSeal);
      }),
    );
  });

  test('does not open with frames of another file under the same key, or with another key', async () => {
    const [one, other] = [
      await seal(Buffer.alloc(FRAME_BYTES + 9, 'a')),
      await seal(Buffer.alloc(FRAME_BYTES + 9, 'b')),
    ];
    const mixed = Buffer.concat([one.subarray(0, HEAD + SEALED_FRAME), other.subarray(HEAD + SEALED_FRAME)]);
    await expect(open(mixed)).rejects.toThrow(BrokenSeal);
    await expect(open(one, randomBytes(32))).rejects.toThrow(BrokenSeal);
  });

  test('gives no byte of a frame that was changed', async () => {
    const plain = Buffer.alloc(2 * FRAME_BYTES + 1, 'a');
    const sealed = await seal(plain);
    sealed[HEAD + SEALED_FRAME] = (sealed[HEAD + SEALED_FRAME] ?? 0) ^ 1;
    let given = 0;
    const reading = (async () => {
      for await (const chunk of openBytes([sealed], key)) given += chunk.length;
    })();
    await expect(reading).rejects.toThrow(BrokenSeal);
    expect(given).toBe(FRAME_BYTES);
  });

  test('is made and opened a frame at a time, however large it is', async () => {
    let given = 0;
    const largest = { made: 0, ahead: 0, sealed: 0 };
    const source = (async function* () {
      for (; given < 400; given += 1) yield Buffer.alloc(FRAME_BYTES, given & 255);
    })();
    const watched = (async function* () {
      for await (const chunk of sealBytes(source, key)) {
        largest.sealed += chunk.length;
        largest.ahead = Math.max(largest.ahead, given * FRAME_BYTES - largest.sealed);
        yield chunk;
      }
    })();
    for await (const chunk of openBytes(watched, key)) largest.made = Math.max(largest.made, chunk.length);
    expect(given).toBe(400);
    expect(largest.made).toBe(FRAME_BYTES);
    expect(largest.ahead).toBeLessThanOrEqual(2 * FRAME_BYTES);
  });

  test('says nothing of what is inside, and is another each time', async () => {
    const plain = Buffer.from('The plan denied the request. '.repeat(100));
    const [one, other] = [await seal(plain), await seal(plain)];
    expect(one.equals(other)).toBe(false);
    expect(one.includes('denied')).toBe(false);
  });
});
