import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { leadClock, nextClockSentence, sentenceText } from '../../../lib/cases/next-clock-sentence.ts';
import { assess } from '../../../lib/deadlines/assess.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

const steps = (told: CaseBuilder, today: string) =>
  assessCase(told.record, localDate(today)).assessment.nextSteps.map(({ text }) => text);
const header = (told: CaseBuilder, today: string) =>
  sentenceText(nextClockSentence(assessCase(told.record, localDate(today))));

const denied = aCase().denied('2026-04-14');
const grieved = denied.grieved({
  sentOn: '2026-04-27',
  receivedOn: '2026-05-01',
  acknowledgedOn: '2026-05-05',
});
const upheld = grieved.answered('2026-05-20', 'upheld');
const mediCal = aCase('mediCal')
  .denied('2026-06-22')
  .grieved({ receivedOn: '2026-07-15', acknowledgedOn: '2026-07-16' })
  .answered('2026-08-12', 'upheld');

describe('an earlier date set by hand', () => {
  const limit = denied.dated('ca.grv.file', '2026-09-18');
  const duty = grieved.dated('ca.grv.resolve', '2026-05-22');
  const imr = upheld.dated('ca.imr.deadline.decision', '2026-10-30');

  test('is the one that the steps speak of', () => {
    expect(steps(limit, '2026-09-01')).toContain('File the grievance with the plan by Fri, Sep 18, 2026.');
    expect(steps(duty, '2026-05-10')).toContain('The plan is to answer the grievance by Fri, May 22, 2026.');
    expect(steps(imr, '2026-09-01')).toContain(
      'File the IMR with the DMHC Help Center by Fri, Oct 30, 2026.',
    );
    expect(header(duty, '2026-05-10')).toMatch(/^Health Net is to answer by Fri May 22/);
  });

  test('makes nothing late by the law once it is over and the rule’s own is not', () => {
    expect(steps(limit, '2026-09-19')).toContain(
      'File the grievance with the plan today: the date worked to was Fri, Sep 18, 2026, and the rule’s own is Sun, Oct 11, 2026.',
    );
    expect(steps(imr, '2026-11-02')).toContain(
      'File the IMR with the DMHC Help Center today: the date worked to was Fri, Oct 30, 2026, and the rule’s own is Fri, Nov 20, 2026.',
    );
    expect(steps(duty, '2026-05-23')).toContain(
      'Call the plan: the plan was to answer the grievance by Fri, May 22, 2026, and the rule’s own date is Sun, May 31, 2026.',
    );
    expect(header(limit, '2026-09-19')).toBe(
      'File the grievance today: the date worked to was Fri Sep 18, 1 day ago. The rule’s own is Sun Oct 11.',
    );
    expect(header(imr, '2026-11-02')).toBe(
      'File the IMR today: the date worked to was Fri Oct 30, 3 days ago. The rule’s own is Fri Nov 20.',
    );
    expect(header(duty, '2026-05-23')).toBe(
      'Health Net was to answer by Fri May 22: 1 day late. The rule’s own is Sun May 31.',
    );
  });

  test('is told with the rule’s own once both are over', () => {
    expect(steps(limit, '2026-10-12')).toContain(
      'File the grievance today and ask the plan to take it late: the date worked to was Fri, Sep 18, 2026, and the rule’s own was Sun, Oct 11, 2026.',
    );
    expect(steps(imr, '2026-11-23')).toContain(
      'File the IMR with the DMHC Help Center today and ask for an extension: the date worked to was Fri, Oct 30, 2026, and the rule’s own was Fri, Nov 20, 2026.',
    );
  });

  test('leaves the hearing to its own limit while that is ahead', () => {
    const hearing = mediCal.dated('mc.hearing.file', '2026-10-01');
    expect(steps(hearing, '2026-10-05')).toEqual([
      'Ask for the State Hearing today: the date worked to was Thu, Oct 1, 2026, and the rule’s own is Thu, Dec 10, 2026.',
      'File the IMR with the DMHC Help Center by Fri, Feb 12, 2027.',
    ]);
  });
});

describe('an extension', () => {
  const limit = denied.dated('ca.grv.file', '2026-11-13', 'extension');
  const duty = grieved.dated('ca.grv.resolve', '2026-06-19', 'extension');
  const imr = upheld.dated('ca.imr.deadline.decision', '2026-12-18', 'extension');

  test('ends the wording of a date that is over', () => {
    expect(steps(limit, '2026-10-20')).toContain('File the grievance with the plan by Fri, Nov 13, 2026.');
    expect(steps(duty, '2026-06-05')).toContain('The plan has to answer the grievance by Fri, Jun 19, 2026.');
    expect(steps(imr, '2026-11-23')).toContain(
      'File the IMR with the DMHC Help Center by Fri, Dec 18, 2026.',
    );
    for (const told of [limit, duty, imr])
      expect(steps(told, '2026-06-05').join(' ')).not.toMatch(/today|Call | ended | was /);
  });

  test('says both dates once it is over as well', () => {
    expect(steps(limit, '2026-11-14')).toContain(
      'File the grievance today and ask the plan to take it late: the date worked to was Fri, Nov 13, 2026, and the rule’s own was Sun, Oct 11, 2026.',
    );
    expect(steps(duty, '2026-06-20')).toContain(
      'Call the plan: the plan had to answer the grievance by Fri, Jun 19, 2026.',
    );
  });

  test('puts the moved clock where its new date belongs', () => {
    const lead = leadClock(assessCase(imr.record, localDate('2026-11-23')));
    expect(lead).toMatchObject({ rule: 'ca.imr.deadline.decision', dueOn: '2026-12-18', status: 'open' });
  });
});

test('what the engine makes of the facts alone stays as it is', () => {
  const told = denied.dated('ca.grv.file', '2026-09-18');
  const { facts } = assessCase(told.record, localDate('2026-09-19'));
  expect(assess(facts).nextSteps.map(({ text }) => text)).toEqual(steps(denied, '2026-09-19'));
});
