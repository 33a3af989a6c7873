import { describe, expect, it } from 'vitest';
import {
  cdi,
  deadlineOf,
  dmhc,
  type FactsByPath,
  mediCal,
  rulesListed,
  selfFunded,
} from './assessed-facts.ts';

const asOf = '2026-12-01';
const silentGrievance = { ...dmhc, asOf, 'grievance.receivedOn': '2026-05-01' };
const upheldLetter = {
  'grievance.decision.letterDate': '2026-05-20',
  'grievance.decision.outcome': 'upheld',
} as const;
const lostImr = { 'imr.decision.date': '2026-09-01', 'imr.decision.outcome': 'upheld' } as const;
const wonImr = { 'imr.decision.date': '2026-09-01', 'imr.decision.outcome': 'overturned' } as const;

describe('what makes a deadline moot', () => {
  const cases: readonly (readonly [why: string, rule: string, facts: FactsByPath])[] = [
    [
      'a grievance the plan acknowledged was filed',
      'ca.grv.file',
      { ...dmhc, asOf, 'denial.letterDate': '2026-01-10', 'grievance.acknowledgedOn': '2026-02-01' },
    ],
    [
      'an appeal the plan decided was filed',
      'mc.appeal.file',
      { ...mediCal, asOf, 'denial.letterDate': '2026-01-10', ...upheldLetter },
    ],
    [
      'an internal appeal with a statement was filed',
      'fed.appeal.file',
      { ...cdi, asOf, 'denial.receivedOn': '2026-01-10', 'grievance.statementOn': '2026-02-01' },
    ],
    ['a decision overtakes the acknowledgment', 'ca.grv.ack', { ...silentGrievance, ...upheldLetter }],
    [
      'a review that went on was asked for',
      'ca.imr.deadline.silence',
      { ...silentGrievance, 'imr.planNotifiedOn': '2026-08-01' },
    ],
    [
      'an implemented determination had an application',
      'ca.imr.deadline.silence',
      { ...silentGrievance, 'imr.implementedOn': '2026-08-01' },
    ],
    [
      'a rejected application was made',
      'cdi.imr.deadline',
      { ...cdi, asOf, 'grievance.filedOn': '2026-05-01', 'imr.rejectedOn': '2026-08-01' },
    ],
    [
      'a review that went on was accepted',
      'ca.imr.accept',
      { ...dmhc, asOf, 'imr.receivedOn': '2026-05-01', 'imr.documentsSentOn': '2026-05-20' },
    ],
    [
      'a rejected application needs no records',
      'ca.imr.planDocs',
      { ...dmhc, asOf, 'imr.planNotifiedOn': '2026-05-01', 'imr.rejectedOn': '2026-05-03' },
    ],
    [
      'a rejected application needs no decision',
      'ca.imr.decide.exp',
      {
        ...dmhc,
        asOf,
        'denial.basis': ['experimental'],
        'imr.receivedOn': '2026-05-01',
        'imr.rejectedOn': '2026-05-03',
      },
    ],
    [
      'the plan overturned itself after its time',
      'ca.imr.deadline.silence',
      {
        ...silentGrievance,
        'grievance.decision.letterDate': '2026-07-01',
        'grievance.decision.outcome': 'overturned',
      },
    ],
    ['the IMR decided the dispute', 'ca.grv.resolve', { ...silentGrievance, ...lostImr }],
    [
      'the IMR decided an insured dispute',
      'fed.appeal.file',
      { ...cdi, asOf, 'denial.receivedOn': '2026-01-10', ...lostImr },
    ],
    ['a won IMR leaves no hearing', 'mc.hearing.file', { ...mediCal, asOf, ...upheldLetter, ...wonImr }],
    [
      'a hearing was held',
      'mc.hearing.file',
      { ...mediCal, asOf, ...upheldLetter, 'hearing.heldOn': '2026-08-01' },
    ],
    [
      'a hearing was held, after a lost IMR',
      'mc.hearing.outer',
      { ...mediCal, asOf, ...upheldLetter, ...lostImr, 'hearing.heldOn': '2026-10-01' },
    ],
    [
      'a hearing closes the IMR',
      'ca.imr.deadline.decision',
      { ...mediCal, asOf, ...upheldLetter, 'hearing.heldOn': '2026-08-01' },
    ],
    [
      'a hearing overtakes the acknowledgment',
      'ca.grv.ack',
      { ...mediCal, asOf, 'grievance.receivedOn': '2026-05-01', 'hearing.heldOn': '2026-08-01' },
    ],
    [
      'the external review was decided',
      'fed.ext.file',
      {
        ...selfFunded,
        asOf,
        ...upheldLetter,
        'grievance.decision.receivedOn': '2026-05-22',
        'externalReview.decidedOn': '2026-08-01',
      },
    ],
  ];

  it.each(cases)('%s', (_why, rule, facts) => {
    expect(deadlineOf(rule, facts).status).toBe('moot');
  });
});

