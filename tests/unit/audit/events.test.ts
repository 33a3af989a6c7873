import { expect, test } from 'vitest';
import { AUDIT_EVENTS, changedFields } from '../../../lib/audit/events.ts';
import { sentenceOf } from '../../../lib/audit/sentences.ts';

test('names what changed, treating unknown, empty and false alike', () => {
  const before = { letterOn: '2026-02-20', note: '', expedited: false, bases: ['b', 'a'], at: new Date(0) };
  const after = { letterOn: '2026-02-18', note: null, expedited: false, bases: ['a', 'b'], at: new Date(0) };
  expect(changedFields(before, after)).toEqual([{ field: 'letterOn', from: '2026-02-20', to: '2026-02-18' }]);
});

test('compares a group field by field', () => {
  expect(
    changedFields(
      { dateSources: { letterOn: 'estimated' } },
      { dateSources: { letterOn: 'on-document', receivedOn: 'estimated' } },
    ),
  ).toEqual([
    { field: 'dateSources.letterOn', from: 'estimated', to: 'on-document' },
    { field: 'dateSources.receivedOn', from: null, to: 'estimated' },
  ]);
});

test.each(AUDIT_EVENTS)('says %s in a sentence whatever was recorded with it', (event) => {
  expect(sentenceOf(event, [])).toMatch(/^[A-Z].*[.”]$/);
});

test('says for which date a pause was granted, as it does of an extension', () => {
  const told = changedFields({}, { what: 'Ask for the IMR', grantedBy: 'regulator' });
  expect(sentenceOf('date.paused', told)).toBe(
    'Recorded a pause granted by the department for: Ask for the IMR.',
  );
  expect(sentenceOf('date.extended', told)).toBe(
    'Recorded an extension granted by the department for: Ask for the IMR.',
  );
});
