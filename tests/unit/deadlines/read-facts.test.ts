import { describe, expect, it } from 'vitest';
import { assessJson, assessJsonText } from '../../../lib/deadlines/assess-json.ts';
import { readFacts, readFactsList } from '../../../lib/deadlines/read-facts.ts';
import { dmhc, type FactsByPath, mediCal, nested, problemPaths } from './assessed-facts.ts';

const asOf = '2026-06-15';
const valid = { ...dmhc, asOf };

describe('facts without a flaw', () => {
  it('are read as they are', () => {
    const json = nested({ ...valid, 'grievance.receivedAt': '2026-06-15T09:00Z', 'denial.basis': ['other'] });
    expect(readFacts(json)).toEqual({ ok: true, facts: json });
  });

  const accepted: readonly FactsByPath[] = [
    { ...valid, 'grievance.receivedOn': asOf },
    { ...valid, 'grievance.receivedOn': '1990-01-01' },
    { ...valid, asOf: '1990-01-01' },
    { ...valid, asOf: '2026-06-15T10:00:00Z', 'imr.receivedAt': '2026-06-15T03:00:00-07:00' },
    { ...valid, 'imr.receivedAt': '2026-06-16T06:59:59Z' },
    { ...valid, 'denial.letterDate': asOf, 'denial.receivedOn': asOf, 'denial.servicesEndOn': '2027-06-15' },
    { ...valid, asOf: '2028-02-29', 'denial.servicesEndOn': '2029-02-28' },
    { ...valid, 'imr.documentsSentOn': '2026-06-10', 'imr.reviewerReceivedOn': '2026-06-01' },
    { ...valid, 'imr.planNotifiedOn': '2026-06-05', 'imr.rejectedOn': '2026-06-01' },
    { ...valid, 'grievance.receivedOn': '2026-05-04', 'grievance.receivedAt': '2026-05-05T06:59:59Z' },
    { ...valid, 'imr.receivedAt': '2026-06-01T12:00Z', 'imr.acceptedOn': '2026-06-01' },
    { ...valid, 'coverage.serviceCoveredBy': 'medicare', 'coverage.knoxKeene': false },
    {
      ...valid,
      'coverage.program': 'medicare-medi-cal',
      'coverage.regulator': 'CDI',
      'coverage.serviceCoveredBy': 'medi-cal',
    },
  ];

  it.each(accepted)('%j', (facts) => {
    expect(problemPaths(facts)).toEqual([]);
  });
});

