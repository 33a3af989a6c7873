import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { stageOf } from '../../../lib/cases/stage.ts';
import { assess } from '../../../lib/deadlines/assess.ts';
import { readFacts } from '../../../lib/deadlines/read-facts.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

function stage(
  asOf: string,
  facts: Record<string, unknown>,
  coverage = { program: 'commercial', regulator: 'DMHC' },
) {
  const read = readFacts({ asOf, coverage, ...facts });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return stageOf(read.facts, assess(read.facts), false);
}

const received = { receivedOn: '2026-02-02' };
const upheld = { ...received, decision: { letterDate: '2026-02-20', outcome: 'upheld' } };

test('goes by the plan’s own time to answer, whatever other date is worked to', () => {
  const grieved = aCase().denied('2026-01-20').grieved({ receivedOn: '2026-02-02' });
  const on = (told: CaseBuilder, day: string) => {
    const { facts, assessment } = assessCase(told.record, localDate(day));
    return stageOf(facts, assessment, false);
  };
  const agreed = grieved.dated('ca.grv.resolve', '2026-02-20');
  expect(on(agreed, '2026-02-21')).toBe('grievance');
  expect(on(agreed, '2026-03-05')).toBe('imr-open');
  const extended = grieved.dated('ca.grv.resolve', '2026-03-18', 'extension');
  expect(on(extended, '2026-03-04')).toBe('grievance');
  expect(on(extended, '2026-03-05')).toBe('imr-open');
});

describe('the stage of a case', () => {
  test.each([
    ['intake', '2026-02-02', { denial: { letterDate: '2026-01-20' } }],
    ['grievance', '2026-02-10', { grievance: received }],
    ['grievance', '2026-03-04', { grievance: received }],
    ['imr-open', '2026-03-05', { grievance: received }],
    ['grievance', '2026-02-05', { grievance: { ...received, expedited: true } }],
    ['imr-open', '2026-02-06', { grievance: { ...received, expedited: true } }],
    ['imr-open', '2026-02-21', { grievance: upheld }],
    [
      'plan-overturned',
      '2026-02-21',
      { grievance: { ...received, decision: { letterDate: '2026-02-20', outcome: 'overturned' } } },
    ],
    ['imr-not-available', '2026-02-21', { denial: { basis: ['not-covered'] }, grievance: upheld }],
    ['imr-screening', '2026-03-10', { grievance: upheld, imr: { appliedOn: '2026-03-09' } }],
    [
      'imr-review',
      '2026-03-20',
      { grievance: upheld, imr: { appliedOn: '2026-03-09', acceptedOn: '2026-03-12' } },
    ],
    [
      'complaint',
      '2026-03-20',
      { grievance: upheld, imr: { appliedOn: '2026-03-09', rejectedOn: '2026-03-12' } },
    ],
    [
      'determination',
      '2026-04-20',
      {
        grievance: upheld,
        imr: { appliedOn: '2026-03-09', decision: { date: '2026-04-15', outcome: 'overturned' } },
      },
    ],
    [
      'resolved',
      '2026-04-20',
      {
        grievance: upheld,
        imr: { appliedOn: '2026-03-09', decision: { date: '2026-04-15', outcome: 'upheld' } },
      },
    ],
  ])('is %s on %s', (expected, asOf, facts) => {
    expect(stage(asOf, facts)).toBe(expected);
  });

  test('turns to IMR open on day 31 of a silent insurer too', () => {
    const insurer = { program: 'commercial', regulator: 'CDI' };
    expect(stage('2026-03-04', { grievance: { filedOn: '2026-02-02' } }, insurer)).toBe('grievance');
    expect(stage('2026-03-05', { grievance: { filedOn: '2026-02-02' } }, insurer)).toBe('imr-open');
  });

  test('is closed whatever the facts say', () => {
    const read = readFacts({
      asOf: localDate('2026-03-05'),
      coverage: { program: 'commercial', regulator: 'DMHC' },
    });
    if (!read.ok) throw new Error('the facts are sound');
    expect(stageOf(read.facts, assess(read.facts), true)).toBe('closed');
  });
});
