import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { nextClockSentence, sentenceText } from '../../../lib/cases/next-clock-sentence.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

const say = (told: CaseBuilder, today: string) =>
  sentenceText(nextClockSentence(assessCase(told.record, localDate(today))));

const denied = aCase().denied('2026-04-14');
const grieved = denied.grieved({ sentOn: '2026-04-27', receivedOn: '2026-05-01' });
const late = grieved.answered('2026-06-12', 'upheld', { receivedOn: '2026-06-17' });
const received = late.filed('2026-11-25', { receivedOn: '2026-11-25' });

describe('before the plan has answered', () => {
  test('says what starts the first clock when nothing is recorded', () => {
    expect(say(aCase(), '2026-06-06')).toBe(
      'No clock runs yet. The date on the denial letter starts the first one.',
    );
  });

  test('says when the grievance must be filed', () => {
    expect(say(denied, '2026-10-05')).toBe(
      'File the grievance by Sun Oct 11: 6 days, 4 of them working days.',
    );
    expect(say(denied, '2026-10-11')).toBe('File the grievance today, Sun Oct 11.');
  });

  test('never calls a passed limit expired', () => {
    expect(say(denied, '2026-10-12')).toBe(
      'File the grievance today with a reason: the last day was Sun Oct 11, 1 day ago.',
    );
  });

  test('gives no date while the day of receipt is not known', () => {
    const sentence = nextClockSentence(
      assessCase(denied.grieved({ sentOn: '2026-04-27' }).record, localDate('2026-05-10')),
    );
    expect(sentence.due).toBeNull();
    expect(sentence.lead).toBe(
      'Ask the plan which day it received the grievance: its days to answer run from there.',
    );
  });

  test('says when the plan must answer and what its silence opens', () => {
    expect(say(grieved, '2026-05-25')).toBe(
      'Health Net must answer by Sun May 31, 6 days. If it is silent, the IMR opens Mon Jun 1.',
    );
    expect(say(grieved, '2026-05-31')).toBe(
      'Health Net must answer today, Sun May 31. If it is silent, the IMR opens Mon Jun 1.',
    );
  });

  test('says how long the insurer has, where the Insurance Code sets it no duty', () => {
    const insured = aCase('cdi').denied('2026-10-16').grieved({ sentOn: '2026-11-01' });
    expect(say(insured, '2026-11-21')).toBe(
      'Health Net has until Tue Dec 1 to answer, 10 days. If it is silent, the IMR opens Wed Dec 2.',
    );
  });
});

describe('while the IMR is open', () => {
  test('says the last safe day, the working days and what the plan did', () => {
    expect(say(late, '2026-11-21')).toBe(
      'File the IMR by Mon Nov 30: 9 days, 4 of them working days. The plan answered 12 days late; two later dates may also hold, and we do not rely on them.',
    );
  });

  test('calls no reading later that ends before the day that was granted', () => {
    expect(say(late.dated('ca.imr.deadline.silence', '2026-12-28', 'extension'), '2026-11-21')).not.toContain(
      'may also hold',
    );
    expect(say(late.dated('ca.imr.deadline.silence', '2026-12-14', 'extension'), '2026-11-21')).toContain(
      'a later date may also hold',
    );
  });

  test('links its date to the rule that gives it', () => {
    expect(nextClockSentence(assessCase(late.record, localDate('2026-11-21'))).due).toEqual({
      rule: 'ca.imr.deadline.silence',
      on: '2026-11-30',
      text: 'Mon Nov 30',
    });
  });

  test('says that the plan was silent', () => {
    expect(say(grieved, '2026-06-10')).toBe(
      'File the IMR by Mon Nov 30: 173 days. The plan did not answer by Sun May 31.',
    );
  });

  test('says today on the last safe day', () => {
    expect(say(grieved, '2026-11-30')).toBe(
      'File the IMR today, Mon Nov 30. The plan did not answer by Sun May 31.',
    );
  });

  test('says file today with a reason after the safe date, with the reading that still runs', () => {
    expect(say(late, '2026-12-05')).toBe(
      'File the IMR today with a reason: the safe date was Mon Nov 30, 5 days ago. Another reading runs through Thu Dec 17.',
    );
    expect(say(late, '2026-12-25')).toContain('The department may still accept it');
  });

  test('does not wait in an urgent case', () => {
    const urgent = aCase().denied('2026-11-16').grieved({ receivedOn: '2026-11-18', expedited: true });
    expect(say(urgent, '2026-11-20')).toBe(
      'File the IMR now, since the case is urgent. The last safe day is Fri May 21, 2027: 182 days. The plan must answer by Sat Nov 21.',
    );
  });

  test('puts the State Hearing first where it is the nearer limit', () => {
    const mediCal = aCase('mediCal')
      .denied('2026-06-22')
      .grieved({ receivedOn: '2026-07-15' })
      .answered('2026-08-12', 'upheld');
    expect(say(mediCal, '2026-11-21')).toMatch(/^Ask for the State Hearing by Thu Dec 10: 19 days/);
  });
});

