import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { caseFlags } from '../../../lib/cases/case-flags.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

const flags = (told: CaseBuilder, today: string) =>
  caseFlags(assessCase(told.record, localDate(today))).map(({ text }) => text);

const late = aCase()
  .denied('2026-04-14')
  .grieved({ receivedOn: '2026-05-01' })
  .answered('2026-06-12', 'upheld', { receivedOn: '2026-06-17' });

test('says nothing of a case that is in order', () => {
  expect(flags(aCase().denied('2026-04-14'), '2026-05-01')).toEqual([]);
});

test('names urgency, a missing owner and an unknown regulator', () => {
  expect(flags(aCase('unknown').denied('2026-04-14').urgent().unowned(), '2026-05-01')).toEqual([
    'Urgent',
    'Nobody owns this case',
    'Regulator not known',
  ]);
});

test('says once that the plan was late: in the header while the IMR is open, here afterwards', () => {
  expect(flags(late, '2026-11-21')).toEqual([]);
  expect(flags(late.filed('2026-11-25'), '2026-11-26')).toEqual(['Plan answered 12 days late']);
});

test('names an application that nothing proves, and does not call it filed late', () => {
  const approved = { extensionStatement: 'She was ill.', extensionApprovedBy: 'a supervisor' };
  const sent = late.filed('2027-01-20', { confirmationNumber: '', ...approved });
  expect(flags(sent, '2027-01-21')).toEqual([
    'IMR application sent Wed, Jan 20, 2027, no proof yet that it arrived',
    'Plan answered 12 days late',
  ]);
});

test('names a packet that is ready and was not sent', () => {
  const told = late.asked('send-packet', '2026-11-23');
  expect(flags(told, '2026-11-21')).toEqual(['IMR packet ready, not sent yet']);
});

test('names the reading that makes a late filing timely, to the day', () => {
  expect(flags(late.filed('2026-11-30'), '2026-12-01')).toEqual(['Plan answered 12 days late']);
  expect(flags(late.filed('2026-12-01'), '2026-12-02')[0]).toBe(
    'IMR filed after the safe date, in time on another reading: six months from the plan’s late letter',
  );
  expect(flags(late.filed('2026-12-15'), '2026-12-16')[0]).toContain(
    'the day the client received the letter',
  );
});

test('says of a late filing whether a statement asks for an extension', () => {
  const stated = { extensionStatement: 'She was in the hospital.', extensionApprovedBy: 'somebody' };
  expect(flags(late.filed('2026-12-18', stated), '2026-12-19')).toEqual([
    'IMR filed late, with a statement that asks for an extension',
    'Plan answered 12 days late',
  ]);
  expect(flags(late.filed('2026-12-18'), '2026-12-19').slice(0, 2)).toEqual([
    'IMR filed late, with no statement on record',
    'The filing no longer fits the facts: Friday, December 18, 2026 is past six months on every reading of the law; the strict last day was Monday, November 30, 2026',
  ]);
});

describe('a pending application that the facts no longer allow', () => {
  const misfits = (told: CaseBuilder, today: string) =>
    flags(told, today).filter((text) => text.startsWith('The filing no longer fits the facts: '));
  const upheld = (line: Parameters<typeof aCase>[0], letterOn = '2026-05-20') =>
    aCase(line)
      .denied('2026-04-14')
      .grieved({ sentOn: '2026-05-01', receivedOn: '2026-05-01' })
      .answered(letterOn, 'upheld');

  test('is said where the line turned out to be with the other department, or out of the IMR’s reach', () => {
    expect(misfits(upheld('dmhc').filed('2026-06-01'), '2026-06-10')).toEqual([]);
    expect(misfits(upheld('cdi').filed('2026-06-01'), '2026-06-10')[0]).toContain(
      'is regulated by the California Department of Insurance (CDI), not by',
    );
    expect(misfits(upheld('selfFunded').filed('2026-06-01'), '2026-06-10')[0]).toContain(
      'This is a self-funded plan',
    );
  });

  test('is said where a corrected date puts the filing before the opening day, and not on it', () => {
    expect(misfits(upheld('dmhc', '2026-05-20').filed('2026-05-19'), '2026-06-10')[0]).toContain(
      'The IMR was not open on Tuesday, May 19, 2026',
    );
    expect(misfits(upheld('dmhc', '2026-05-20').filed('2026-05-20'), '2026-06-10')).toEqual([]);
  });

  test('is said where a hearing was held before the filing, and not after it', () => {
    const filed = upheld('mediCal').filed('2026-06-01');
    expect(
      misfits(filed.heard({ requestedOn: '2026-05-22', heldOn: '2026-05-29' }), '2026-06-10')[0],
    ).toContain('A State Hearing was held on Fri, May 29, 2026');
    expect(misfits(filed.heard({ requestedOn: '2026-05-22', heldOn: '2026-06-05' }), '2026-06-10')).toEqual(
      [],
    );
  });

  test('is not said of what happened after the filing, nor once the department has spoken', () => {
    const silent = aCase().denied('2026-04-14').grieved({ receivedOn: '2026-05-01' }).filed('2026-06-02');
    expect(misfits(silent.answered('2026-06-10', 'overturned'), '2026-06-12')).toEqual([]);
    expect(misfits(silent.grieved({ receivedOn: '2026-06-08' }), '2026-06-12')).toEqual([]);
    const rejected = { rejectedOn: '2026-06-08' };
    expect(misfits(upheld('cdi').filed('2026-06-01', rejected), '2026-06-10')).toEqual([]);
  });
});

test('says that a late filing waits for its approval until it has it', () => {
  expect(flags(late.askedForExtension(null), '2026-12-20')).toContain(
    'A late filing waits for a supervisor’s approval',
  );
  expect(flags(late.askedForExtension('somebody'), '2026-12-20')).not.toContain(
    'A late filing waits for a supervisor’s approval',
  );
});

test('says so of a second filing too, and not once that is filed', () => {
  const waits = 'A late filing waits for a supervisor’s approval';
  const rejected = late.filed('2026-11-25', { rejectedOn: '2026-12-02' }).askedForExtension(null);
  expect(flags(rejected, '2026-12-20')).toContain(waits);
  expect(flags(late.filed('2026-11-25').askedForExtension(null), '2026-12-20')).not.toContain(waits);
});

test('says of a closed case what was late when it closed, not what would be late today', () => {
  const waiting = aCase().denied('2026-04-14').grieved({ receivedOn: '2026-05-01' });
  expect(flags(waiting.closed('2026-05-31', 'client-withdrew'), '2026-07-01')).toEqual([]);
  expect(flags(waiting.closed('2026-06-01', 'client-withdrew'), '2026-07-01')).toEqual([
    'Plan never answered',
  ]);
});
