import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { type Proof, proofOf } from '../../../lib/deadlines/proof.ts';
import { rulesWith } from '../../../lib/deadlines/rule-versions.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

function prove(told: CaseBuilder, rule: string, today: string): Proof {
  const proof = proofOf(assessCase(told.record, localDate(today)).facts, rule);
  if (!proof) throw new Error(`${rule} gives this case no date`);
  return proof;
}

const grieved = aCase().denied('2026-04-14').grieved({ receivedOn: '2026-05-01' });
const late = grieved.answered('2026-06-12', 'upheld');

describe('a proof', () => {
  test('is none for a rule that gives the case no date, or for no rule at all', () => {
    const { facts } = assessCase(grieved.record, localDate('2026-05-25'));
    expect(proofOf(facts, 'mc.hearing.file')).toBeNull();
    expect(proofOf(facts, 'nonsense')).toBeNull();
  });

  test('begins where the counting began: with the grievance, not with its thirtieth day', () => {
    const { begunBy, stages } = prove(late, 'ca.imr.deadline.silence', '2026-11-21');
    expect(begunBy).toEqual({ event: 'grievance.receivedOn', on: '2026-05-01' });
    expect(stages).toEqual([
      { unit: 'days', count: 30, from: '2026-05-01', to: '2026-05-31', isClamped: false },
      { unit: 'months', count: 6, from: '2026-05-31', to: '2026-11-30', isClamped: true },
    ]);
  });

  test('gives each step the law it rests on', () => {
    const { steps } = prove(late, 'ca.imr.deadline.silence', '2026-11-21');
    expect(steps.map(({ laws }) => laws.join('; '))).toEqual([
      'Gov. Code 6800',
      'H&S 1368.01(a)',
      'H&S 1374.30(j)(3)',
      'H&S 1374.30(j)(3); H&S 1374.30(k); Gov. Code 6804',
      '',
    ]);
    expect(steps[2]?.text).toBe(
      'No letter of the plan is dated by then, so the IMR opened on Mon, Jun 1, 2026.',
    );
  });

  test('says what will count while the plan still has time', () => {
    const { steps } = prove(grieved, 'ca.imr.deadline.silence', '2026-05-25');
    expect(steps[2]?.text).toBe(
      'If no letter of the plan is dated by then, the IMR opens on Mon, Jun 1, 2026.',
    );
  });

  test('cites each provision once, with its certainty and the day it was checked', () => {
    const { citations } = prove(late, 'ca.imr.deadline.silence', '2026-11-21');
    const laws = citations.map(({ law }) => law);
    expect(new Set(laws).size).toBe(laws.length);
    for (const { url, paraphrase, certainty, checkedOn } of citations) {
      expect(url).toMatch(/^https:\/\//);
      expect(paraphrase).toMatch(/\.$/);
      expect([certainty, checkedOn].every(Boolean)).toBe(true);
    }
  });

  test('can be put into a letter as a paragraph', () => {
    expect(prove(late, 'ca.imr.deadline.silence', '2026-11-21').paragraph).toBe(
      "The plan's 30 days to answer the grievance received on Fri, May 1, 2026 ended on Sun, May 31, 2026 without a letter. " +
        'Six calendar months from Sunday, May 31, 2026 end on Monday, November 30, 2026, November having no day 31. ' +
        '(H&S 1368.01(a); H&S 1374.30(j)(3); H&S 1374.30(k); Gov. Code 6804.)',
    );
    expect(prove(late, 'ca.grv.resolve', '2026-11-21').paragraph).toContain(
      'The plan acted on Friday, June 12, 2026, 12 days late.',
    );
    expect(prove(grieved, 'ca.grv.resolve', '2026-06-05').paragraph).toContain(
      'By Friday, June 5, 2026 that had not happened, 5 days after the last day.',
    );
  });

  test('counts under the text of the rule that was in force when the clock started', () => {
    const { facts } = assessCase(grieved.record, localDate('2026-05-25'));
    const rules = rulesWith([
      {
        rule: 'ca.grv.resolve',
        periodCount: 20,
        periodUnit: 'calendar days',
        inForceFrom: localDate('2026-05-01'),
        inForceTo: null,
      },
    ]);
    expect(proofOf(facts, 'ca.grv.resolve', rules)).toMatchObject({
      deadline: { dueOn: '2026-05-21' },
      stages: [{ count: 20, to: '2026-05-21' }],
    });
    expect(proofOf(facts, 'ca.grv.resolve')?.deadline.dueOn).toBe('2026-05-31');
  });
});