describe('after the filing', () => {
  test('asks for the day of receipt, then counts the department’s days', () => {
    expect(say(late.filed('2026-11-25'), '2026-11-26')).toMatch(
      /^The IMR was filed on Wed Nov 25\. Ask the DMHC Help Center which day/,
    );
    expect(say(received, '2026-11-26')).toBe(
      'The DMHC Help Center must accept or reject the IMR by Wed Dec 2, 6 days.',
    );
    expect(say(received, '2026-12-04')).toBe(
      'The DMHC Help Center had to accept or reject the IMR by Wed Dec 2: 2 days late.',
    );
  });

  test('counts the reviewer’s days once the records are there', () => {
    const reviewed = late.filed('2026-11-25', { receivedOn: '2026-11-25', reviewerReceivedOn: '2026-12-03' });
    expect(say(reviewed, '2026-12-10')).toBe('The reviewer must decide the IMR by Sat Jan 2, 2027, 23 days.');
  });

  test('follows a determination until the plan carries it out', () => {
    const determined = {
      receivedOn: '2026-11-25',
      determinedOn: '2026-12-20',
      outcome: 'overturned',
    } as const;
    expect(say(late.filed('2026-11-25', determined), '2026-12-22')).toMatch(
      /^The IMR overturned the denial on Sun Dec 20\. Ask the plan which day/,
    );
    const known = late.filed('2026-11-25', { ...determined, planReceivedOn: '2026-12-21' });
    expect(say(known, '2026-12-22')).toBe(
      'Health Net must carry out the determination by Tue Dec 29, 7 days.',
    );
    const done = late.filed('2026-11-25', {
      ...determined,
      planReceivedOn: '2026-12-21',
      implementedOn: '2026-12-23',
    });
    expect(say(done, '2026-12-24')).toBe(
      'The IMR overturned the denial on Sun Dec 20. Health Net carried it out on Wed Dec 23.',
    );
  });

  test('says that an IMR upheld the denial', () => {
    const upheld = late.filed('2026-11-25', { determinedOn: '2026-12-20', outcome: 'upheld' });
    expect(say(upheld, '2026-12-22')).toBe('The IMR upheld the denial on Sun Dec 20.');
  });
});

