import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { importPages } from '../../../lib/pages/import-pages.ts';
import { pageCountOf, renderPage, textOfPage } from '../../../lib/pages/read-pages.ts';
import { redactPages } from '../../../lib/pages/redact-pages.ts';
import { pdfOf, pdfWithSharedResources } from '../../support/files/pdfs.ts';
import { png } from '../../support/files/pictures.ts';

const whole = (page: number) => ({ page, left: 0, top: 0, width: 1, height: 1 });
/** Where pdfOf puts its words. */
const words = (page: number) => ({ page, left: 0.05, top: 0.08, width: 0.9, height: 0.06 });

/** Every byte that a program could find in a PDF: as it is stored, and unpacked where it is packed. */
async function everyByte(pdf: Buffer): Promise<string> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const unpacked = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const isPacked =
      object instanceof PDFRawStream && object.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode');
    return isPacked ? [inflateSync(object.contents).toString('latin1')] : [object.toString()];
  });
  return [pdf.toString('latin1'), ...unpacked].join('\n');
}

/** How the words of a page are written in its contents. */
const inHex = (text: string) => Buffer.from(text).toString('hex').toUpperCase();

async function objectsOfPage(pdf: Buffer, page: number) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { node } = document.getPage(page - 1);
  const resources = node.Resources();
  const keys = resources?.keys().map((key) => key.decodeText()) ?? [];
  const contents = node.Contents();
  const parts = contents instanceof PDFArray ? contents.asArray() : [contents];
  const written = parts.map((part) => {
    const stream = document.context.lookup(part);
    return stream instanceof PDFRawStream ? inflateSync(stream.contents).toString('latin1') : '';
  });
  return { keys, written: written.join('\n') };
}

async function darknessOf(pdf: Buffer, page: number, x: number, y: number): Promise<number> {
  const { jpeg, widthPixels, heightPixels } = await renderPage(pdf, page, { widthPixels: 400 });
  const left = Math.floor(x * (widthPixels - 1));
  const top = Math.floor(y * (heightPixels - 1));
  const [red = 0] = await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return 255 - red;
}

test('nothing of a redacted page is left, as text, as an object or as bytes', async () => {
  const clean = await importPages(await pdfOf('Kept words', 'SOCIALSECURITY 123456789', 'More kept words'));
  expect(await everyByte(clean)).toContain(inHex('SOCIALSECURITY'));
  const redacted = await redactPages(clean, [words(2)]);
  expect(await pageCountOf(redacted)).toBe(3);
  expect(await textOfPage(redacted, 2)).toBe('');
  const bytes = await everyByte(redacted);
  for (const secret of ['SOCIALSECURITY', '123456789', inHex('SOCIALSECURITY'), inHex('123456789')])
    expect(bytes.toUpperCase()).not.toContain(secret);
  const { keys, written } = await objectsOfPage(redacted, 2);
  expect(keys).not.toContain('Font');
  expect(written).not.toMatch(/\b(?:Tj|TJ|BT)\b/);
  expect(await textOfPage(redacted, 1)).toContain('Kept words');
  expect(await textOfPage(redacted, 3)).toContain('More kept words');
});

test('what is not under the box can still be seen, what is under it is black', async () => {
  const clean = await importPages(await pdfOf('MMMMMMMMMMMM'));
  const half = { page: 1, left: 0, top: 0, width: 0.2, height: 0.3 };
  const redacted = await redactPages(clean, [half]);
  expect(await darknessOf(redacted, 1, 0.1, 0.2)).toBeGreaterThan(250);
  expect(await darknessOf(redacted, 1, 0.5, 0.6)).toBeLessThan(5);
  const { jpeg } = await renderPage(redacted, 1, { widthPixels: 600 });
  const beside = { left: 150, top: 60, width: 100, height: 40 };
  const points = await sharp(jpeg).extract(beside).raw().toBuffer();
  expect(points.some((part) => part < 100)).toBe(true);
  expect(points.some((part) => part > 200)).toBe(true);
});

test.each([90, 180, 270] as const)(
  'a box lies where it was drawn on a page turned by %s degrees',
  async (turned) => {
    const clean = await importPages(await pdfOf({ words: 'Turned', turned }));
    const redacted = await redactPages(clean, [{ page: 1, left: 0.1, top: 0.2, width: 0.2, height: 0.1 }]);
    const before = await renderPage(clean, 1, { widthPixels: 400 });
    const after = await renderPage(redacted, 1, { widthPixels: 400 });
    expect([after.widthPixels, after.heightPixels]).toEqual([before.widthPixels, before.heightPixels]);
    expect(await darknessOf(redacted, 1, 0.2, 0.25)).toBeGreaterThan(250);
    expect(await darknessOf(redacted, 1, 0.5, 0.5)).toBeLessThan(5);
    expect(await darknessOf(redacted, 1, 0.05, 0.25)).toBeLessThan(5);
  },
);

test('a picture of a redacted page is not left among what another page could show', async () => {
  const [secret, other] = [await png(61, 67), await png(31, 37)];
  const shared = await pdfWithSharedResources(secret, other);
  const clean = await importPages(shared);
  const redacted = await redactPages(clean, [whole(1)]);
  const bytes = redacted.toString('latin1');
  expect(bytes).toContain('/Width 31');
  expect(bytes).not.toContain('/Width 61');
  expect(await textOfPage(redacted, 2)).toContain('Second');
});

test('a page that shows the same picture as a redacted one becomes a picture itself', async () => {
  const source = await PDFDocument.create();
  const image = await source.embedPng(await png(61, 67));
  for (const text of ['First', 'Second', 'Third']) {
    const page = source.addPage([612, 792]);
    page.drawText(text);
    if (text !== 'Third') page.drawImage(image, { x: 100, y: 100 });
  }
  const clean = await importPages(Buffer.from(await source.save()));
  const redacted = await redactPages(clean, [{ page: 1, left: 0, top: 0, width: 0.1, height: 0.1 }]);
  expect(await textOfPage(redacted, 2)).toBe('');
  expect(await textOfPage(redacted, 3)).toContain('Third');
  expect(redacted.toString('latin1')).not.toContain('/Width 61');
});

test('refuses a page that is not there and a box beside its page', async () => {
  const clean = await importPages(await pdfOf('One'));
  await expect(redactPages(clean, [whole(2)])).rejects.toThrow(RangeError);
  await expect(redactPages(clean, [{ ...whole(1), left: -0.1 }])).rejects.toThrow(RangeError);
  await expect(redactPages(clean, [{ ...whole(1), width: Number.NaN }])).rejects.toThrow(RangeError);
});