describe('what does not', () => {
  it('lets a known act stand over everything', () => {
    const facts = { ...silentGrievance, ...upheldLetter, ...wonImr };
    expect(deadlineOf('ca.grv.resolve', facts).status).toBe('met');
  });

  it('keeps the hearing open after a lost or half-won IMR', () => {
    const facts = { ...mediCal, asOf: '2026-09-05', ...upheldLetter, ...lostImr };
    expect(deadlineOf('mc.hearing.file', facts).status).toBe('open');
    expect(
      deadlineOf('mc.hearing.file', { ...facts, 'imr.decision.outcome': 'partly-overturned' }).status,
    ).toBe('open');
  });

  it('ignores an IMR where the plan has no license for one', () => {
    const facts = { ...mediCal, 'coverage.knoxKeene': false, asOf: '2026-09-05', ...upheldLetter, ...wonImr };
    expect(deadlineOf('mc.hearing.file', facts).status).toBe('open');
  });

  it('keeps the complaint and the implementation alive', () => {
    const facts = {
      ...mediCal,
      asOf,
      ...wonImr,
      'imr.decision.planReceivedOn': '2026-09-03',
      'complaint.receivedOn': '2026-10-01',
      'hearing.heldOn': '2026-11-01',
    };
    expect(deadlineOf('ca.imr.implement', facts).status).toBe('overdue');
    expect(deadlineOf('ca.complaint.decide', facts).status).toBe('overdue');
    const overturned = {
      ...dmhc,
      asOf,
      'grievance.decision.letterDate': '2026-05-20',
      'grievance.decision.outcome': 'overturned',
      'complaint.receivedOn': '2026-10-01',
    };
    expect(deadlineOf('ca.complaint.decide', overturned).status).toBe('overdue');
  });

  it('does not let a rolled date or a possible extension change the status', () => {
    const rolled = { ...dmhc, ...upheldLetter, 'grievance.decision.letterDate': '2026-05-26' };
    expect(deadlineOf('ca.imr.deadline.decision', { ...rolled, asOf: '2026-11-27' })).toMatchObject({
      dueOn: '2026-11-26',
      rolledOn: '2026-11-30',
      status: 'overdue',
    });
    const extended = { ...dmhc, 'imr.reviewerReceivedOn': '2026-06-11', asOf: '2026-07-12' };
    expect(deadlineOf('ca.imr.decide', extended)).toMatchObject({
      latestOn: '2026-07-14',
      status: 'overdue',
    });
  });
});

describe('what starts no clock', () => {
  it('an overturned letter', () => {
    const facts = {
      ...mediCal,
      asOf,
      'grievance.receivedOn': '2026-05-01',
      'grievance.decision.letterDate': '2026-05-20',
      'grievance.decision.receivedOn': '2026-05-22',
      'grievance.decision.outcome': 'overturned',
      'denial.servicesEndOn': '2026-05-01',
    };
    expect(rulesListed(facts)).toEqual(['ca.grv.ack', 'mc.appeal.decide']);
  });

  it('facts of another program', () => {
    const facts = {
      'coverage.program': 'medicare-medi-cal',
      'coverage.regulator': 'DMHC',
      'coverage.serviceCoveredBy': 'medicare',
      asOf,
      'denial.letterDate': '2026-01-10',
      'grievance.receivedOn': '2026-05-01',
      'imr.receivedOn': '2026-06-01',
      'externalReview.receivedOn': '2026-06-01',
    };
    expect(rulesListed(facts)).toEqual([]);
  });

  it('a regulator that is not named, unless the coverage is commercial', () => {
    const facts = { 'coverage.regulator': 'unknown', asOf, 'grievance.receivedOn': '2026-05-01' };
    expect(rulesListed({ ...facts, 'coverage.program': 'other' })).toEqual([]);
    expect(rulesListed({ ...facts, 'coverage.program': 'commercial' })).toContain('ca.grv.resolve');
  });
});
