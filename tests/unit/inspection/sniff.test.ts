import { expect, test } from 'vitest';
import { REFUSAL_CODES, REFUSALS } from '../../../lib/inspection/refusals.ts';
import { SNIFFED_BYTES, sniffType } from '../../../lib/inspection/sniff.ts';
import { pdfOf } from '../../support/files/pdfs.ts';
import { jpeg, png, turnedHeic, twoPageTiff } from '../../support/files/pictures.ts';
import { docm, docx, encryptedDocx, oldWordFile } from '../../support/files/words.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const text = (words: string) => Buffer.from(words);
const sniff = (bytes: Buffer, name: string) => {
  const sniffed = sniffType(bytes.subarray(0, SNIFFED_BYTES), name);
  return sniffed.ok ? sniffed.mediaType : sniffed.refusal;
};

test.each([
  ['letter.pdf', () => pdfOf('words'), 'application/pdf'],
  ['LETTER.PDF', () => pdfOf('words'), 'application/pdf'],
  ['letter.pdf', async () => Buffer.concat([text('\ufeff\r\n '), await pdfOf('words')]), 'application/pdf'],
  ['photo.jpg', jpeg, 'image/jpeg'],
  ['photo.JPEG', jpeg, 'image/jpeg'],
  ['photo.png', png, 'image/png'],
  ['IMG_0001.HEIC', turnedHeic, 'image/heic'],
  ['fax.tif', twoPageTiff, 'image/tiff'],
  ['statement.docx', docx, DOCX],
  ['notes.txt', () => text('Llamé al plan el 3 de marzo: “mañana”'), 'text/plain'],
  ['notes.txt', () => Buffer.from('caf\xe9 \x93quoted\x94', 'latin1'), 'text/plain'],
  ['notes.txt', () => Buffer.from('\ufeffwide', 'utf16le'), 'text/plain'],
  ['.. /../we\u202eird\u0007.pdf', () => pdfOf('words'), 'application/pdf'],
])('takes %s for what it is', async (name, make, mediaType) => {
  expect(sniff(await make(), name)).toBe(mediaType);
});

test.each([
  ['nothing.pdf', () => Buffer.alloc(0), 'empty'],
  ['photo.pdf', jpeg, 'wrong-extension'],
  ['photo.jpg', turnedHeic, 'wrong-extension'],
  ['letter.docx', () => pdfOf('words'), 'wrong-extension'],
  ['letter', () => pdfOf('words'), 'wrong-extension'],
  ['program.txt', () => Buffer.from('MZ\x90\x00\x03\x00', 'latin1'), 'wrong-extension'],
  ['sheet.xlsx', docx, 'unknown-type'],
  ['page.html', () => text('<script>alert(1)</script>'), 'unknown-type'],
  ['picture.avif', () => text('\0\0\0\x1cftypavif\0\0\0\0avifmif1'), 'unknown-type'],
  ['picture.heic', () => text('\0\0\0\x1cftypmif1\0\0\0\0avifmif1'), 'wrong-extension'],
  ['letter.pdf', async () => Buffer.concat([text('GIF89a'), await pdfOf('words')]), 'wrong-extension'],
  ['letter.pdf', async () => Buffer.concat([text('<html>'), await pdfOf('words')]), 'wrong-extension'],
  ['letter.docm', docm, 'macros'],
  ['letter.docx', encryptedDocx, 'encrypted'],
  ['letter.docx', oldWordFile, 'wrong-extension'],
  ['letter.doc', oldWordFile, 'unknown-type'],
])('refuses %s', async (name, make, refusal) => {
  expect(sniff(await make(), name)).toBe(refusal);
});

test('a text that is cut in the midst of a character is still a text', () => {
  const words = Buffer.from('á'.repeat(SNIFFED_BYTES));
  expect(sniff(words.subarray(0, SNIFFED_BYTES - 1), 'notes.txt')).toBe('text/plain');
});

test('each refusal says what is wrong and what to do, in whole sentences', () => {
  for (const code of REFUSAL_CODES) {
    const { message, rule, remedy } = REFUSALS[code];
    for (const sentence of [message, remedy, rule ?? 'A.']) expect(sentence).toMatch(/^[A-Z].*\.$/);
  }
});
