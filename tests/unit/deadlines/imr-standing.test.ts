import { describe, expect, it } from 'vitest';
import { assessed, cdi, dmhc, type FactsByPath, mediCal, selfFunded } from './assessed-facts.ts';

const asOf = '2026-06-15';
const upheld = {
  'grievance.decision.letterDate': '2026-05-20',
  'grievance.decision.outcome': 'upheld',
} as const;
const overturned = { ...upheld, 'grievance.decision.outcome': 'overturned' } as const;
const coverageOnly = { 'denial.basis': ['not-covered', 'other'] } as const;

describe('whether the IMR is there, and where the case goes', () => {
  const lines: readonly (readonly [
    line: string,
    facts: FactsByPath,
    availability: string,
    route: string | null,
  ])[] = [
    [
      'decided, even with everything against it',
      {
        ...mediCal,
        ...overturned,
        ...coverageOnly,
        'imr.decision.date': '2026-06-01',
        'imr.decision.outcome': 'upheld',
        'hearing.heldOn': '2026-06-02',
      },
      'decided',
      'imr-dmhc',
    ],
    ['rejected by the DMHC', { ...dmhc, 'imr.rejectedOn': '2026-06-01' }, 'unavailable', 'complaint-dmhc'],
    ['rejected by CDI', { ...cdi, 'imr.rejectedOn': '2026-06-01' }, 'unavailable', 'complaint-cdi'],
    ['rejected in Medi-Cal', { ...mediCal, 'imr.rejectedOn': '2026-06-01' }, 'unavailable', 'state-hearing'],
    ['applied for', { ...dmhc, ...overturned, 'imr.appliedOn': '2026-06-01' }, 'filed', 'imr-dmhc'],
    ['known by a step alone', { ...cdi, 'imr.implementedOn': '2026-06-01' }, 'filed', 'imr-cdi'],
    ['overturned by the plan', { ...selfFunded, ...overturned }, 'unavailable', null],
    [
      'self-funded',
      { ...selfFunded, ...upheld, 'imr.appliedOn': '2026-06-01' },
      'unavailable',
      'federal-external-review',
    ],
    [
      'Medicare',
      { 'coverage.program': 'medicare', 'coverage.regulator': 'DMHC' },
      'unavailable',
      'medicare-appeal',
    ],
    [
      'no regulator',
      { 'coverage.program': 'other', 'coverage.regulator': 'none' },
      'unavailable',
      'ask-regulator',
    ],
    [
      'Medi-Cal without a license',
      { ...mediCal, 'coverage.knoxKeene': false, ...upheld, 'imr.appliedOn': '2026-06-01' },
      'unavailable',
      'state-hearing',
    ],
    [
      'Medi-Cal, hearing held',
      { ...mediCal, ...upheld, 'hearing.heldOn': '2026-06-01' },
      'unavailable',
      'state-hearing',
    ],
    [
      'Medi-Cal, hearing asked for',
      { ...mediCal, ...upheld, 'hearing.requestedOn': '2026-06-01' },
      'available',
      'imr-dmhc',
    ],
    [
      'a hearing outside Medi-Cal',
      { ...dmhc, ...upheld, 'hearing.heldOn': '2026-06-01' },
      'available',
      'imr-dmhc',
    ],
    ['about coverage alone', { ...cdi, ...upheld, ...coverageOnly }, 'unavailable', 'complaint-cdi'],
    [
      'coverage alone, in Medi-Cal',
      { ...mediCal, ...upheld, ...coverageOnly },
      'unavailable',
      'state-hearing',
    ],
    [
      'mixed',
      { ...dmhc, ...upheld, 'denial.basis': ['not-covered', 'experimental'] },
      'available',
      'imr-dmhc',
    ],
    [
      'the day the letter is dated',
      { ...dmhc, ...upheld, 'grievance.decision.letterDate': asOf },
      'available',
      'imr-dmhc',
    ],
    ['the last day of the plan', { ...dmhc, 'grievance.receivedOn': '2026-05-16' }, 'not-yet', 'imr-dmhc'],
    ['the day after it', { ...dmhc, 'grievance.receivedOn': '2026-05-15' }, 'available', 'imr-dmhc'],
    ['without any event', { ...dmhc }, 'not-yet', 'imr-dmhc'],
    [
      'of an unknown regulator',
      { ...dmhc, 'coverage.regulator': 'unknown', ...upheld },
      'available',
      'ask-regulator',
    ],
    [
      'coverage, regulator unknown',
      { ...dmhc, 'coverage.regulator': 'unknown', ...upheld, ...coverageOnly },
      'unavailable',
      'ask-regulator',
    ],
  ];

  it.each(lines)('%s', (_line, facts, availability, route) => {
    const { imr } = assessed({ ...facts, asOf });
    expect([imr.availability, imr.route]).toEqual([availability, route]);
    const isOpened = imr.availableFrom !== null || imr.openedBy !== null;
    expect(isOpened && availability === 'unavailable').toBe(false);
    expect(imr.reasons.length).toBeGreaterThan(0);
  });
});

