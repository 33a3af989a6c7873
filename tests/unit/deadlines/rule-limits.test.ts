import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../../../lib/calendar/local-date.ts';
import { datedRules } from '../../../lib/deadlines/rules.ts';
import { cdi, deadlineOf, dmhc, type FactsByPath, mediCal, selfFunded } from './assessed-facts.ts';

interface RuleLimit {
  readonly rule: string;
  readonly facts: FactsByPath;
  /** The fact that meets the deadline. */
  readonly act: string;
  readonly dueOn: string;
  /** Facts that have to be known for the act to be. */
  readonly withAct?: FactsByPath;
}

const upheld = 'upheld';
const mon2026Mar2 = '2026-03-02';

const limits: readonly RuleLimit[] = [
  {
    rule: 'ca.grv.file',
    facts: { ...dmhc, 'denial.letterDate': '2026-01-10' },
    act: 'grievance.filedOn',
    dueOn: '2026-07-09',
  },
  {
    rule: 'ca.grv.ack',
    facts: { ...dmhc, 'grievance.receivedOn': mon2026Mar2 },
    act: 'grievance.acknowledgedOn',
    dueOn: '2026-03-07',
  },
  {
    rule: 'ca.grv.resolve',
    facts: { ...dmhc, 'grievance.receivedOn': mon2026Mar2 },
    act: 'grievance.decision.letterDate',
    withAct: { 'grievance.decision.outcome': upheld },
    dueOn: '2026-04-01',
  },
  {
    rule: 'ca.grv.expedited.statement',
    facts: { ...dmhc, 'grievance.receivedOn': mon2026Mar2, 'grievance.expedited': true },
    act: 'grievance.statementOn',
    dueOn: '2026-03-05',
  },
  {
    rule: 'ca.imr.deadline.decision',
    facts: { ...dmhc, 'grievance.decision.letterDate': '2026-03-31', 'grievance.decision.outcome': upheld },
    act: 'imr.appliedOn',
    dueOn: '2026-09-30',
  },
  {
    rule: 'ca.imr.deadline.silence',
    facts: { ...dmhc, 'grievance.receivedOn': '2026-05-01' },
    act: 'imr.appliedOn',
    dueOn: '2026-11-30',
  },
  {
    rule: 'ca.imr.deadline.lateLetter',
    facts: {
      ...dmhc,
      'grievance.receivedOn': '2026-05-01',
      'grievance.decision.letterDate': '2026-06-12',
      'grievance.decision.outcome': upheld,
    },
    act: 'imr.appliedOn',
    dueOn: '2026-12-12',
  },
  {
    rule: 'ca.imr.deadline.receipt',
    facts: {
      ...dmhc,
      'grievance.decision.letterDate': '2026-03-31',
      'grievance.decision.receivedOn': '2026-04-03',
      'grievance.decision.outcome': 'partly-overturned',
    },
    act: 'imr.appliedOn',
    dueOn: '2026-10-03',
  },
  {
    rule: 'ca.imr.deadline.experimental',
    facts: { ...dmhc, 'denial.letterDate': '2026-08-31', 'denial.basis': ['experimental'] },
    act: 'imr.appliedOn',
    dueOn: '2027-02-28',
  },
  {
    rule: 'cdi.imr.deadline',
    facts: { ...cdi, 'grievance.filedOn': '2026-06-10' },
    act: 'imr.receivedOn',
    dueOn: '2027-01-10',
  },
  {
    rule: 'ca.imr.accept',
    facts: { ...dmhc, 'imr.receivedOn': mon2026Mar2 },
    act: 'imr.acceptedOn',
    dueOn: '2026-03-09',
  },
  {
    rule: 'ca.imr.accept',
    facts: { ...mediCal, 'imr.receivedOn': mon2026Mar2 },
    act: 'imr.rejectedOn',
    dueOn: '2026-03-09',
  },
  {
    rule: 'ca.imr.accept.expedited',
    facts: { ...dmhc, 'imr.receivedOn': mon2026Mar2, 'imr.expedited': true },
    act: 'imr.acceptedOn',
    dueOn: '2026-03-04',
  },
  {
    rule: 'ca.imr.planDocs',
    facts: { ...cdi, 'imr.planNotifiedOn': '2026-11-23' },
    act: 'imr.documentsSentOn',
    dueOn: '2026-11-30',
  },
  {
    rule: 'ca.imr.planDocs.expedited',
    facts: { ...cdi, 'imr.acceptedOn': '2026-11-25', 'imr.expedited': true },
    act: 'imr.reviewerReceivedOn',
    dueOn: '2026-11-26',
  },
  {
    rule: 'ca.imr.decide',
    facts: { ...dmhc, 'imr.reviewerReceivedOn': mon2026Mar2 },
    act: 'imr.decision.date',
    withAct: { 'imr.decision.outcome': upheld },
    dueOn: '2026-04-01',
  },
  {
    rule: 'ca.imr.decide.expedited',
    facts: { ...dmhc, 'imr.reviewerReceivedOn': mon2026Mar2, 'imr.expedited': true },
    act: 'imr.decision.date',
    withAct: { 'imr.decision.outcome': upheld },
    dueOn: '2026-03-05',
  },
  {
    rule: 'ca.imr.decide.exp',
    facts: { ...dmhc, 'imr.receivedOn': mon2026Mar2, 'denial.basis': ['experimental', 'other'] },
    act: 'imr.decision.date',
    withAct: { 'imr.decision.outcome': upheld },
    dueOn: '2026-04-01',
  },
  {
    rule: 'ca.imr.decide.exp.fast',
    facts: {
      ...cdi,
      'imr.receivedOn': mon2026Mar2,
      'imr.expedited': true,
      'denial.basis': ['experimental'],
    },
    act: 'imr.decision.date',
    withAct: { 'imr.decision.outcome': upheld },
    dueOn: '2026-03-09',
  },
  {
    rule: 'ca.imr.implement',
    facts: {
      ...dmhc,
      'imr.decision.date': '2026-12-23',
      'imr.decision.outcome': 'overturned',
      'imr.decision.planReceivedOn': '2026-12-28',
    },
    act: 'imr.implementedOn',
    dueOn: '2027-01-05',
  },
  {
    rule: 'ca.complaint.decide',
    facts: { ...dmhc, 'complaint.receivedOn': mon2026Mar2 },
    act: 'complaint.decidedOn',
    dueOn: '2026-04-01',
  },
  {
    rule: 'ca.complaint.decide',
    facts: { ...mediCal, 'imr.rejectedOn': mon2026Mar2 },
    act: 'complaint.decidedOn',
    dueOn: '2026-04-01',
  },
  {
    rule: 'mc.appeal.file',
    facts: { ...mediCal, 'denial.letterDate': mon2026Mar2 },
    act: 'grievance.filedOn',
    dueOn: '2026-05-01',
  },
  {
    rule: 'mc.appeal.app',
    facts: { ...mediCal, 'denial.letterDate': mon2026Mar2, 'denial.servicesEndOn': '2026-03-16' },
    act: 'grievance.receivedOn',
    dueOn: '2026-03-16',
  },
  {
    rule: 'mc.appeal.app',
    facts: { ...mediCal, 'denial.letterDate': mon2026Mar2, 'denial.servicesEndOn': '2026-03-11' },
    act: 'grievance.filedOn',
    dueOn: '2026-03-12',
  },
  {
    rule: 'mc.appeal.decide',
    facts: { ...mediCal, 'coverage.knoxKeene': false, 'grievance.receivedOn': '2026-03-20' },
    act: 'grievance.decision.letterDate',
    withAct: { 'grievance.decision.outcome': 'overturned' },
    dueOn: '2026-04-19',
  },
  {
    rule: 'mc.appeal.decide.expedited',
    facts: { ...mediCal, 'grievance.receivedOn': '2026-03-20', 'grievance.expedited': true },
    act: 'grievance.decision.letterDate',
    withAct: { 'grievance.decision.outcome': upheld },
    dueOn: '2026-03-23',
  },
  {
    rule: 'mc.hearing.file',
    facts: {
      ...mediCal,
      'grievance.decision.letterDate': '2026-04-15',
      'grievance.decision.outcome': upheld,
    },
    act: 'hearing.requestedOn',
    dueOn: '2026-08-13',
  },
  {
    rule: 'mc.hearing.file',
    facts: { ...mediCal, 'grievance.receivedOn': '2026-03-20' },
    act: 'hearing.requestedOn',
    dueOn: '2026-08-17',
  },
  {
    rule: 'mc.hearing.outer',
    facts: {
      ...mediCal,
      'grievance.receivedOn': '2026-03-01',
      'grievance.decision.letterDate': '2026-04-15',
      'grievance.decision.outcome': upheld,
    },
    act: 'hearing.requestedOn',
    dueOn: '2026-10-12',
  },
  {
    rule: 'mc.hearing.app',
    facts: {
      ...mediCal,
      'denial.servicesEndOn': '2026-03-20',
      'grievance.decision.letterDate': '2026-04-15',
      'grievance.decision.outcome': upheld,
    },
    act: 'hearing.requestedOn',
    dueOn: '2026-04-25',
  },
  {
    rule: 'fed.appeal.file',
    facts: { ...selfFunded, 'denial.receivedOn': '2026-01-20' },
    act: 'grievance.filedOn',
    dueOn: '2026-07-19',
  },
  {
    rule: 'fed.appeal.file',
    facts: { ...cdi, 'denial.receivedOn': '2026-01-20' },
    act: 'grievance.filedOn',
    dueOn: '2026-07-19',
  },
  {
    rule: 'fed.appeal.decide',
    facts: { ...selfFunded, 'grievance.receivedOn': '2026-02-02' },
    act: 'grievance.decision.letterDate',
    withAct: { 'grievance.decision.outcome': upheld },
    dueOn: '2026-03-04',
  },
  {
    rule: 'fed.appeal.decide',
    facts: { ...selfFunded, 'grievance.receivedOn': '2026-02-02', 'denial.serviceReceived': true },
    act: 'grievance.decision.letterDate',
    withAct: { 'grievance.decision.outcome': upheld },
    dueOn: '2026-04-03',
  },
  {
    rule: 'fed.appeal.decide',
    facts: {
      ...selfFunded,
      'grievance.receivedOn': '2026-02-02',
      'grievance.expedited': true,
      'denial.serviceReceived': true,
    },
    act: 'grievance.decision.letterDate',
    withAct: { 'grievance.decision.outcome': upheld },
    dueOn: '2026-02-05',
  },
  {
    rule: 'fed.ext.file',
    facts: {
      ...selfFunded,
      'grievance.decision.letterDate': '2025-10-28',
      'grievance.decision.receivedOn': '2025-10-30',
      'grievance.decision.outcome': upheld,
    },
    act: 'externalReview.filedOn',
    dueOn: '2026-03-02',
  },
  {
    rule: 'fed.ext.decide',
    facts: { ...selfFunded, 'externalReview.receivedOn': '2026-05-01' },
    act: 'externalReview.decidedOn',
    dueOn: '2026-06-15',
  },
  {
    rule: 'fed.ext.decide',
    facts: { ...selfFunded, 'externalReview.receivedOn': '2026-05-01', 'externalReview.expedited': true },
    act: 'externalReview.decidedOn',
    dueOn: '2026-05-04',
  },
];

