import { expect, test } from 'vitest';
import { changesSince } from '../../../lib/packets/changes.ts';
import type { PacketContents } from '../../../lib/packets/contents.ts';

const exhibit = (letter: string, documentId: string, title: string, versionNumber = 1) => ({
  letter,
  documentId,
  versionNumber,
  pageCount: 1,
  kind: 'medical-records' as const,
  title,
  letterOn: null,
});
const field = (number: string, label: string, value: string | null) => ({
  number,
  label,
  section: 'Patient',
  value,
  isAsked: true,
  certainty: 'verified' as const,
});
const letter = (documentId: string, versionNumber: number) => ({
  document: { documentId, versionNumber, pageCount: 1 },
});

const before: PacketContents = {
  caseNumber: '2026-000311',
  clientName: 'Rosario Villaseñor',
  regulator: 'DMHC',
  channel: 'fax',
  isExpedited: false,
  destination: { name: 'DMHC', lines: ['916-255-5241'], source: 'dmhc.ca.gov', checked: 'agency' },
  sender: { office: 'Golden Valley', phone: '555-0100', person: 'Inés Caldera' },
  datedOn: '2026-06-10',
  plan: 'Health Net',
  memberNumber: 'X1',
  application: {
    compareWith: 'the form',
    fields: [field('1', 'Name', 'Rosario'), field('3', 'Date of birth', null)],
  },
  form: null,
  statements: [{ kind: 'dispute', title: 'Statement of the dispute', from: letter('s', 1) }],
  exhibits: [exhibit('A', 'a', 'Denial'), exhibit('B', 'b', 'Records'), exhibit('C', 'c', 'Card')],
  missing: [],
};

test('a first packet has changed nothing', () => {
  expect(changesSince(null, before)).toEqual([]);
});

test('the same contents on another day have changed nothing', () => {
  expect(
    changesSince(before, { ...before, datedOn: '2026-06-12', missing: [{ title: 'X', weight: 'helps' }] }),
  ).toEqual([]);
});

test('exhibits that were added, taken out, replaced or moved are named', () => {
  const exhibits = [exhibit('A', 'b', 'Records', 2), exhibit('B', 'a', 'Denial'), exhibit('C', 'd', 'Bill')];
  expect(changesSince(before, { ...before, exhibits })).toEqual([
    'Exhibits added: C Bill.',
    'Exhibits taken out: C Card.',
    'Exhibits with a newer version: A Records.',
    'Exhibits with another letter: B is now A, A is now B.',
  ]);
});

test('changed rows of the application are named, without what they say', () => {
  const fields = [field('1', 'Name', 'Rosario'), field('3', 'Date of birth', '3/9/1979')];
  const changes = changesSince(before, { ...before, application: { ...before.application, fields } });
  expect(changes).toEqual(['Application data changed: 3 Date of birth.']);
});

test('statements that were changed, added or taken out are named', () => {
  const edited = { kind: 'dispute' as const, title: 'Statement of the dispute', from: letter('s', 2) };
  const extension = {
    kind: 'extension' as const,
    title: 'Why this application is late',
    from: letter('e', 1),
  };
  expect(changesSince(before, { ...before, statements: [edited, extension] })).toEqual([
    'Changed: Statement of the dispute.',
    'Added: Why this application is late.',
  ]);
  expect(changesSince(before, { ...before, statements: [] })).toEqual([
    'Taken out: Statement of the dispute.',
  ]);
});

test('another way to go and the department’s own form are named', () => {
  const mail = { ...before.destination, lines: ['980 9th Street', 'Sacramento'] };
  const form = { formId: 'f', title: 'DMHC 20-224', pageCount: 3, values: {}, unshown: [] };
  expect(changesSince(before, { ...before, channel: 'mail', destination: mail, form })).toEqual([
    'It goes by mail to 980 9th Street, Sacramento.',
    'The department’s own form is in it.',
  ]);
});
