import { expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { spokenInWords } from '../../../lib/timeline/spoken-words.ts';
import { wordsIn } from '../../../lib/words/words.ts';

const TODAY = localDate('2026-11-21');
const NAMES = new Map([['tom', 'Tom Bradshaw']]);
const said = (fields: Record<string, unknown>, language: 'en' | 'es' = 'en') =>
  spokenInWords(
    Object.entries(fields).map(([field, to]) => ({ field, from: null, to })),
    NAMES,
    localDate('2026-11-12'),
    TODAY,
    wordsIn(language).timeline,
  );

test.each([
  [{ kind: 'note', body: 'Filed.' }, []],
  [{ withWhom: 'plan' }, ['With the plan.']],
  [{ callDirection: 'outgoing', withWhom: 'plan' }, ['We called the plan.']],
  [
    { callDirection: 'incoming', withWhom: 'client', callResult: 'spoke', spokeWith: 'Rosario' },
    ['The client called us, Rosario.'],
  ],
  [{ callDirection: 'outgoing', callResult: 'no-answer' }, ['We called, nobody answered.']],
  [
    {
      callDirection: 'outgoing',
      withWhom: 'plan',
      callResult: 'spoke',
      spokeWith: 'Marcus B.',
      referenceNumber: 'C-5519037',
      happenedOn: '2026-11-10',
    },
    ['We called the plan, Marcus B., reference C-5519037, on Tue Nov 10.'],
  ],
  [{ happenedOn: '2026-11-12', mentionedIds: ['tom', 'gone'] }, ['Told Tom Bradshaw.']],
])('%j says %j', (fields, sentences) => {
  expect(said(fields)).toEqual(sentences);
});

test('says it in Spanish', () => {
  expect(said({ callDirection: 'outgoing', withWhom: 'client', callResult: 'voicemail' }, 'es')).toEqual([
    'Llamamos al cliente, se dejó un mensaje de voz.',
  ]);
});
