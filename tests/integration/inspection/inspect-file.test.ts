import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { InspectionFailed, inspectFile } from '../../../lib/inspection/inspect-file.ts';
import { makePages } from '../../../lib/inspection/make-pages.ts';
import { REFUSALS } from '../../../lib/inspection/refusals.ts';
import { renderPage, textOfPage } from '../../../lib/pages/read-pages.ts';
import { temporaryFolder } from '../../support/document-store.ts';
import {
  emptyPdf,
  encryptedPdf,
  endlessPdf,
  pdfOf,
  pdfOfObjects,
  pdfWithForm,
  pdfWithScript,
  restrictedPdf,
} from '../../support/files/pdfs.ts';
import { jpeg, png, pngBomb, turnedHeic, turnedJpeg, twoPageTiff } from '../../support/files/pictures.ts';
import { docm, docx, docxBomb, docxWith, lyingDocxBomb } from '../../support/files/words.ts';
import { zipOf } from '../../support/files/zip.ts';

const PDF = 'application/pdf';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const inspect = (bytes: Buffer, mediaType: string) => inspectFile(Readable.from([bytes]), mediaType);

async function pagesOf(bytes: Buffer, mediaType: string) {
  const inspection = await inspect(bytes, mediaType);
  if (!inspection.ok) throw new Error(`refused: ${inspection.refusal}`);
  return inspection;
}

async function colorAt(pdf: Buffer, page: number, x: number, y: number) {
  const { jpeg: rendered, widthPixels, heightPixels } = await renderPage(pdf, page, { widthPixels: 200 });
  const left = Math.floor(x * (widthPixels - 1));
  const top = Math.floor(y * (heightPixels - 1));
  const [red = 0, green = 0, blue = 0] = await sharp(rendered)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer();
  if (red > 180 && green > 180 && blue > 180) return 'white';
  return red > blue ? 'red' : 'blue';
}

test('makes pages of a PDF that can be searched, with what was filled in', async () => {
  const { pages, pageCount } = await pagesOf(await pdfOf('First words', 'Second words'), PDF);
  expect(pageCount).toBe(2);
  expect(await textOfPage(pages, 2)).toContain('Second words');
  const form = await pagesOf(await pdfWithForm('Maria Lopez'), PDF);
  expect(await textOfPage(form.pages, 1)).toContain('Maria Lopez');
});

test('takes a PDF that everybody can read, whatever it asks of printers', async () => {
  const { pages } = await pagesOf(await restrictedPdf(), PDF);
  expect(await textOfPage(pages, 1)).toContain('Readable by all');
});

test('neutralizes a PDF with scripts, and one that is a zip or a page of HTML as well', async () => {
  const trailing = Buffer.concat([
    await pdfWithScript(),
    zipOf([{ name: 'TRAILINGZIP', content: 'x' }]),
    Buffer.from('<script>TRAILINGHTML</script>'),
  ]);
  const { pages } = await pagesOf(trailing, PDF);
  expect(await textOfPage(pages, 1)).toContain('Harmless words');
  expect(pages.toString('latin1')).not.toMatch(/SCRIPTOF|TRAILING|JavaScript|CARRIED|PRIVATE/);
});

test('straightens a photo as its camera says, on an upright letter page', async () => {
  for (const [bytes, mediaType] of [
    [await turnedJpeg(), 'image/jpeg'],
    [turnedHeic(), 'image/heic'],
  ] as const) {
    const { pages } = await pagesOf(bytes, mediaType);
    const { widthPixels, heightPixels } = await renderPage(pages, 1, { widthPixels: 612 });
    expect([widthPixels, heightPixels]).toEqual([612, 792]);
    expect(await colorAt(pages, 1, 0.47, 0.5)).toBe('blue');
    expect(await colorAt(pages, 1, 0.53, 0.5)).toBe('red');
  }
});

