import { describe, expect, test } from 'vitest';
import { railModelOf } from '../../../app/(staff)/cases/[caseId]/rail-model.ts';
import { RAIL_WIDTHS } from '../../../components/rail/geometry.ts';
import { layoutRail } from '../../../components/rail/layout.ts';
import type { RailModel } from '../../../components/rail/model.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

function railOf(told: CaseBuilder, today: string): RailModel {
  const model = railModelOf(assessCase(told.record, localDate(today)));
  if (!model) throw new Error('this case has no rail');
  return model;
}
const bar = (model: RailModel, id: string) => model.bars.find((each) => each.id === id);
const labels = (model: RailModel) => model.letters.map(({ label }) => label);

const denied = aCase().denied('2026-04-14');
const grieved = denied.grieved({
  sentOn: '2026-04-27',
  receivedOn: '2026-05-01',
  acknowledgedOn: '2026-05-05',
});
const late = grieved.answered('2026-06-12', 'upheld', { receivedOn: '2026-06-17' });

describe('a dispute on the rail', () => {
  test('runs from the denial to the latest other reading before filing', () => {
    const model = railOf(late, '2026-11-21');
    expect([model.from, model.to]).toEqual(['2026-04-14', '2026-12-17']);
    expect(model.tornLeft).toBeUndefined();
  });

  test('draws the plan’s lateness and the client’s window from the day the IMR opened', () => {
    const model = railOf(late, '2026-11-21');
    expect(bar(model, 'ca.grv.resolve')).toMatchObject({
      side: 'plan',
      startsOn: '2026-05-01',
      dueOn: '2026-05-31',
      endedOn: '2026-06-12',
      state: 'late',
    });
    expect(bar(model, 'ca.imr.deadline.silence')).toMatchObject({
      side: 'client',
      startsOn: '2026-06-01',
      dueOn: '2026-11-30',
      state: 'running',
      otherReadings: ['2026-12-12', '2026-12-17'],
    });
    expect(labels(model)).toContain('Upheld, 12 days late');
    expect(model.endNote).toEqual({
      side: 'client',
      text: 'Two other readings',
      detail: 'Dec 12 and Dec 17',
    });
  });

  test('leaves a limit that was met long ago to the dot of its act', () => {
    const model = railOf(late, '2026-11-21');
    expect(bar(model, 'ca.grv.file')).toBeUndefined();
    expect(bar(model, 'ca.grv.ack')).toBeUndefined();
    expect(labels(model)).toContain('Grievance sent');
  });

  test('opens the last days only within fourteen days of the next clock', () => {
    expect(railOf(late, '2026-11-15').lastDays).toBeUndefined();
    expect(railOf(late, '2026-11-16').lastDays).toMatchObject({ leftText: '14 days left' });
    expect(railOf(late, '2026-11-21').lastDays).toMatchObject({
      to: '2026-11-30',
      owner: 'client',
      leftText: '9 days left',
      detailText: '4 of them working days',
    });
    expect(railOf(late, '2026-11-30').lastDays?.leftText).toBe('Due today');
  });

  test('keeps the later reading open once the safe day is past, and no strip', () => {
    const model = railOf(late, '2026-12-05');
    expect(bar(model, 'ca.imr.deadline.silence')?.state).toBe('overdue');
    expect(model.lastDays).toBeUndefined();
  });

  test('ends the client’s bar at the filing', () => {
    const model = railOf(late.filed('2026-10-19', { receivedOn: '2026-10-19' }), '2026-10-22');
    expect(bar(model, 'ca.imr.deadline.silence')).toMatchObject({
      state: 'met',
      endedOn: '2026-10-19',
      label: 'IMR filed, day 141',
    });
    expect(bar(model, 'ca.imr.accept')).toMatchObject({ side: 'department', state: 'running' });
    expect(model.endNote?.text).toBe('Department must act');
  });

  test('shows the days that may be added to the reviewer’s', () => {
    const model = railOf(late.filed('2026-11-25', { reviewerReceivedOn: '2026-12-03' }), '2026-12-10');
    expect(bar(model, 'ca.imr.decide')).toMatchObject({ dueOn: '2027-01-02', latestOn: '2027-01-05' });
  });

  test('gives each of a Medi-Cal member’s limits its bar', () => {
    const told = aCase('mediCal')
      .denied('2026-06-22')
      .grieved({ receivedOn: '2026-07-15' })
      .answered('2026-08-12', 'upheld');
    const model = railOf(told, '2026-11-21');
    expect(bar(model, 'mc.hearing.file')?.state).toBe('running');
    expect(bar(model, 'mc.hearing.outer')).toBeUndefined();
    expect(model.endNote).toMatchObject({ text: 'Hearing Thu Dec 10', detail: 'IMR Feb 12, 2027' });
  });
});

