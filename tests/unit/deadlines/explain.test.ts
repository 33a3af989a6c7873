import { describe, expect, it } from 'vitest';
import { cdi, deadlineOf, dmhc, mediCal, selfFunded } from './assessed-facts.ts';

const asOf = '2026-12-30';

describe('a due date defends itself', () => {
  it('by what started it, the arithmetic and the law', () => {
    const { explanation } = deadlineOf('ca.grv.ack', { ...dmhc, asOf, 'grievance.receivedOn': '2026-05-19' });
    expect(explanation.trigger).toEqual({
      event: 'grievance.receivedOn',
      on: '2026-05-19',
      text: 'The plan received the grievance on Tue, May 19, 2026.',
    });
    expect(explanation.steps).toEqual([
      'The first day, Tue, May 19, 2026, is not counted.',
      '5 calendar days, weekends and holidays included: Sun, May 24, 2026.',
      'In time through the end of Sun, May 24, 2026.',
    ]);
    expect(explanation.citations.map(({ law }) => law)).toEqual([
      'H&S 1368(a)(4)(A)',
      '28 CCR 1300.68(d)(1)',
      'Gov. Code 6800',
    ]);
  });

  it('from the day the plan fell silent, and says so while that day is ahead', () => {
    const facts = { ...dmhc, 'grievance.receivedOn': '2026-05-01' };
    const silent = deadlineOf('ca.imr.deadline.silence', { ...facts, asOf: '2026-06-01' }).explanation;
    expect(silent.trigger).toMatchObject({ event: 'grievance.receivedOn', on: '2026-05-31' });
    expect(silent.trigger.text).toBe(
      "The plan's 30 days to answer the grievance received on Fri, May 1, 2026 ended on Sun, May 31, 2026 without a letter.",
    );
    expect(silent.steps[0]).toBe(
      '6 calendar months after Sun, May 31, 2026; November 2026 has 30 days, so its last day counts: Mon, Nov 30, 2026.',
    );
    const waiting = deadlineOf('ca.imr.deadline.silence', { ...facts, asOf: '2026-05-31' }).explanation;
    expect(waiting.trigger.text).toContain('this counts if no letter comes by then');
  });

  it('with the closures that working days leave out', () => {
    const { steps } = deadlineOf('ca.imr.planDocs', {
      ...dmhc,
      asOf,
      'imr.planNotifiedOn': '2026-11-23',
    }).explanation;
    expect(steps[1]).toBe(
      '3 working days, leaving out Thu, Nov 26, 2026 (Thanksgiving Day), Fri, Nov 27, 2026 (the day after Thanksgiving), the weekend: Mon, Nov 30, 2026.',
    );
  });

  it('with the day a limit may roll to, as information', () => {
    const upheld = { 'grievance.decision.letterDate': '2026-05-26', 'grievance.decision.outcome': 'upheld' };
    const { steps, citations } = deadlineOf('ca.imr.deadline.decision', {
      ...dmhc,
      asOf,
      ...upheld,
    }).explanation;
    expect(steps.at(-1)).toBe(
      'Thu, Nov 26, 2026 is Thanksgiving Day. The next working day is Mon, Nov 30, 2026: information only, do not rely on it.',
    );
    expect(citations.map(({ law }) => law)).toContain('CCP 12a');
  });

  it('with hours as hours, and as days where the hour is not known', () => {
    const expedited = { ...mediCal, asOf, 'grievance.expedited': true };
    const known = deadlineOf('mc.appeal.decide.expedited', {
      ...expedited,
      'grievance.receivedAt': '2026-03-07T11:00:00-08:00',
    });
    expect(known.explanation.steps).toEqual([
      '72 elapsed hours after 11:00 am PST on Sat, Mar 7, 2026: 12:00 pm PDT on Tue, Mar 10, 2026.',
    ]);
    const day = deadlineOf('mc.appeal.decide.expedited', {
      ...expedited,
      'grievance.receivedOn': '2026-03-07',
    });
    expect(day.explanation.steps[1]).toBe(
      'The hour is not known, so 72 hours count as 3 calendar days: Tue, Mar 10, 2026.',
    );
  });

  it('with the month that has no such day and the federal day that moves it', () => {
    const { steps } = deadlineOf('fed.ext.file', {
      ...selfFunded,
      asOf,
      'grievance.decision.letterDate': '2025-10-28',
      'grievance.decision.receivedOn': '2025-10-30',
      'grievance.decision.outcome': 'upheld',
    }).explanation;
    expect(steps).toEqual([
      '4 months after Thu, Oct 30, 2025 there is no day 30, so the first of the next month counts: Sun, Mar 1, 2026.',
      'Sun, Mar 1, 2026 is a Sunday: the rule itself moves it to Mon, Mar 2, 2026.',
      'In time through the end of Mon, Mar 2, 2026.',
    ]);
  });

  it('with the later of two days', () => {
    const notice = { ...mediCal, asOf, 'denial.letterDate': '2026-03-02' };
    const steps = (servicesEndOn: string) =>
      deadlineOf('mc.appeal.app', { ...notice, 'denial.servicesEndOn': servicesEndOn }).explanation.steps[2];
    expect(steps('2026-03-16')).toBe(
      'The services are to end later, on Mon, Mar 16, 2026: the later day counts.',
    );
    expect(steps('2026-03-07')).toBe(
      'The services are to end on Sat, Mar 7, 2026, no later: the later day counts, Thu, Mar 12, 2026.',
    );
  });

  it('with the Insurance Code where an insurer is bound', () => {
    const { citations, trigger } = deadlineOf('ca.imr.planDocs', {
      ...cdi,
      asOf,
      'imr.planNotifiedOn': '2026-11-23',
    }).explanation;
    expect(citations[0]?.law).toBe('Ins. Code 10169(n)');
    expect(trigger.text).toBe('The insurer received notice of the IMR on Mon, Nov 23, 2026.');
  });

  it('with the years of closures that nobody has reviewed yet', () => {
    const records = (planNotifiedOn: string) =>
      deadlineOf('ca.imr.planDocs', { ...dmhc, asOf: '2031-06-01', 'imr.planNotifiedOn': planNotifiedOn })
        .explanation.steps;
    expect(records('2028-12-20').join(' ')).not.toContain('reviewed');
    expect(records('2028-12-28').at(-1)).toBe(
      "The closures of the state's offices of 2029 have not been reviewed yet: check them.",
    );
    const external = deadlineOf('fed.ext.file', {
      ...selfFunded,
      asOf: '2031-06-01',
      'grievance.decision.letterDate': '2030-09-03',
      'grievance.decision.receivedOn': '2030-09-05',
      'grievance.decision.outcome': 'upheld',
    });
    expect(external.explanation.steps.at(-1)).toBe(
      'The federal holidays of 2031 have not been reviewed yet: check them.',
    );
  });

  it('with the wording that nobody has checked yet', () => {
    const decide = (coverage: object) =>
      deadlineOf('ca.imr.decide', { ...coverage, asOf, 'imr.reviewerReceivedOn': '2026-11-02' }).explanation;
    expect(decide(dmhc).steps.at(-1)).toBe(
      'The wording of H&S 1374.33(c) has not been checked against the official text yet.',
    );
    expect(decide(cdi).steps.join(' ')).not.toContain('checked');
  });
});