describe('a flaw is reported under its path', () => {
  const flaws: readonly (readonly [facts: FactsByPath, ...paths: string[]])[] = [
    [{ ...dmhc }, 'asOf'],
    [{ asOf }, 'coverage'],
    [{ asOf, 'coverage.knoxKeene': true }, 'coverage.program', 'coverage.regulator'],
    [{ asOf, coverage: null }, 'coverage'],
    [{ asOf, coverage: [] }, 'coverage'],
    [{ ...valid, asOf: '2026-06-31' }, 'asOf'],
    [{ ...valid, asOf: '2026-06-15T10:00:00' }, 'asOf'],
    [{ ...valid, asOf: '1989-12-31' }, 'asOf'],
    [{ ...valid, asOf: '1990-01-01T00:00:00Z' }, 'asOf'],
    [{ ...valid, asOf: 20260615 }, 'asOf'],
    [{ ...valid, note: 'x' }, 'note'],
    [{ ...valid, 'imr.decision': {} }, 'imr.decision.date', 'imr.decision.outcome'],
    [
      { ...valid, 'grievance.decision': { receivedOn: asOf } },
      'grievance.decision.letterDate',
      'grievance.decision.outcome',
    ],
    [{ ...valid, 'grievance.expedited': 'true' }, 'grievance.expedited'],
    [{ ...valid, 'grievance.receivedOn': '2026-06-15T09:00Z' }, 'grievance.receivedOn'],
    [{ ...valid, 'grievance.receivedAt': '2026-06-15' }, 'grievance.receivedAt'],
    [{ ...valid, 'grievance.receivedAt': '2026-06-01T24:00:00Z' }, 'grievance.receivedAt'],
    [{ ...valid, 'denial.basis': [] }, 'denial.basis'],
    [{ ...valid, 'denial.basis': 'other' }, 'denial.basis'],
    [{ ...valid, 'denial.basis': ['other', 'other'] }, 'denial.basis'],
    [{ ...valid, 'denial.basis': ['other', null, 'x'] }, 'denial.basis.1', 'denial.basis.2'],
    [{ ...valid, 'coverage.program': 'self-funded' }, 'coverage.regulator'],
    [{ ...valid, 'coverage.program': 'self-funded', 'coverage.regulator': 'CDI' }, 'coverage.regulator'],
    [{ ...valid, ...mediCal, 'coverage.regulator': 'CDI' }, 'coverage.regulator'],
    [{ ...valid, 'coverage.program': 'medicare-medi-cal' }, 'coverage.serviceCoveredBy'],
    [{ ...valid, 'coverage.serviceCoveredBy': 'both' }, 'coverage.serviceCoveredBy'],
    [{ ...valid, 'grievance.receivedOn': '2026-06-16' }, 'grievance.receivedOn'],
    [{ ...valid, 'grievance.receivedAt': '2026-06-16T07:00:00Z' }, 'grievance.receivedAt'],
    [
      { ...valid, asOf: '2026-06-15T10:00:00Z', 'imr.receivedAt': '2026-06-15T03:00:01-07:00' },
      'imr.receivedAt',
    ],
    [{ ...valid, asOf: '2026-06-15T10:00:00Z', 'imr.receivedOn': '2026-06-16' }, 'imr.receivedOn'],
    [{ ...valid, 'denial.letterDate': '1989-12-31' }, 'denial.letterDate'],
    [{ ...valid, 'denial.servicesEndOn': '2027-06-16' }, 'denial.servicesEndOn'],
    [{ ...valid, asOf: '2028-02-29', 'denial.servicesEndOn': '2029-03-01' }, 'denial.servicesEndOn'],
    [
      { ...valid, 'imr.acceptedOn': '2026-06-01', 'imr.acceptedAt': '2026-06-02T07:00:00Z' },
      'imr.acceptedAt',
    ],
    [{ ...valid, 'imr.rejectedOn': '2026-06-01', 'imr.acceptedAt': '2026-06-01T12:00Z' }, 'imr.rejectedOn'],
    [
      { ...valid, 'imr.rejectedOn': '2026-06-01', 'imr.decision': { date: '2026-06-01', outcome: 'upheld' } },
      'imr.rejectedOn',
    ],
    [
      { ...valid, 'imr.receivedAt': '2026-06-01T12:00:01Z', 'imr.acceptedAt': '2026-06-01T12:00:00Z' },
      'imr.acceptedAt',
    ],
    [
      {
        ...valid,
        'grievance.filedOn': '2026-06-03',
        'grievance.receivedOn': '2026-06-02',
        'grievance.receivedAt': '2026-06-02T12:00Z',
      },
      'grievance.receivedAt',
    ],
  ];

  it.each(flaws.map(([facts, ...paths]) => ({ facts, paths })))('$facts', ({ facts, paths }) => {
    expect(problemPaths(facts)).toEqual(paths.toSorted());
  });

  const inOrder: readonly (readonly [before: string, after: string])[] = [
    ['denial.letterDate', 'denial.receivedOn'],
    ['grievance.filedOn', 'grievance.receivedOn'],
    ['grievance.filedOn', 'grievance.acknowledgedOn'],
    ['grievance.filedOn', 'grievance.statementOn'],
    ['grievance.filedOn', 'grievance.decision.letterDate'],
    ['grievance.receivedOn', 'grievance.acknowledgedOn'],
    ['grievance.receivedOn', 'grievance.statementOn'],
    ['grievance.receivedOn', 'grievance.decision.letterDate'],
    ['grievance.decision.letterDate', 'grievance.decision.receivedOn'],
    ['hearing.requestedOn', 'hearing.heldOn'],
    ['imr.appliedOn', 'imr.receivedOn'],
    ['imr.appliedOn', 'imr.acceptedOn'],
    ['imr.appliedOn', 'imr.rejectedOn'],
    ['imr.appliedOn', 'imr.planNotifiedOn'],
    ['imr.appliedOn', 'imr.documentsSentOn'],
    ['imr.appliedOn', 'imr.reviewerReceivedOn'],
    ['imr.appliedOn', 'imr.decision.date'],
    ['imr.receivedOn', 'imr.acceptedOn'],
    ['imr.receivedOn', 'imr.rejectedOn'],
    ['imr.receivedOn', 'imr.decision.date'],
    ['imr.acceptedOn', 'imr.decision.date'],
    ['imr.reviewerReceivedOn', 'imr.decision.date'],
    ['imr.decision.date', 'imr.decision.planReceivedOn'],
    ['imr.decision.date', 'imr.implementedOn'],
    ['complaint.receivedOn', 'complaint.decidedOn'],
    ['externalReview.filedOn', 'externalReview.receivedOn'],
    ['externalReview.filedOn', 'externalReview.decidedOn'],
    ['externalReview.receivedOn', 'externalReview.decidedOn'],
  ];

  it.each(inOrder)('%s comes before %s, on the same day at the latest', (before, after) => {
    const flawed = withDecisions({ ...valid, [before]: '2026-06-10', [after]: '2026-06-09' });
    expect(problemPaths(flawed)).toEqual([after]);
    expect(problemPaths(withDecisions({ ...valid, [before]: '2026-06-10', [after]: '2026-06-10' }))).toEqual(
      [],
    );
  });

  it('says what is wrong, the rule, and what to do', () => {
    const read = readFacts(
      nested({ ...valid, 'denial.letterDate': '2026-06-10', 'denial.receivedOn': '2026-06-09' }),
    );
    expect(read).toEqual({
      ok: false,
      problems: [
        {
          path: 'denial.receivedOn',
          message:
            'Tue, Jun 9, 2026 comes before denial.letterDate, Wed, Jun 10, 2026. It can only follow it: correct one of the two.',
          flaw: {
            is: 'out-of-order',
            on: '2026-06-09',
            earlier: { path: 'denial.letterDate', on: '2026-06-10' },
          },
        },
      ],
    });
  });
});