describe('facts that are missing', () => {
  test('draw no rail at all while nothing has a date', () => {
    expect(railModelOf(assessCase(aCase().record, localDate('2026-06-06')))).toBeNull();
  });

  test('ask when the plan got a grievance whose receipt is not known, without a clock', () => {
    const model = railOf(denied.grieved({ sentOn: '2026-04-27' }), '2026-05-10');
    expect(bar(model, 'receipt-not-known')).toMatchObject({
      state: 'not-started',
      startsOn: '2026-04-27',
      label: 'When did the plan get it?',
    });
    expect(model.letters.find(({ label }) => label === 'Mailed')).toMatchObject({
      hollow: true,
      edge: 'above',
    });
    expect(bar(model, 'ca.grv.resolve')).toBeUndefined();
  });

  test('dash the client’s window while the plan still has time', () => {
    const model = railOf(grieved, '2026-05-25');
    expect(bar(model, 'ca.imr.deadline.silence')).toMatchObject({
      state: 'not-started',
      startsOn: '2026-06-01',
      label: 'If the plan is silent: six months to ask for an IMR, from Mon Jun 1',
    });
    expect(model.endNote).toEqual({ side: 'client', text: 'Mon Nov 30', detail: 'if silent' });
    expect(bar(railOf(grieved, '2026-05-31'), 'ca.imr.deadline.silence')?.state).toBe('not-started');
    expect(bar(railOf(grieved, '2026-06-01'), 'ca.imr.deadline.silence')?.state).toBe('running');
  });

  test('tear the left end when the denial’s date is not known', () => {
    const model = railOf(aCase().grieved({ receivedOn: '2026-05-01' }), '2026-05-25');
    expect(model.tornLeft).toBe('denial date not known');
    expect(model.from).toBe('2026-05-01');
  });

  test('name the regulator as not known instead of drawing its clock', () => {
    const told = aCase('unknown')
      .denied('2026-04-14')
      .grieved({ receivedOn: '2026-05-01' })
      .filed('2026-06-10', { receivedOn: '2026-06-10' });
    const model = railOf(told, '2026-06-12');
    expect(model.bars.some(({ side }) => side === 'department')).toBe(false);
    expect(model.endNote).toEqual({ side: 'department', text: 'Regulator', detail: 'not known' });
  });

  test('cut a rail of more than twenty months at the current clock', () => {
    const old = aCase()
      .denied('2024-01-10')
      .grieved({ receivedOn: '2026-05-01' })
      .answered('2026-05-20', 'upheld');
    const model = railOf(old, '2026-11-01');
    expect(model.from).toBe('2026-05-20');
    expect(model.tornLeft).toBe('since Jan 10, 2024');
  });
});

describe('a closed case', () => {
  test('ends the clocks that ran with it and keeps the one that had run out', () => {
    const model = railOf(grieved.closed('2026-06-20', 'client-withdrew'), '2026-07-01');
    expect(bar(model, 'ca.grv.resolve')).toMatchObject({ state: 'late', endedOn: '2026-06-20' });
    expect(bar(model, 'ca.imr.deadline.silence')).toMatchObject({ state: 'met', endedOn: '2026-06-20' });
    expect(model.lastDays).toBeUndefined();
  });
});

describe('the rail in words', () => {
  test('tells the table in order of time, with today and what each reading counts from', () => {
    const { table } = railOf(late, '2026-11-21');
    const days = table.map(({ on }) => on);
    expect(days).toEqual(days.toSorted());
    expect(table).toContainEqual({
      on: '2026-05-31',
      date: 'Sun May 31',
      what: 'Last day: Answer the grievance',
      whose: 'plan',
      result: '12 days late',
    });
    expect(table).toContainEqual({
      on: '2026-12-12',
      date: 'Sat Dec 12',
      what: 'Ask for the IMR, on another reading',
      whose: 'client',
      result: 'six months from the plan’s late letter',
    });
    expect(table.some(({ what }) => what === 'Today')).toBe(true);
  });

  test('ends its description with today, the days left and the other readings', () => {
    expect(railOf(late, '2026-11-21').description).toMatch(
      /Today is Saturday, November 21, 2026\. 9 days left to Monday, November 30, 2026\. Other readings of the law would give Saturday, December 12, 2026 or Thursday, December 17, 2026\.$/,
    );
  });
});

test('every state can be laid out at every width', () => {
  const states: [CaseBuilder, string][] = [
    [denied, '2026-04-14'],
    [denied, '2026-12-01'],
    [grieved, '2026-05-25'],
    [grieved, '2026-08-01'],
    [late, '2026-11-30'],
    [late.filed('2026-12-05'), '2026-12-20'],
    [aCase('cdi').denied('2026-10-16').grieved({ sentOn: '2026-11-01' }), '2026-11-21'],
    [aCase('selfFunded').denied('2026-06-22', { receivedOn: '2026-06-25' }), '2026-11-21'],
    [aCase().denied('2026-11-16').grieved({ receivedOn: '2026-11-18', expedited: true }), '2026-11-20'],
    [late.closed('2026-08-01', 'client-withdrew'), '2028-01-01'],
  ];
  for (const [told, today] of states)
    for (const width of RAIL_WIDTHS) {
      const layout = layoutRail(railOf(told, today), width);
      expect(layout.height).toBeGreaterThan(0);
      expect(Number.isFinite(layout.today.x)).toBe(true);
    }
});
