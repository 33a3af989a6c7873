import fs from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

export const RED = { r: 220, g: 20, b: 20 };
export const BLUE = { r: 20, g: 20, b: 220 };
type Color = typeof RED;

/** A picture with a red upper half and a blue lower half, as its points are stored. */
export const halves = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: BLUE } }).composite([
    {
      input: { create: { width, height: Math.floor(height / 2), channels: 3, background: RED } },
      left: 0,
      top: 0,
    },
  ]);

/** A photo whose camera was held on its side: it has to be turned by a quarter, clockwise, to be seen upright. */
export const turnedJpeg = (width = 400, height = 300): Promise<Buffer> =>
  halves(width, height).withMetadata({ orientation: 6 }).jpeg().toBuffer();

export const jpeg = (width = 300, height = 400): Promise<Buffer> => halves(width, height).jpeg().toBuffer();
export const png = (width = 300, height = 400): Promise<Buffer> => halves(width, height).png().toBuffer();

/** A red page and a blue page, uncompressed; sharp writes only one. */
export const twoPageTiff = (): Buffer => tiff([RED, BLUE], 60, 80);

/** A photo of a phone, blue on the left and red on the right once it is turned as it says. README.md tells how it was made. */
export const turnedHeic = (): Buffer => fs.readFileSync(path.join(import.meta.dirname, 'turned.heic'));

/** A PNG of a few bytes that claims to be of so many points. */
export async function pngBomb(width: number, height: number): Promise<Buffer> {
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: RED } })
    .png()
    .toBuffer();
  picture.writeUInt32BE(width, 16);
  picture.writeUInt32BE(height, 20);
  picture.writeUInt32BE(crc32(picture.subarray(12, 29)), 29);
  return picture;
}

function tiff(colors: readonly Color[], width: number, height: number): Buffer {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0])];
  let at = 8;
  for (const [index, { r, g, b }] of colors.entries()) {
    const directoryBytes = 2 + 10 * 12 + 4 + 6;
    const pixels = Buffer.alloc(width * height * 3);
    for (let point = 0; point < pixels.length; point += 3) pixels.set([r, g, b], point);
    const bitsAt = at + directoryBytes - 6;
    const next = index === colors.length - 1 ? 0 : at + directoryBytes + pixels.length;
    const directory = Buffer.alloc(directoryBytes);
    directory.writeUInt16LE(10, 0);
    const entries: [tag: number, type: 3 | 4, count: number, value: number][] = [
      [256, 3, 1, width],
      [257, 3, 1, height],
      [258, 3, 3, bitsAt],
      [259, 3, 1, 1],
      [262, 3, 1, 2],
      [273, 4, 1, at + directoryBytes],
      [277, 3, 1, 3],
      [278, 3, 1, height],
      [279, 4, 1, pixels.length],
      [284, 3, 1, 1],
    ];
    for (const [row, [tag, type, count, value]] of entries.entries()) {
      directory.writeUInt16LE(tag, 2 + row * 12);
      directory.writeUInt16LE(type, 4 + row * 12);
      directory.writeUInt32LE(count, 6 + row * 12);
      directory.writeUInt32LE(value, 10 + row * 12);
    }
    directory.writeUInt32LE(next, 2 + 10 * 12);
    for (const bit of [0, 1, 2]) directory.writeUInt16LE(8, directoryBytes - 6 + bit * 2);
    parts.push(directory, pixels);
    at += directoryBytes + pixels.length;
  }
  return Buffer.concat(parts);
}
