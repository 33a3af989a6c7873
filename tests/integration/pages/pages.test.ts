import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { arrangePages, joinPdfs, rotatePages } from '../../../lib/pages/change-pages.ts';
import { imageToPdfPage } from '../../../lib/pages/image-pages.ts';
import { importPages } from '../../../lib/pages/import-pages.ts';
import { UnusablePdf } from '../../../lib/pages/pdfium.ts';
import { pageCountOf, renderPage, textOfPage } from '../../../lib/pages/read-pages.ts';
import { endlessPdf, pdfOf, pdfWithForm, pdfWithScript } from '../../support/files/pdfs.ts';
import { turnedJpeg } from '../../support/files/pictures.ts';

const textsOf = async (pdf: Buffer) => {
  const texts = [];
  for (let page = 1; page <= (await pageCountOf(pdf)); page += 1)
    texts.push((await textOfPage(pdf, page)).trim());
  return texts;
};
const sizeOf = async (pdf: Buffer, page: number) => {
  const { widthPixels, heightPixels } = await renderPage(pdf, page, { widthPixels: 306 });
  return [widthPixels, heightPixels];
};

test('imports the pages alone: no script, action, attachment, form, metadata or link is left', async () => {
  for (const source of [await pdfWithScript(), await pdfWithForm('Maria Lopez')]) {
    const pages = await importPages(source);
    const document = await PDFDocument.load(pages);
    expect(document.catalog.keys().map(String).sort()).toEqual(['/Pages', '/Type']);
    for (const { node } of document.getPages())
      expect(node.keys().map(String)).not.toEqual(expect.arrayContaining(['/Annots', '/AA', '/Metadata']));
    expect(pages.toString('latin1')).not.toMatch(/SCRIPTOF|JavaScript|CARRIED|PRIVATE|AcroForm|Widget/);
  }
});

test('imports what was imported once more without a change to see', async () => {
  const once = await importPages(await pdfWithForm('Maria Lopez'));
  const twice = await importPages(once);
  expect(await textsOf(twice)).toEqual(await textsOf(once));
  expect((await renderPage(twice, 1, { widthPixels: 300 })).jpeg).toEqual(
    (await renderPage(once, 1, { widthPixels: 300 })).jpeg,
  );
});

test('turns pages by so much more, clockwise, and leaves the others', async () => {
  const pdf = await importPages(await pdfOf('One', { words: 'Two', turned: 90 }, 'Three'));
  expect(await sizeOf(pdf, 2)).toEqual([306, 236]);
  const turned = await rotatePages(pdf, { 1: 90, 2: 270 });
  expect(await sizeOf(turned, 1)).toEqual([306, 236]);
  expect(await sizeOf(turned, 2)).toEqual([306, 396]);
  expect(await sizeOf(turned, 3)).toEqual([306, 396]);
  expect(await textsOf(turned)).toEqual(['One', 'Two', 'Three']);
  await expect(rotatePages(pdf, { 4: 90 })).rejects.toThrow(RangeError);
});

test('arranges pages anew, picks some, and joins documents', async () => {
  const pdf = await importPages(await pdfOf('One', 'Two', 'Three'));
  expect(await textsOf(await arrangePages(pdf, [3, 1, 2]))).toEqual(['Three', 'One', 'Two']);
  const picked = await arrangePages(pdf, [2]);
  expect(await textsOf(picked)).toEqual(['Two']);
  expect(await textsOf(await joinPdfs([picked, pdf]))).toEqual(['Two', 'One', 'Two', 'Three']);
  for (const order of [[], [0], [4], [1.5]])
    await expect(arrangePages(pdf, order)).rejects.toThrow(RangeError);
});

test('shows only what is inside the crop box', async () => {
  const source = await PDFDocument.create();
  const page = source.addPage([612, 792]);
  page.drawText('Words', { font: await source.embedFont(StandardFonts.Helvetica) });
  page.setCropBox(0, 0, 306, 792);
  const pdf = await importPages(Buffer.from(await source.save()));
  expect(await sizeOf(pdf, 1)).toEqual([306, 792]);
});

test('a page too large for any paper is drawn smaller, and takes no more memory for it', async () => {
  const pdf = await pdfOf({ words: 'Poster', size: [14_000, 14_000] });
  const { widthPixels, heightPixels } = await renderPage(pdf, 1, { widthPixels: 20_000 });
  expect(widthPixels * heightPixels).toBeLessThanOrEqual(25_010_000);
});

test('a page that was made to keep the server busy is given up in time', async () => {
  const startedAt = performance.now();
  const drawing = renderPage(endlessPdf(), 1, { widthPixels: 2_000, withinMilliseconds: 100 });
  await expect(drawing).rejects.toThrow(UnusablePdf);
  expect(performance.now() - startedAt).toBeLessThan(15_000);
  expect(await textsOf(await pdfOf('Words'))).toEqual(['Words']);
});

test('a photo becomes one letter page', async () => {
  const pdf = await imageToPdfPage(await turnedJpeg());
  expect(await pageCountOf(pdf)).toBe(1);
  expect(await sizeOf(pdf, 1)).toEqual([306, 396]);
});

test('a document that fails leaves the next one unharmed', async () => {
  const pdf = await pdfOf('Words');
  await expect(pageCountOf(Buffer.from('%PDF-1.7 nothing'))).rejects.toThrow('damaged');
  await expect(textOfPage(pdf, 2)).rejects.toThrow(RangeError);
  expect(await textsOf(pdf)).toEqual(['Words']);
});