test('lays a wide picture on a lying page, and each page of a fax on its own', async () => {
  const wide = await pagesOf(await jpeg(400, 200), 'image/jpeg');
  const { widthPixels, heightPixels } = await renderPage(wide.pages, 1, { widthPixels: 792 });
  expect([widthPixels, heightPixels]).toEqual([792, 612]);
  const fax = await pagesOf(twoPageTiff(), 'image/tiff');
  expect(fax.pageCount).toBe(2);
  expect(await colorAt(fax.pages, 1, 0.5, 0.5)).toBe('red');
  expect(await colorAt(fax.pages, 2, 0.5, 0.5)).toBe('blue');
});

test('makes a picture no finer than a letter page at 200 dots per inch', async () => {
  const { pages } = await pagesOf(await jpeg(5000, 4000), 'image/jpeg');
  expect(pages.toString('latin1')).toMatch(/\/Width 2100\b/);
});

test('sets the words of a DOCX, then shows its pictures', async () => {
  const { pages, pageCount } = await pagesOf(await docx('The plan denied the scan.', await png()), DOCX);
  expect(pageCount).toBe(3);
  const first = await textOfPage(pages, 1);
  for (const words of ['Statement', 'The plan denied the scan.', 'Finer point', 'What happened'])
    expect(first).toContain(words);
  expect(await textOfPage(pages, 2)).toContain('On another page.');
  expect(await textOfPage(pages, 2)).toContain('[picture 1: see the pages after the text]');
  expect(await colorAt(pages, 3, 0.5, 0.45)).toBe('red');
});

test('sets a text as it is, whatever it looks like', async () => {
  const words = '#set text(red)\n<script>alert(1)</script> $x$ *bold* Nguyễn Thị 王小明';
  const { pages } = await pagesOf(Buffer.from(words), 'text/plain');
  expect((await textOfPage(pages, 1)).replaceAll(/\s+/g, ' ')).toContain(words.replaceAll('\n', ' '));
});

test('a word without an end goes on in the next line', async () => {
  const { pages } = await pagesOf(Buffer.from(`https://example.org/${'W'.repeat(400)}END`), 'text/plain');
  const { jpeg: rendered } = await renderPage(pages, 1, { widthPixels: 612 });
  const margin = { left: 560, top: 0, width: 52, height: 792 };
  expect((await sharp(rendered).extract(margin).raw().toBuffer()).every((part) => part > 200)).toBe(true);
  expect((await textOfPage(pages, 1)).replaceAll(/\W/g, '')).toMatch(/W{400}END/);
});

const truncated = async () => (await pdfOf('words')).subarray(0, 300);
const nested = '[ '.repeat(20_000);

