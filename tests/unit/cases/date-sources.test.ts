import { describe, expect, test } from 'vitest';
import { recordAnchor, recordBehind, sourceOf } from '../../../lib/cases/date-sources.ts';
import { aCase } from '../../support/case-record.ts';

const { record } = aCase()
  .denied('2026-04-14')
  .grieved({
    receivedOn: '2026-05-01',
    acknowledgedOn: '2026-05-05',
    planReference: 'C-55',
    dateSources: { receivedOn: 'told-by-plan' },
  });

describe('the source of a date', () => {
  test('is the column of a record, how it is known, and the events that may have written it', () => {
    expect(sourceOf(record, 'grievance.receivedOn')).toEqual({
      known: 'told-by-plan',
      noun: 'grievance',
      query: { id: record.grievances[0]?.id },
      tie: { recordId: record.grievances[0]?.id, field: 'receivedOn' },
      writings: [
        { events: ['grievance.logged', 'grievance.corrected'], field: 'receivedOn' },
        { events: ['case.opened'], field: 'grievance.receivedOn' },
      ],
    });
  });

  test('is none where the case has no such record, or the date is no record’s', () => {
    expect(sourceOf(record, 'complaint.receivedOn')).toBeNull();
    expect(sourceOf(record, 'externalReview.receivedOn')).toBeNull();
  });

  test('is found again by the particulars on its paper', () => {
    expect(recordBehind(record, 'grievance')).toEqual({
      name: 'the grievance',
      particulars: 'filed by fax, plan’s reference C-55, plan’s acknowledgment of Tue, May 5, 2026',
    });
    expect(recordBehind(record, 'complaint').particulars).toBe('');
    expect(recordAnchor('denial')).toBe('record-denial');
    expect(recordAnchor('grievance', 'g1')).toBe('record-grievance-g1');
  });
});