describe('what opens the IMR', () => {
  const openings: readonly (readonly [facts: FactsByPath, rule: string | null, from: string | null])[] = [
    [{ ...dmhc, ...upheld }, 'ca.imr.open.upheld', '2026-05-20'],
    [{ ...dmhc, 'grievance.receivedOn': '2026-05-01' }, 'ca.imr.open.silence', '2026-06-01'],
    [
      { ...cdi, 'grievance.filedOn': '2026-05-01', 'grievance.receivedOn': '2026-05-05' },
      'cdi.appeal.silence',
      '2026-06-01',
    ],
    [
      { ...cdi, 'grievance.receivedOn': '2026-05-05', 'grievance.expedited': true },
      'cdi.appeal.silence',
      '2026-05-09',
    ],
    [{ ...dmhc, 'grievance.filedOn': '2026-05-01' }, null, null],
    [{ ...dmhc, 'denial.letterDate': '2026-04-01', 'denial.basis': ['medical-necessity'] }, null, null],
    [
      { ...dmhc, 'denial.letterDate': '2026-04-01', 'denial.basis': ['experimental'] },
      'ca.imr.open.experimental',
      '2026-04-01',
    ],
    [
      { ...cdi, 'denial.letterDate': '2026-04-01', 'denial.basis': ['experimental'] },
      'ca.imr.open.experimental',
      '2026-04-01',
    ],
    [{ ...cdi, 'denial.letterDate': '2026-04-01', 'denial.basis': ['emergency-or-urgent'] }, null, null],
    [
      { ...dmhc, 'denial.letterDate': '2026-04-01', 'denial.basis': ['experimental', 'emergency-or-urgent'] },
      'ca.imr.open.emergency',
      '2026-04-01',
    ],
    [
      { ...dmhc, 'grievance.filedOn': '2026-05-01', 'grievance.expedited': true },
      'ca.imr.open.urgent',
      '2026-05-01',
    ],
    [
      { ...dmhc, 'denial.letterDate': '2026-04-01', 'imr.expedited': true },
      'ca.imr.open.urgent',
      '2026-04-01',
    ],
    [
      { ...dmhc, ...upheld, 'grievance.filedOn': '2026-05-20', 'grievance.expedited': true },
      'ca.imr.open.upheld',
      '2026-05-20',
    ],
    [{ ...dmhc, 'grievance.receivedOn': '2026-06-14' }, 'ca.imr.open.silence', '2026-07-15'],
  ];

  it.each(openings)('%j: %s from %s', (facts, rule, from) => {
    const { imr } = assessed({ ...facts, asOf });
    expect([imr.openedBy, imr.availableFrom]).toEqual([rule, from]);
  });
});

describe('the last safe day and the other readings', () => {
  it('follow the day the plan fell silent when a letter came later', () => {
    const late = {
      ...dmhc,
      asOf: '2026-07-01',
      'grievance.receivedOn': '2026-05-01',
      ...upheld,
      'grievance.decision.letterDate': '2026-06-12',
      'grievance.decision.receivedOn': '2026-06-15',
    };
    expect(assessed(late).imr).toMatchObject({
      fileBy: '2026-11-30',
      fileByRule: 'ca.imr.deadline.silence',
      otherReadings: [
        { rule: 'ca.imr.deadline.lateLetter', fileBy: '2026-12-12' },
        { rule: 'ca.imr.deadline.receipt', fileBy: '2026-12-15' },
      ],
    });
  });

  it('name the first rule in ASCII order where two limits fall on one day', () => {
    const facts = {
      ...dmhc,
      asOf: '2026-07-01',
      'denial.letterDate': '2026-05-31',
      'denial.basis': ['experimental'],
      'grievance.receivedOn': '2026-05-01',
    };
    expect(assessed(facts).imr).toMatchObject({
      fileBy: '2026-11-30',
      fileByRule: 'ca.imr.deadline.experimental',
      otherReadings: [],
    });
  });

  it('tell each later date of an insured case once', () => {
    const facts = {
      ...cdi,
      asOf: '2026-07-01',
      'denial.letterDate': '2026-04-10',
      'denial.basis': ['experimental'],
      'grievance.filedOn': '2026-05-01',
      ...upheld,
      'grievance.decision.letterDate': '2026-06-10',
    };
    expect(assessed(facts).imr).toMatchObject({
      fileBy: '2026-10-10',
      fileByRule: 'cdi.imr.deadline',
      otherReadings: [
        { rule: 'cdi.imr.deadline', fileBy: '2026-11-30' },
        { rule: 'cdi.imr.deadline', fileBy: '2026-12-10' },
      ],
    });
    const sameDay = { ...facts, 'denial.letterDate': '2026-05-31', asOf: '2026-07-01' };
    expect(assessed(sameDay).imr.otherReadings).toEqual([{ rule: 'cdi.imr.deadline', fileBy: '2026-12-10' }]);
  });

  it('are not there once the dispute is over', () => {
    const facts = { ...dmhc, asOf: '2026-07-01', 'grievance.receivedOn': '2026-05-01', ...overturned };
    expect(assessed(facts).imr).toMatchObject({ fileBy: null, fileByRule: null, otherReadings: [] });
  });
});

