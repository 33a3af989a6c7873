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

function outcome(told: CaseBuilder, rule: string, today: string): string {
  const { paragraph, deadline } = prove(told, rule, today);
  return paragraph.outcomeAgainst(deadline.dueOn);
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

  test('can be put into a letter as a paragraph that says whose act is due, and what came of it', () => {
    const { paragraph, deadline } = prove(late, 'ca.imr.deadline.silence', '2026-11-21');
    expect(paragraph.reckoning).toBe(
      "The plan's 30 days to answer the grievance received on Fri, May 1, 2026 ended on Sun, May 31, 2026 without a letter. " +
        'Six calendar months from Sunday, May 31, 2026 end on Monday, November 30, 2026, November having no day 31. ' +
        'That is the last day for the client to ask for the IMR.',
    );
    expect(paragraph.outcomeAgainst(deadline.dueOn)).toBe('');
    expect(paragraph.laws).toBe('(H&S 1368.01(a); H&S 1374.30(j)(3); H&S 1374.30(k); Gov. Code 6804.)');
    expect(outcome(late, 'ca.grv.resolve', '2026-11-21')).toBe(
      'The plan acted on Friday, June 12, 2026, 12 days late.',
    );
    expect(outcome(grieved, 'ca.grv.resolve', '2026-06-05')).toBe(
      'By Friday, June 5, 2026 the plan had not done so, 5 days after the last day.',
    );
    expect(outcome(grieved.answered('2026-05-03', 'upheld'), 'ca.grv.ack', '2026-06-05')).toBe(
      'This date no longer matters.',
    );
  });

  test('a later reading says in its paragraph that another date is the safe one', () => {
    expect(prove(late, 'ca.imr.deadline.lateLetter', '2026-11-21').paragraph.reckoning).toContain(
      'This is a later reading of the law, not relied on: the safe date is Monday, November 30, 2026.',
    );
  });

  test('a paragraph leaves out the provisions of a working day that it does not speak of', () => {
    const answered = aCase()
      .denied('2026-04-14')
      .grieved({ receivedOn: '2026-05-01' })
      .answered('2026-05-20', 'upheld');
    const { deadline, citations, paragraph } = prove(answered, 'ca.imr.deadline.decision', '2026-06-05');
    expect(deadline.rolledOn).toBeUndefined();
    const weekend = prove(
      aCase().denied('2026-04-14').grieved({ receivedOn: '2026-05-01' }).answered('2026-05-21', 'upheld'),
      'ca.imr.deadline.decision',
      '2026-06-05',
    );
    expect(weekend.deadline.rolledOn).toBe('2026-11-23');
    expect(weekend.citations.map(({ law }) => law)).toContain('CCP 12a');
    expect(weekend.paragraph.laws).toBe(paragraph.laws);
    expect(citations.map(({ law }) => law)).not.toContain('CCP 12a');
  });

  test('a paragraph says why a last day is not the one that was counted', () => {
    const moved = proofOf(
      {
        asOf: localDate('2026-03-04'),
        coverage: { program: 'self-funded', regulator: 'none' },
        grievance: {
          decision: {
            letterDate: localDate('2026-03-02'),
            outcome: 'upheld',
            receivedOn: localDate('2026-03-04'),
          },
        },
      },
      'fed.ext.file',
    );
    expect(moved?.paragraph.reckoning).toContain(
      'end on Saturday, July 4, 2026. That is a Saturday, a Sunday or a federal holiday, and the rule itself moves it: ' +
        'the last day for the client to ',
    );
    expect(moved?.paragraph.reckoning).toMatch(/ is Monday, July 6, 2026\.$/);
  });

  test('tells what no text settles about its rule', () => {
    expect(prove(late, 'ca.imr.deadline.silence', '2026-11-21').openQuestion).toContain(
      'Which of the two the department applies is not known',
    );
    expect(prove(late, 'ca.grv.resolve', '2026-11-21').openQuestion).toBeNull();
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

  test('tells the dates beside the one counted, and what nobody has checked, apart from the steps', () => {
    const saturday = grieved.answered('2026-05-28', 'upheld');
    const { steps, deadline, doubts } = prove(saturday, 'ca.imr.deadline.decision', '2026-06-05');
    expect(deadline.rolledOn).toBe('2026-11-30');
    expect(steps.map(({ text }) => text).join(' ')).not.toMatch(/information only|not been checked/);
    expect(steps.at(-1)).toEqual({
      text: 'In time through the end of Sat, Nov 28, 2026.',
      result: '2026-11-28',
      laws: [],
    });
    expect(doubts).toEqual([]);
    const review = grieved.filed('2026-06-10', {
      receivedOn: '2026-06-10',
      reviewerReceivedOn: '2026-06-20',
    });
    expect(prove(review, 'ca.imr.decide', '2026-06-25').doubts).toEqual([
      'The wording of H&S 1374.33(c) has not been checked against the official text yet.',
    ]);
  });

  test('doubts what gives the plan its days too, where the count began with its silence', () => {
    const facts = {
      asOf: localDate('2026-06-05'),
      coverage: { program: 'medi-cal', regulator: 'DMHC', knoxKeene: true },
      grievance: { receivedOn: localDate('2026-03-20') },
    } as const;
    expect(proofOf(facts, 'mc.hearing.file')?.doubts).toEqual([
      'The wording of W&I 14197.3(b) has not been checked against the official text yet.',
    ]);
  });

  test('says where a count ends in a month that is too short for it, and that no case settles it', () => {
    expect(prove(late, 'ca.imr.deadline.silence', '2026-11-21').monthEnd).toMatch(/No California case/);
    expect(prove(late, 'ca.grv.resolve', '2026-11-21').monthEnd).toBeNull();
  });

  test('says what popular pages say otherwise, with the law and what is used', () => {
    const popular = (told: CaseBuilder, rule: string) =>
      prove(told, rule, '2026-11-21').disagreements.map(({ popular: says }) => says);
    expect(popular(late, 'ca.imr.deadline.silence')).toEqual([
      'The application is due six months from the date on the denial letter.',
      "The application is due six months after the plan's written decision.",
      'The six months are strict: whoever misses them gets no review.',
      'The review comes after the plan has denied the appeal.',
    ]);
    expect(popular(late, 'ca.grv.resolve')).toEqual([]);
  });

  test('cites the Insurance Code beside a popular page where an insurer decided', () => {
    const facts = {
      asOf: localDate('2026-11-21'),
      coverage: { program: 'commercial', regulator: 'CDI' },
      grievance: {
        filedOn: localDate('2026-06-10'),
        decision: { letterDate: localDate('2026-06-30'), outcome: 'upheld' },
      },
    } as const;
    const found = proofOf(facts, 'cdi.imr.deadline')?.disagreements ?? [];
    expect(found.map(({ citations }) => citations.map(({ law }) => law))).toEqual([
      ['Ins. Code 10169(j)', 'Ins. Code 10169(k)'],
      ['Ins. Code 10169(k)'],
    ]);
  });

  test('gives an insurer’s clock the Insurance Code, beside its steps and beside a popular page', () => {
    const proof = proofOf(
      {
        asOf: localDate('2026-11-21'),
        coverage: { program: 'commercial', regulator: 'CDI' },
        imr: { reviewerReceivedOn: localDate('2026-11-11') },
      },
      'ca.imr.decide',
    );
    expect(proof?.steps[1]?.laws).toEqual(['Ins. Code 10169.3(c)']);
    expect(proof?.disagreements.flatMap(({ citations }) => citations.map(({ law }) => law))).toEqual([
      'Ins. Code 10169.3(c)',
    ]);
  });
});
