import { expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import type { DateAdjustment } from '../../../lib/cases/case-record.ts';
import { proofParagraph } from '../../../lib/cases/proof-paragraph.ts';
import { proofOf } from '../../../lib/deadlines/proof.ts';
import { aCase } from '../../support/case-record.ts';

const told = aCase().denied('2026-04-14').grieved({ receivedOn: '2026-05-01' });
const proof = proofOf(assessCase(told.record, localDate('2026-05-10')).facts, 'ca.grv.resolve');
if (!proof) throw new Error('the plan owes this case an answer');

const [byHand] = told.dated('ca.grv.resolve', '2026-05-20').record.adjustments;
const [granted] = told.dated('ca.grv.resolve', '2026-06-10', 'extension').record.adjustments;
if (!byHand || !granted) throw new Error('two dates were to be recorded');

const { reckoning, laws } = proof.paragraph;
const paragraph = (...adjustments: readonly DateAdjustment[]) => proofParagraph(proof, adjustments);

test('a paragraph is the proof alone where no date stands beside the rule’s', () => {
  const alone = `${reckoning} ${laws}`;
  expect(paragraph()).toBe(alone);
  expect(paragraph({ ...byHand, withdrawnAt: new Date() })).toBe(alone);
  expect(paragraph({ ...byHand, rule: 'ca.grv.ack' })).toBe(alone);
});

test('a paragraph tells granted dates and those set by hand, each with its reason, and names nobody', () => {
  expect(paragraph({ ...granted, source: 'letter of May 2' }, byHand)).toBe(
    `${reckoning} By an extension that the department granted, the last day became Wednesday, June 10, 2026 ` +
      '(letter of May 2): It was agreed in writing. ' +
      `Beside this date stands Wednesday, May 20, 2026, set by hand: It was agreed in writing. ${laws}`,
  );
});

function paragraphOn(today: string, { record }: typeof told): string {
  const late = proofOf(assessCase(record, localDate(today)).facts, 'ca.grv.resolve');
  if (!late) throw new Error('the plan owes this case an answer');
  return proofParagraph(late, record.adjustments);
}

test('a paragraph calls nobody late who was given more time, and counts from the day that was granted', () => {
  const extended = told.dated('ca.grv.resolve', '2026-06-10', 'extension');
  expect(paragraphOn('2026-06-05', extended)).not.toContain('had not done so');
  expect(paragraphOn('2026-06-12', extended)).toContain(
    'By Friday, June 12, 2026 the plan had not done so, 2 days after the last day.',
  );
});

test('a paragraph calls nobody late by a date that was set by hand', () => {
  const pressed = told.dated('ca.grv.resolve', '2026-05-20');
  expect(paragraphOn('2026-05-25', pressed)).not.toContain('had not done so');
  expect(paragraphOn('2026-06-02', pressed)).toContain('2 days after the last day.');
});