describe('each rule at its limit', () => {
  it('has a case here', () => {
    const covered = new Set(limits.map(({ rule }) => rule));
    expect(datedRules.filter(({ id }) => !covered.has(id))).toEqual([]);
  });

  it.each(limits)('$rule is due on $dueOn, is met through that day and late after it', (limit) => {
    const due = localDate(limit.dueOn);
    for (const [day, status] of [
      [-1, 'met'],
      [0, 'met'],
      [1, 'late'],
    ] as const) {
      const acted = addDays(due, day);
      const facts = { ...limit.facts, ...limit.withAct, [limit.act]: acted, asOf: addDays(due, 1) };
      const deadline = deadlineOf(limit.rule, facts);
      expect([deadline.dueOn, deadline.status, acted]).toEqual([due, status, acted]);
    }
  });

  it.each(limits)('$rule is open through $dueOn and overdue the day after', (limit) => {
    const due = localDate(limit.dueOn);
    for (const [day, status] of [
      [-1, 'open'],
      [0, 'open'],
      [1, 'overdue'],
    ] as const) {
      const deadline = deadlineOf(limit.rule, { ...limit.facts, asOf: addDays(due, day) });
      expect([deadline.dueOn, deadline.status]).toEqual([due, status]);
      expect(deadline.dueAt).toBeUndefined();
    }
  });
});

