import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { answeredRows, guessFields } from '../../../lib/official-forms/guess-fields.ts';
import { fieldMapInput } from '../../../lib/official-forms/input.ts';
import { readOfficialForm } from '../../../lib/official-forms/read-form.ts';
import { emptyPdf, encryptedPdf } from '../../support/files/pdfs.ts';

describe('the fields of a form', () => {
  test.each([
    ['Patient Name', '1'],
    ['PatientName', '1'],
    ['Date of Birth', '3'],
    ['DOB', '3'],
    ['Parent_or_Guardian', '4'],
    ['Street Address', '5'],
    ['Primary Phone', '6'],
    ['E-mail', '7'],
    ['Health Plan Name', '9'],
    ['Patient membership #', '10'],
    ['Member ID Number', '10'],
    ['Primary Language', '27'],
  ])('called %s seems to take row %s', (name, number) => {
    expect(guessFields('DMHC', [name])).toEqual({ [name]: number });
  });

  test.each([
    'First Name',
    'Last Name',
    'Signature',
    'Gender',
    'Doctor phone',
    'Medical Group',
    'Text17',
    '',
  ])('called %s is left to a person', (name) => {
    expect(guessFields('DMHC', [name])).toEqual({});
  });

  test('take a row once, and by the numbers of their own department', () => {
    expect(guessFields('DMHC', ['Patient Name', 'Patient Name 2'])).toEqual({ 'Patient Name': '1' });
    expect(guessFields('CDI', ['Insured Name', 'Policy Number'])).toEqual({
      'Insured Name': '1',
      'Policy Number': '7',
    });
  });

  test('can take every row that the case answers and no other', () => {
    const numbers = answeredRows('DMHC').map(({ number }) => number);
    expect(numbers).toContain('16');
    for (const unanswered of ['2', '18', '26']) expect(numbers).not.toContain(unanswered);
  });
});

describe('a form that is added', () => {
  test('is read with its fields in their order, without buttons and signatures', async () => {
    const pdf = await PDFDocument.create();
    const [page, form] = [pdf.addPage(), pdf.getForm()];
    form.createTextField('b').addToPage(page);
    form.createCheckBox('a').addToPage(page);
    form.createButton('print').addToPage('Print', page);
    expect(await readOfficialForm(Buffer.from(await pdf.save()))).toEqual({
      pageCount: 1,
      fieldNames: ['b', 'a'],
    });
  });

  test('may have no fields at all', async () => {
    expect(await readOfficialForm(emptyPdf(3))).toEqual({ pageCount: 3, fieldNames: [] });
  });

  test.each([
    ['is no PDF', () => Buffer.from('Hello')],
    ['is empty', () => Buffer.alloc(0)],
    ['is longer than any form', () => emptyPdf(31)],
    ['is cut short', () => emptyPdf(2).subarray(0, 60)],
  ])('is refused when it %s', async (_, pdf) => {
    expect(await readOfficialForm(pdf())).toBeNull();
  });

  test('is refused when it is locked with a password', async () => {
    expect(await readOfficialForm(await encryptedPdf())).toBeNull();
  });
});

test('what a person chose is read field by field; blank ones take nothing', () => {
  const formId = '0190b1c2-0000-7000-8000-000000000000';
  const read = fieldMapInput().parse({ formId, names: ['a', 'b', 'c'], numbers: ['1', '', '9'] });
  expect(read.fieldMap).toEqual({ a: '1', c: '9' });
  expect(fieldMapInput().parse({ formId, names: 'a', numbers: '1' }).fieldMap).toEqual({ a: '1' });
});
