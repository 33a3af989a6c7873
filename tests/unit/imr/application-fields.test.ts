import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { applicationContext, applicationFields, assistedBy } from '../../../lib/imr/application-fields.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

const TODAY = localDate('2026-11-21');

const upheld = aCase()
  .denied('2026-09-01')
  .grieved({ sentOn: '2026-09-09', receivedOn: '2026-09-10' })
  .answered('2026-10-01', 'upheld');

const withClient = ({ record }: CaseBuilder, client: object) => ({
  ...record,
  client: { ...record.client, ...client },
});

const fieldsOf = (record: CaseBuilder['record'], regulator: 'DMHC' | 'CDI' = 'DMHC') =>
  applicationFields(record, applicationContext(record, regulator, TODAY));
const fieldOf = (record: CaseBuilder['record'], number: string, regulator?: 'DMHC' | 'CDI') =>
  fieldsOf(record, regulator).find((field) => field.number === number);

describe('the fields of an application', () => {
  test('come in the order of the DMHC’s form, all twenty-nine', () => {
    expect(fieldsOf(upheld.record).map(({ number }) => number)).toEqual(
      Array.from({ length: 29 }, (_, index) => String(index + 1)),
    );
  });

  test('say what the case says, and guess nothing else', () => {
    expect(fieldOf(upheld.record, '16')?.value).toBe(
      'Yes; sent 9/9/2026; received by the plan 9/10/2026; answered 10/1/2026: upheld',
    );
    expect(fieldOf(upheld.record, '19')?.value).toBe('Continuous glucose monitor');
    expect(fieldOf(upheld.record, '21')?.value).toBe('Not medically necessary');
    for (const number of ['2', '8', '18', '20', '26', '29'])
      expect(fieldOf(upheld.record, number)?.value).toBeNull();
    expect(fieldOf(aCase().record, '16')?.value).toBeNull();
    expect(fieldOf(aCase().record, '22')?.value).toBeNull();
  });

  test('are urgent as the case is once a standard application was rejected', () => {
    const rejected = upheld.filed('2026-10-10', { rejectedOn: '2026-10-16' }).record;
    expect(fieldOf(rejected, '23')?.value).toBe('No');
    const urgent = fieldOf({ ...rejected, urgent: true }, '23');
    expect(urgent).toMatchObject({ value: 'Yes', isAsked: true });
  });

  test('mark what was not read in the form', () => {
    const unverified = fieldsOf(upheld.record).filter(({ certainty }) => certainty === 'unverified');
    expect(unverified.map(({ number }) => number)).toEqual(['13', '14', '15', '16', '21', '22', '23', '25']);
  });

  test('ask for a guardian until the eighteenth birthday, and not on it', () => {
    const parent = { representativeName: 'Rosa Lima', representativeRelationship: 'mother' };
    const minor = withClient(upheld, { ...parent, birthOn: localDate('2008-11-22') });
    expect(fieldOf(minor, '4')).toMatchObject({ value: 'Rosa Lima (mother)', isAsked: true });
    const grown = withClient(upheld, { ...parent, birthOn: localDate('2008-11-21') });
    expect(fieldOf(grown, '4')).toMatchObject({ value: null, isAsked: false });
  });

  test('are followed by the authorized assistant’s form where somebody helps, with the DMHC alone', () => {
    const helped = withClient(upheld, {
      representativeName: 'Rosa Lima',
      representativeRelationship: 'sister',
    });
    expect(fieldOf(helped, '13')?.value).toBe('Yes');
    expect(fieldOf(helped, 'B1')?.value).toBe('Rosa Lima');
    expect(fieldOf(helped, 'B1', 'CDI')).toBeUndefined();
    expect(fieldOf(helped, '9', 'CDI')?.value).toBe('Rosa Lima (sister)');
    expect(fieldOf(upheld.record, 'B1')).toBeUndefined();
  });

  test('name the sender as the DMHC’s assistant where the client named nobody, and take nobody’s place', () => {
    const sender = { office: 'Advocates', phone: '555-0100', person: 'Inés Caldera' };
    const sent = (record: CaseBuilder['record'], regulator: 'DMHC' | 'CDI', number: string) =>
      applicationFields(record, assistedBy(applicationContext(record, regulator, TODAY), sender)).find(
        (field) => field.number === number,
      )?.value;
    expect(sent(upheld.record, 'DMHC', '13')).toBe('Yes');
    expect(sent(upheld.record, 'DMHC', 'B1')).toBe('Inés Caldera, Advocates');
    expect(sent(upheld.record, 'DMHC', 'B3')).toBe('555-0100');
    const helped = withClient(upheld, { representativeName: 'Rosa Lima' });
    expect(sent(helped, 'DMHC', 'B1')).toBe('Rosa Lima');
    expect(sent(upheld.record, 'CDI', '9')).toBeNull();
  });

  test('mark all but what the CDI’s own guide names as not read', () => {
    const verified = fieldsOf(upheld.record, 'CDI').filter(({ certainty }) => certainty === 'verified');
    expect(verified.map(({ number }) => number)).toEqual(['9', '10', '11', '14', '15', '17', '18']);
  });
});