const hourLimits = [
  {
    rule: 'ca.imr.accept.expedited',
    facts: { ...dmhc, 'imr.expedited': true, 'imr.receivedAt': '2026-03-07T11:00:00-08:00' },
    act: 'imr.acceptedAt',
    dueAt: '2026-03-09T12:00:00-07:00',
  },
  {
    rule: 'ca.imr.planDocs.expedited',
    facts: { ...cdi, 'imr.expedited': true, 'imr.acceptedAt': '2026-10-31T15:00:00-07:00' },
    act: 'imr.documentsSentAt',
    dueAt: '2026-11-01T14:00:00-08:00',
  },
  {
    rule: 'mc.appeal.decide.expedited',
    facts: { ...mediCal, 'grievance.expedited': true, 'grievance.receivedAt': '2026-03-07T11:00-08:00' },
    act: null,
    dueAt: '2026-03-10T12:00:00-07:00',
  },
  {
    rule: 'fed.appeal.decide',
    facts: { ...selfFunded, 'grievance.expedited': true, 'grievance.receivedAt': '2026-10-31T06:30:00Z' },
    act: null,
    dueAt: '2026-11-02T22:30:00-08:00',
  },
  {
    rule: 'fed.ext.decide',
    facts: {
      ...selfFunded,
      'externalReview.expedited': true,
      'externalReview.receivedAt': '2026-10-19T23:30:00.999-07:00',
    },
    act: null,
    dueAt: '2026-10-22T23:30:00-07:00',
  },
] as const;

describe('each rule counted in hours', () => {
  it.each(hourLimits)('$rule is open at $dueAt and overdue a second later', ({ rule, facts, dueAt }) => {
    expect(deadlineOf(rule, { ...facts, asOf: dueAt })).toMatchObject({ dueAt, status: 'open' });
    expect(deadlineOf(rule, { ...facts, asOf: secondAfter(dueAt) }).status).toBe('overdue');
  });

  it.each(hourLimits.filter(({ act }) => act !== null))(
    '$rule compares an act known to the second with $dueAt, one known by its day with the end of that day',
    ({ rule, facts, act, dueAt }) => {
      const asOf = '2026-12-01';
      const dueOn = dueAt.slice(0, 10);
      const onThatDay = String(act).replace(/At$/, 'On');
      expect(deadlineOf(rule, { ...facts, asOf, [`${act}`]: dueAt }).status).toBe('met');
      expect(deadlineOf(rule, { ...facts, asOf, [`${act}`]: secondAfter(dueAt) }).status).toBe('late');
      expect(deadlineOf(rule, { ...facts, asOf, [onThatDay]: dueOn }).status).toBe('met');
    },
  );
});

function secondAfter(at: string): string {
  return at.replace(':00-0', ':01-0');
}