describe('an application whose next day is not known', () => {
  const insured = aCase('cdi')
    .denied('2026-04-14')
    .grieved({ sentOn: '2026-05-01', receivedOn: '2026-05-01' })
    .answered('2026-05-20', 'upheld');

  test('is asked about at the Department of Insurance, day by day', () => {
    const asked = 'The IMR was filed on Mon Jun 1. Ask the Department of Insurance';
    expect(say(insured.filed('2026-06-01'), '2026-06-03')).toBe(
      `${asked} which day it received the application: its time runs from there.`,
    );
    expect(say(insured.filed('2026-06-01', { receivedOn: '2026-06-02' }), '2026-06-10')).toBe(
      `${asked} whether it accepted the application, and on which day.`,
    );
    const accepted = { receivedOn: '2026-06-02', acceptedOn: '2026-06-08' };
    expect(say(insured.filed('2026-06-01', accepted), '2026-06-10')).toBe(
      `${asked} which day it notified the insurer: its working days to send the records run from there.`,
    );
    const sent = { ...accepted, planNotifiedOn: '2026-06-08', documentsSentOn: '2026-06-10' };
    expect(say(insured.filed('2026-06-01', sent), '2026-06-11')).toBe(
      `${asked} which day the reviewer had the records: the reviewer’s time runs from there.`,
    );
  });

  test('speaks before the acknowledgment that the plan never gave', () => {
    const unacknowledged = denied.grieved({ receivedOn: '2026-06-01' });
    const accepted = unacknowledged.filed('2026-07-05', {
      receivedOn: '2026-07-06',
      acceptedOn: '2026-07-10',
    });
    const assessed = assessCase(accepted.record, localDate('2026-07-15'));
    expect(sentenceText(nextClockSentence(assessed))).toBe(
      'The IMR was filed on Sun Jul 5. Ask the DMHC Help Center which day it notified the plan: its working days to send the records run from there.',
    );
    expect(assessed.assessment.nextSteps.map(({ rule }) => rule)).toEqual([
      null,
      'ca.grv.ack',
      'ca.grv.resolve',
    ]);
    const notified = unacknowledged.filed('2026-07-05', {
      receivedOn: '2026-07-06',
      acceptedOn: '2026-07-10',
      planNotifiedOn: '2026-07-14',
    });
    expect(
      assessCase(notified.record, localDate('2026-07-15')).assessment.nextSteps.map(({ rule }) => rule),
    ).toEqual(['ca.imr.planDocs', 'ca.grv.ack', 'ca.grv.resolve']);
  });
});

describe('other ends', () => {
  test('says that the plan overturned its own denial', () => {
    expect(say(grieved.answered('2026-05-20', 'overturned'), '2026-06-10')).toBe(
      'Health Net overturned its denial on Wed May 20. Check that it really authorizes or pays for the service.',
    );
  });

  test('sends a late answer on coverage to the department as a complaint', () => {
    const coverage = aCase()
      .denied('2026-10-16', { bases: ['not-covered'] })
      .grieved({ receivedOn: '2026-10-20' });
    expect(say(coverage, '2026-11-21')).toBe(
      'Health Net had to answer by Thu Nov 19: 2 days late. The way from here is a complaint to the department.',
    );
  });

  test('says how and when a case was closed, whatever its clocks', () => {
    expect(say(late.closed('2026-11-03', 'client-withdrew'), '2026-11-21')).toBe(
      'Closed Tue Nov 3: the client withdrew.',
    );
    expect(say(received.closed('2026-12-20', 'overturned-by-imr'), '2026-12-22')).toBe(
      'Closed Sun Dec 20: the IMR overturned the denial.',
    );
  });
});

describe('while an application is sent and not proved', () => {
  const upheld = grieved.answered('2026-05-20', 'upheld');
  const sent = (on: string) => upheld.filed(on, { confirmationNumber: '' });

  test('asks for its proof by the day that would be the last to file', () => {
    expect(say(sent('2026-11-10'), '2026-11-13')).toBe(
      'Prove that the IMR application sent Tue Nov 10 arrived, or send it again, by Fri Nov 20: 7 days, 5 of them working days.',
    );
    expect(say(sent('2026-11-10'), '2026-11-20')).toBe(
      'Prove that the IMR application sent Tue Nov 10 arrived, or send it again, today, Fri Nov 20.',
    );
  });

  test('says after that day what proof still does', () => {
    expect(say(sent('2026-11-20'), '2026-11-23')).toBe(
      'Prove today that the IMR application sent Fri Nov 20 arrived: the safe date was Fri Nov 20, 3 days ago. With proof it counts as sent in time.',
    );
    expect(say(sent('2026-11-21'), '2026-11-23')).toBe(
      'Prove today that the IMR application sent Sat Nov 21 arrived: the safe date was Fri Nov 20, 3 days ago.',
    );
  });
});
