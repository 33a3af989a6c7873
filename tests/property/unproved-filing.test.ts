import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, localDate } from '../../lib/calendar/local-date.ts';
import { FILING_CHANNELS } from '../../lib/db/vocabulary.ts';
import { deriveClocks } from '../../lib/deadlines/sync.ts';
import { aCase, type CaseBuilder } from '../support/case-record.ts';

const LETTER = localDate('2026-03-02');
const on = (days: number) => addDays(LETTER, days);

const stories: fc.Arbitrary<CaseBuilder> = fc
  .record({
    line: fc.constantFrom('dmhc', 'cdi', 'unknown', 'mediCal', 'county', 'selfFunded', null),
    basis: fc.constantFrom('medical-necessity', 'experimental', 'emergency-or-urgent', 'not-covered'),
    grieved: fc.option(fc.nat({ max: 60 }), { nil: null }),
    isExpedited: fc.boolean(),
    answeredAfter: fc.option(fc.nat({ max: 60 }), { nil: null }),
    outcome: fc.constantFrom('upheld', 'partly-overturned', 'overturned'),
    rejectedOn: fc.option(fc.integer({ min: 130, max: 200 }), { nil: null }),
  })
  .map(({ line, basis, grieved, isExpedited, answeredAfter, outcome, rejectedOn }) => {
    let story = aCase(line as Parameters<typeof aCase>[0]).denied(LETTER, { bases: [basis] } as never);
    if (grieved !== null) {
      story = story.grieved({ receivedOn: on(grieved), expedited: isExpedited });
      if (answeredAfter !== null) story = story.answered(on(grieved + answeredAfter), outcome as 'upheld');
    }
    return rejectedOn === null ? story : story.filed(on(125), { rejectedOn: on(rejectedOn) });
  });

const unproved = fc.record({
  channel: fc.constantFrom(...FILING_CHANNELS),
  expedited: fc.boolean(),
  pageCount: fc.option(fc.integer({ min: 1, max: 300 }), { nil: null }),
  isReceiptEstimated: fc.boolean(),
});

test('an application without proof changes no clock, no stage and no last day, whenever it is read', () => {
  fc.assert(
    fc.property(
      stories,
      unproved,
      fc.integer({ min: 200, max: 260 }),
      fc.nat({ max: 400 }),
      (story, { isReceiptEstimated, ...sent }, sentAfter, readAfter) => {
        const today = on(sentAfter + readAfter);
        const application = {
          ...sent,
          confirmationNumber: '',
          ...(isReceiptEstimated && {
            receivedOn: on(sentAfter),
            dateSources: { receivedOn: 'estimated' as const },
          }),
        };
        const before = deriveClocks(story.record, today);
        const after = deriveClocks(story.filed(on(sentAfter), application).record, today);
        expect(after.clocks).toEqual(before.clocks);
        expect(after.derived).toEqual(before.derived);
        expect(after.assessment.imr).toEqual(before.assessment.imr);
      },
    ),
  );
});

test('a proved one counts from the day it was sent, however much later it is read or proved', () => {
  fc.assert(
    fc.property(fc.nat({ max: 180 }), fc.nat({ max: 400 }), (sentAfter, readAfter) => {
      const upheld = aCase()
        .denied(LETTER)
        .grieved({ receivedOn: on(5) })
        .answered(on(20), 'upheld');
      const { clocks, assessment } = deriveClocks(
        upheld.filed(on(20 + sentAfter), { confirmationNumber: 'C-1' }).record,
        on(20 + sentAfter + readAfter),
      );
      const limit = clocks.find(({ rule }) => rule === 'ca.imr.deadline.decision');
      expect(limit?.actedOn).toBe(on(20 + sentAfter));
      expect(limit?.outcome).toBe(assessment.imr.filing === 'timely' ? 'met' : 'late');
    }),
  );
});