describe('whether an application came in time', () => {
  const decided = { ...dmhc, asOf: '2027-06-01', ...upheld, 'grievance.decision.letterDate': '2026-05-26' };
  const filings: readonly (readonly [applied: string, filing: string])[] = [
    ['2026-11-25', 'timely'],
    ['2026-11-26', 'timely'],
    ['2026-11-27', 'late-but-timely-on-another-reading'],
    ['2026-11-30', 'late-but-timely-on-another-reading'],
    ['2026-12-01', 'late'],
  ];

  it.each(filings)('applied on %s, due on Thanksgiving: %s', (appliedOn, filing) => {
    expect(assessed({ ...decided, 'imr.appliedOn': appliedOn }).imr.filing).toBe(filing);
  });

  it('takes the day of receipt where the day of sending is unknown', () => {
    expect(assessed({ ...decided, 'imr.receivedAt': '2026-11-27T07:59:59Z' }).imr.filing).toBe('timely');
    expect(assessed({ ...decided, 'imr.receivedAt': '2026-11-27T08:00:00Z' }).imr.filing).toBe(
      'late-but-timely-on-another-reading',
    );
  });

  it('says nothing without an application or a limit', () => {
    expect(assessed(decided).imr.filing).toBeNull();
    expect(assessed({ ...dmhc, asOf, 'imr.appliedOn': '2026-06-01' }).imr.filing).toBeNull();
  });
});

describe('what to do now', () => {
  it('names the verb, the department and the day', () => {
    const facts = { ...dmhc, asOf: '2026-11-21', 'grievance.receivedOn': '2026-05-01', ...upheld };
    const [first] = assessed({ ...facts, 'grievance.decision.letterDate': '2026-06-12' }).nextSteps;
    expect(first).toEqual({
      who: 'client',
      text: 'File the IMR with the DMHC Help Center by Mon, Nov 30, 2026.',
      rule: 'ca.imr.deadline.silence',
    });
  });

  it('never says expired: past the safe day it says to file, and why', () => {
    const facts = { ...dmhc, ...upheld, 'grievance.decision.letterDate': '2026-05-26' };
    const [rolled] = assessed({ ...facts, asOf: '2026-11-27' }).nextSteps;
    expect(rolled?.text).toContain('another reading runs through Mon, Nov 30, 2026');
    const [past] = assessed({ ...facts, asOf: '2026-12-01' }).nextSteps;
    expect(past).toMatchObject({ rule: 'ca.imr.extension' });
    expect(past?.text).toContain('ask for an extension');
  });

  it('names the same later day as the readings do, and the working day it moves to only once that day is over', () => {
    const facts = {
      ...dmhc,
      ...upheld,
      'grievance.receivedOn': '2026-04-18',
      'grievance.decision.letterDate': '2026-05-23',
      'grievance.decision.receivedOn': '2026-05-26',
    };
    const told = (asOf: string) => {
      const { nextSteps, imr } = assessed({ ...facts, asOf });
      return [nextSteps[0]?.text, ...imr.reasons.map(({ text }) => text)].filter((text) =>
        text?.includes('another reading runs through'),
      );
    };
    for (const text of told('2026-11-21')) expect(text).toContain('runs through Thu, Nov 26, 2026');
    for (const text of told('2026-11-27')) expect(text).toContain('runs through Mon, Nov 30, 2026');
    expect([told('2026-11-21').length, told('2026-11-27').length]).toEqual([2, 2]);
  });

  it('speaks once for the two limits of a hearing', () => {
    const facts = { ...mediCal, ...upheld };
    const hearingSteps = (day: string) =>
      assessed({ ...facts, asOf: day }).nextSteps.flatMap(({ rule }) =>
        rule?.startsWith('mc.hearing') ? [rule] : [],
      );
    expect(hearingSteps('2026-06-01')).toEqual(['mc.hearing.file']);
    expect(hearingSteps('2026-09-18')).toEqual(['mc.hearing.outer']);
    expect(hearingSteps('2026-11-17')).toEqual(['mc.hearing.outer']);
  });

  it('asks for the one fact that would start the clock', () => {
    const { nextSteps } = assessed({ ...dmhc, asOf, 'grievance.filedOn': '2026-06-01' });
    expect(nextSteps.map(({ text }) => text)).toContain(
      'Ask the plan which day it received the grievance: its days to answer run from there.',
    );
  });

  it('gives every case that is not over something to do', () => {
    for (const facts of [dmhc, cdi, mediCal]) {
      expect(assessed({ ...facts, asOf }).nextSteps).not.toEqual([]);
    }
  });
});
