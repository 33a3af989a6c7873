import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDate } from '../../lib/calendar/local-date.ts';
import { assessCase } from '../../lib/cases/assessed-case.ts';
import type { Client } from '../../lib/cases/case-record.ts';
import { BASES, CHECKLIST_ANSWERS, DOCUMENT_KINDS, DOCUMENT_STATES } from '../../lib/db/vocabulary.ts';
import { filingChecklist, readinessOf } from '../../lib/filing-checklist/checklist.ts';
import { ITEM_IDS } from '../../lib/filing-checklist/item-rule.ts';
import { ITEMS } from '../../lib/filing-checklist/items.ts';
import { filingSituation } from '../../lib/filing-checklist/situation.ts';
import { aCase } from '../support/case-record.ts';

const told = fc.record({
  line: fc.constantFrom('dmhc', 'cdi', 'unknown', 'mediCal', 'county', 'selfFunded', null),
  bases: fc.subarray([...BASES]),
  serviceReceived: fc.boolean(),
  urgent: fc.boolean(),
  grievance: fc.constantFrom('none', 'awaited', 'upheld'),
  expedited: fc.boolean(),
  member: fc.constantFrom('', 'M-1'),
  birthOn: fc.constantFrom(null, '1969-03-02', '2015-01-01'),
  phone: fc.constantFrom('', '559-555-0142'),
  representative: fc.constantFrom('', 'Marisol Vega'),
  authority: fc.constantFrom('', 'power of attorney'),
  extension: fc.constantFrom('none', 'asked', 'approved'),
  today: fc.constantFrom('2026-04-20', '2026-05-10', '2026-06-20', '2026-12-05', '2027-06-01'),
  documents: fc.array(
    fc.record({
      kind: fc.constantFrom(...DOCUMENT_KINDS),
      state: fc.constantFrom(...DOCUMENT_STATES),
      isWritten: fc.boolean(),
      isWithdrawn: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
  answers: fc.uniqueArray(
    fc.record({ item: fc.constantFrom(...ITEM_IDS), answer: fc.constantFrom(...CHECKLIST_ANSWERS) }),
    { maxLength: 10, selector: ({ item }) => item },
  ),
});

test('an item is done only by a paper that is there, by what is recorded, or by what a person may say', () => {
  fc.assert(
    fc.property(told, (given) => {
      let story = aCase(given.line);
      if (given.urgent) story = story.urgent();
      story = story.denied('2026-04-14', { bases: given.bases, serviceReceived: given.serviceReceived });
      if (given.grievance !== 'none')
        story = story.grieved({ receivedOn: '2026-04-18', expedited: given.expedited });
      if (given.grievance === 'upheld') story = story.answered('2026-04-20', 'upheld');
      if (given.extension !== 'none')
        story = story.askedForExtension(given.extension === 'approved' ? 'somebody' : null);
      const record = {
        ...story.record,
        memberNumber: given.member,
        client: {
          ...story.record.client,
          birthOn: given.birthOn ? localDate(given.birthOn) : null,
          address: '12 Cedar Street',
          phone: given.phone,
          representativeName: given.representative,
          representativeAuthority: given.authority,
        } as Client,
      };
      const documents = given.documents.map(({ kind, state, isWritten, isWithdrawn }, index) => ({
        id: String(index),
        kind,
        title: `Paper ${index}`,
        state,
        blankCount: 0,
        template: isWritten ? ('dispute-statement' as const) : null,
        withdrawnAt: isWithdrawn ? new Date('2026-06-01T17:00:00Z') : null,
      }));
      const answers = given.answers.map((each) => ({
        ...each,
        id: each.item,
        reason: 'It is so.',
        answeredBy: 'Inés Caldera',
        answeredAt: new Date('2026-06-01T17:00:00Z'),
      }));
      const situation = filingSituation(assessCase(record, localDate(given.today)));
      const items = filingChecklist({ record, situation, documents, answers });

      for (const [index, item] of items.entries()) {
        const rule = ITEMS[index];
        expect(item.doneBy !== null).toBe(item.state === 'done');
        if (item.doneBy === 'documents')
          expect(item.documents.length).toBeGreaterThanOrEqual(rule?.count ?? 1);
        if (item.doneBy === 'record') expect(rule?.isRecorded?.(record, situation)).toBe(true);
        if (item.doneBy === 'answer') {
          expect(item.answer?.answer).toBe('done');
          expect(item.answers).toContain('done');
        }
        for (const { id } of item.documents)
          expect(documents.find((document) => document.id === id)).toMatchObject({
            state: 'ready',
            withdrawnAt: null,
          });
        expect(item.why).not.toBe('');
        expect(item.citation.text).not.toBe('');
      }
      const { doneCount, neededCount, blockers, elsewhere } = readinessOf(items, situation);
      expect(doneCount).toBeLessThanOrEqual(neededCount);
      expect(neededCount - doneCount).toBeGreaterThanOrEqual(blockers.length);
      if (elsewhere) expect(neededCount).toBe(0);
    }),
  );
});