describe('hostile input', () => {
  it.each([null, true, 3, 'x', [], undefined, Symbol.iterator, () => 1])('%s is no case', (json) => {
    expect(readFacts(json)).toMatchObject({ ok: false, problems: [{ path: '' }] });
  });

  it('cannot reach a prototype', () => {
    const json: unknown = JSON.parse(
      `{"asOf":"${asOf}","coverage":{"program":"commercial","regulator":"DMHC"},"__proto__":{},"constructor":1,"toString":{}}`,
    );
    const read = readFacts(json);
    expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ]);
    const inherited: unknown = Object.create({
      asOf,
      coverage: { program: 'commercial', regulator: 'DMHC' },
    });
    expect(readFacts(inherited).ok).toBe(false);
  });

  it('may be very long or very deep', () => {
    const long = nested({ ...valid, 'denial.basis': Array.from({ length: 200_000 }, () => 'x') });
    const read = readFacts(long);
    expect(read.ok ? 0 : read.problems.length).toBe(200_001);
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(assessJsonText(deep)).toMatchObject({ ok: false, problems: [{ path: '0' }] });
    expect(assessJsonText(`{"asOf":${deep}}`).ok).toBe(false);
  });
});

describe('a list of cases', () => {
  it('is refused whole, each flaw under its index', () => {
    const read = readFactsList([nested(valid), 7, nested({ ...valid, 'imr.receivedOn': '2027-01-01' })]);
    expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual(['1', '2.imr.receivedOn']);
  });

  it('is assessed in its order, an empty one to an empty one', () => {
    expect(assessJson([])).toEqual({ ok: true, body: [] });
    expect(assessJson([nested(valid), nested({ ...valid, 'imr.appliedOn': '2026-06-01' })])).toMatchObject({
      ok: true,
      body: [{ imr: { availability: 'not-yet' } }, { imr: { availability: 'filed' } }],
    });
  });

  it('may be no JSON at all', () => {
    for (const text of ['', '{', 'undefined', '{"asOf":}']) {
      expect(assessJsonText(text)).toMatchObject({ ok: false, problems: [{ path: '' }] });
    }
  });
});

/** A decision needs its date and outcome before anything about it can be said. */
function withDecisions(facts: FactsByPath): FactsByPath {
  const paths = Object.keys(facts);
  const isDecided = (group: string) => paths.some((path) => path.startsWith(`${group}.decision.`));
  return {
    ...(isDecided('grievance') ? { 'grievance.decision.letterDate': '2026-06-10' } : {}),
    ...facts,
    ...(isDecided('grievance') ? { 'grievance.decision.outcome': 'upheld' } : {}),
    ...(isDecided('imr') ? { 'imr.decision.outcome': 'upheld' } : {}),
  };
}