test.each([
  ['a PDF with a password', encryptedPdf, PDF, 'encrypted'],
  ['half a PDF', truncated, PDF, 'damaged'],
  ['a PDF with nothing in it', () => Buffer.from('%PDF-1.7\n%%EOF'), PDF, 'damaged'],
  [
    'a PDF without pages',
    () => pdfOfObjects(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>']),
    PDF,
    'damaged',
  ],
  ['a PDF of brackets', () => Buffer.from(`%PDF-1.7\n1 0 obj\n${nested}`), PDF, 'damaged'],
  ['a PDF of 10,000 pages', () => emptyPdf(10_000), PDF, 'too-many-pages'],
  ['a PDF that is painted for minutes', endlessPdf, PDF, 'not-readable'],
  ['a JPEG that was cut', async () => (await jpeg(800, 800)).subarray(0, 2_000), 'image/jpeg', 'damaged'],
  ['a PNG that claims a billion points', () => pngBomb(40_000, 40_000), 'image/png', 'unpacks-too-large'],
  ['a HEIC that was cut', () => turnedHeic().subarray(0, 450), 'image/heic', 'damaged'],
  ['a TIFF that was cut', () => twoPageTiff().subarray(0, 1_000), 'image/tiff', 'damaged'],
  ['a DOCX with a macro', docm, DOCX, 'macros'],
  [
    'a DOCX with an embedded object',
    () => docxWith({ name: 'word/embeddings/oleObject1.bin', content: 'x' }),
    DOCX,
    'macros',
  ],
  ['a zip bomb', docxBomb, DOCX, 'unpacks-too-large'],
  ['a zip bomb that claims to be small', lyingDocxBomb, DOCX, 'damaged'],
  [
    'a DOCX with a path out of its folder',
    () => docxWith({ name: '../../../etc/cron.d/x', content: 'x' }),
    DOCX,
    'damaged',
  ],
  ['a DOCX with an absolute path', () => docxWith({ name: '/etc/passwd', content: 'x' }), DOCX, 'damaged'],
  [
    'a DOCX with a path of Windows',
    () => docxWith({ name: 'C:\\windows\\x', content: 'x' }),
    DOCX,
    'damaged',
  ],
  [
    'a DOCX with two documents',
    () => docxWith({ name: 'word/document.xml', content: '<x/>' }),
    DOCX,
    'damaged',
  ],
  [
    'a DOCX with a locked part',
    () => docxWith({ name: 'word/x.xml', content: 'x', isEncrypted: true }),
    DOCX,
    'encrypted',
  ],
  ['a zip that is no DOCX', () => zipOf([{ name: 'a.txt', content: 'x' }]), DOCX, 'wrong-extension'],
  ['a zip that was cut', () => docm().subarray(0, 200), DOCX, 'damaged'],
  ['a text of a million lines', () => Buffer.from('a\n'.repeat(1_000_000)), 'text/plain', 'too-many-pages'],
  ['a text of spaces', () => Buffer.from(' \n\t\n'), 'text/plain', 'empty'],
  [
    'a program called a text',
    () => Buffer.concat([Buffer.from('x'.repeat(5_000)), Buffer.alloc(10)]),
    'text/plain',
    'wrong-extension',
  ],
] as const)('refuses %s, and says so', async (_what, make, mediaType, refusal) => {
  const startedAt = performance.now();
  const inspection = await makePages(await make(), mediaType);
  expect(inspection.ok ? 'pages' : inspection.refusal).toBe(refusal);
  expect(performance.now() - startedAt).toBeLessThan(20_000);
  expect(REFUSALS[refusal].message).toMatch(/\.$/);
});

test('a refusal comes out of the process of its own as it was given', async () => {
  expect(await inspect(docm(), DOCX)).toEqual({ ok: false, refusal: 'macros' });
  expect(await inspect(await truncated(), PDF)).toEqual({ ok: false, refusal: 'damaged' });
});

test('an inspection that crashes, or takes too long, fails and leaves no process behind', async () => {
  const program = path.join(temporaryFolder(), 'program.mjs');
  fs.writeFileSync(program, 'process.abort()');
  const failing = (code: string, withinMilliseconds = 10_000) => {
    fs.writeFileSync(program, code);
    return inspectFile(Readable.from([Buffer.from('x')]), PDF, { program, withinMilliseconds });
  };
  await expect(failing('process.abort()')).rejects.toThrow(InspectionFailed);
  await expect(failing('process.exit(0)')).rejects.toThrow(InspectionFailed);
  await expect(failing('for (;;);', 500)).rejects.toThrow(InspectionFailed);
});

test('an inspection reads programs, and neither the keys nor the data that stand beside them', async () => {
  // It is told the place where others are told the media type.
  const asking = path.resolve('node_modules', `.may-read-${process.pid}.mjs`);
  const look = `console.log(process.permission.has('fs.read', process.argv[2]) ? 'pages 1' : 'refused macros')`;
  fs.writeFileSync(asking, look);
  const mayRead = async (place: string) =>
    (await inspectFile(Readable.from([Buffer.from('x')]), path.resolve(place), { program: asking })).ok;
  try {
    expect(await mayRead('lib/inspection/inspect-program.ts')).toBe(true);
    expect(await mayRead('.data/secrets.json')).toBe(false);
    expect(await mayRead('.env')).toBe(false);
  } finally {
    fs.rmSync(asking);
  }
});
