import { randomBytes } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type Luggage, withLuggage, withoutPictures } from '../../../lib/packets/heavy-streams.ts';
import { renderPage } from '../../../lib/pages/read-pages.ts';
import { typeset } from '../../../lib/paper/typeset.ts';
import { checkPdf } from '../../support/qpdf.ts';

const noise = (format: 'jpeg' | 'png') =>
  sharp(randomBytes(200 * 260 * 3), { raw: { width: 200, height: 260, channels: 3 } })
    [format]()
    .toBuffer();

async function pdfOf(...pictures: readonly { format: 'jpeg' | 'png'; bytes: Buffer }[]): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (const { format, bytes } of pictures) {
    const picture = format === 'jpeg' ? await document.embedJpg(bytes) : await document.embedPng(bytes);
    document.addPage([612, 792]).drawImage(picture, { x: 36, y: 36, width: 540, height: 702 });
  }
  return Buffer.from(await document.save());
}

const set = (bytes: Buffer, pageCount: number) =>
  typeset({
    template: 'pages',
    data: { shown: Array.from({ length: pageCount }, (_, index) => ({ path: '/a.pdf', page: index + 1 })) },
    files: [{ path: '/a.pdf', bytes }],
  });

test('pictures travel around the typesetter and come back as they were', async () => {
  const pdf = await pdfOf(
    { format: 'jpeg', bytes: await noise('jpeg') },
    { format: 'png', bytes: await noise('png') },
  );
  const luggage: Luggage = new Map();
  const light = await withoutPictures(pdf, luggage);
  expect(luggage.size).toBe(2);
  expect(light.length).toBeLessThan(pdf.length / 10);

  const around = Buffer.concat([...withLuggage(await set(light, 2), luggage)]);
  const through = await set(pdf, 2);
  expect(await checkPdf(around)).toMatchObject({ exitCode: 0 });
  for (const page of [1, 2])
    expect((await renderPage(around, page, { widthPixels: 400 })).jpeg).toEqual(
      (await renderPage(through, page, { widthPixels: 400 })).jpeg,
    );
});

test('a picture that is on many pages is carried once', async () => {
  const bytes = await noise('jpeg');
  const luggage: Luggage = new Map();
  await withoutPictures(await pdfOf({ format: 'jpeg', bytes }), luggage);
  await withoutPictures(await pdfOf({ format: 'jpeg', bytes }, { format: 'jpeg', bytes }), luggage);
  expect(luggage.size).toBe(1);
});

test('a picture that looks like a mark brings in no other picture', async () => {
  const luggage: Luggage = new Map();
  const secret = await noise('jpeg');
  await withoutPictures(await pdfOf({ format: 'jpeg', bytes: secret }), luggage);
  const [mark = ''] = luggage.keys();
  const forged = await PDFDocument.create();
  const { context } = forged;
  const stream = context.stream(mark, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: 1,
    Height: 1,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 8,
  });
  const page = forged.addPage([612, 792]);
  page.node.newXObject('Forged', context.register(stream));
  const light = await withoutPictures(Buffer.from(await forged.save()), luggage);
  expect(light.includes(mark)).toBe(false);
  expect([...luggage.values()].some((bytes) => bytes.toString() === mark)).toBe(true);
});

test('a paper that is laid out otherwise is refused', () => {
  expect(() => [
    ...withLuggage(Buffer.from('%PDF-1.7\nstartxref\n9\n%%EOF\n'.padStart(200)), new Map()),
  ]).toThrow();
});
