import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { addDays, localDate } from '../../../lib/calendar/local-date.ts';
import { calendarDaysOf, SUBSCRIPTION } from '../../../lib/calendar-feeds/calendar-days.ts';
import {
  changedEntries,
  type Entry,
  keyOf,
  listedEntries,
  type Saying,
} from '../../../lib/calendar-feeds/changed-entries.ts';
import { serializeCalendar } from '../../../lib/calendar-files/serialize-calendar.ts';
import { eventLinesOf, faultsOf, valueOf } from '../../support/rfc5545.ts';

const at = (day: number) => new Date(Date.UTC(2026, 10, 1 + day, 17));
const imr: Saying = {
  caseId: '00000000-0000-4000-8000-000000000001',
  rule: 'ca.imr.deadline.decision',
  dueOn: localDate('2027-05-20'),
  summary: '26-0311 W. A.: ask for the IMR',
};
const later = { ...imr, dueOn: localDate('2027-06-01') };

/** A feed as it is fetched on one day after another, each time with what is due then. */
function fetched(...days: readonly (readonly [day: number, due: readonly Saying[]])[]): Entry[] {
  let told: Entry[] = [];
  for (const [day, due] of days) {
    const changed = changedEntries(told, due, at(day));
    told = [...new Map([...told, ...changed].map((entry) => [keyOf(entry), entry])).values()];
  }
  return told;
}

describe('what a feed tells anew', () => {
  test('is nothing where nothing changed', () => {
    const told = fetched([0, [imr]]);
    expect(told).toEqual([{ ...imr, sequence: 0, createdAt: at(0), modifiedAt: at(0), canceledAt: null }]);
    expect(changedEntries(told, [imr], at(5))).toEqual([]);
  });

  test('is a moved date under the next number', () => {
    expect(fetched([0, [imr]], [3, [later]])).toEqual([
      { ...later, sequence: 1, createdAt: at(0), modifiedAt: at(3), canceledAt: null },
    ]);
  });

  test('is a canceled day once its clock is gone, which is not called overdue any more', () => {
    const overdue = { ...imr, summary: `[OVERDUE] ${imr.summary}` };
    const told = fetched([0, [overdue]], [3, []]);
    expect(told).toEqual([{ ...imr, sequence: 1, createdAt: at(0), modifiedAt: at(3), canceledAt: at(3) }]);
    expect(changedEntries(told, [], at(4))).toEqual([]);
  });

  test('is the same day again once its clock is back', () => {
    expect(fetched([0, [imr]], [3, []], [4, [imr]])).toEqual([
      { ...imr, sequence: 2, createdAt: at(0), modifiedAt: at(4), canceledAt: null },
    ]);
  });

  test('lists a canceled day for ninety days and then no more', () => {
    const told = fetched([0, [imr]], [3, []]);
    expect(listedEntries(told, at(93))).toHaveLength(1);
    expect(listedEntries(told, new Date(at(93).getTime() + 1))).toEqual([]);
  });

  test('never lowers a number, changes a known file only by raising one, and ends where the clocks are', () => {
    const saying = fc.record({
      rule: fc.constantFrom('ca.grv.ack', 'ca.grv.resolve', 'ca.imr.accept'),
      in: fc.nat(3),
    });
    const fetches = fc.array(fc.uniqueArray(saying, { selector: ({ rule }) => rule }), { maxLength: 12 });
    fc.assert(
      fc.property(fetches, (history) => {
        let told = new Map<string, Entry>();
        for (const [day, clocks] of history.entries()) {
          const due = clocks.map((clock) => ({
            ...imr,
            rule: clock.rule as Saying['rule'],
            dueOn: addDays(imr.dueOn, clock.in),
          }));
          const changed = changedEntries([...told.values()], due, at(day));
          for (const entry of changed)
            expect(entry.sequence).toBe((told.get(keyOf(entry))?.sequence ?? -1) + 1);
          told = new Map([...told.values(), ...changed].map((entry) => [keyOf(entry), entry]));
          const standing = [...told.values()].filter(({ canceledAt }) => canceledAt === null);
          const days = (entries: readonly Saying[]) =>
            entries.map((e) => `${keyOf(e)} ${e.dueOn}`).toSorted();
          expect(days(standing)).toEqual(days(due));
        }
      }),
    );
  });
});

describe('the file of a feed', () => {
  const appUrl = 'https://recourse.example.org';
  const fileOf = (entries: readonly Entry[], day = 0) =>
    serializeCalendar(calendarDaysOf('feed', listedEntries(entries, at(day)), appUrl), at(day), SUBSCRIPTION);
  const told = fetched(
    [
      0,
      [imr, { ...imr, rule: 'ca.grv.ack' }, { ...imr, rule: 'ca.grv.file', dueOn: localDate('2028-02-29') }],
    ],
    [3, [later, { ...imr, rule: 'ca.grv.file', dueOn: localDate('2028-02-29') }]],
  );

  test('keeps the rules of the format', () => {
    expect(faultsOf(fileOf(told, 3))).toEqual([]);
    expect(faultsOf(fileOf([]))).toEqual([]);
  });

  test('is the same to the byte until something changes', () => {
    expect(fileOf(told, 9)).toBe(fileOf(told, 3));
  });

  test('gives a calendar program the same days', () => {
    const calendar = new ICAL.Component(ICAL.parse(fileOf(told, 3)) as never[]);
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Recourse deadlines');
    expect(calendar.getFirstPropertyValue('refresh-interval')?.toString()).toBe('PT1H');
    expect(calendar.getFirstPropertyValue('x-published-ttl')?.toString()).toBe('PT1H');
    expect(calendar.getFirstPropertyValue('method')).toBeNull();
    const events = calendar.getAllSubcomponents('vevent').map((event) => ({
      on: new ICAL.Event(event).startDate.toString(),
      until: new ICAL.Event(event).endDate.toString(),
      sequence: new ICAL.Event(event).sequence,
      status: event.getFirstPropertyValue('status'),
      alarm: event.getFirstSubcomponent('valarm'),
      transparent: event.getFirstPropertyValue('transp'),
    }));
    const free = { alarm: null, transparent: 'TRANSPARENT' };
    expect(events).toEqual([
      { on: '2027-05-20', until: '2027-05-21', sequence: 1, status: 'CANCELLED', ...free },
      { on: '2027-06-01', until: '2027-06-02', sequence: 1, status: 'CONFIRMED', ...free },
      { on: '2028-02-29', until: '2028-03-01', sequence: 0, status: 'CONFIRMED', ...free },
    ]);
  });

  test('stamps each day with its last change', () => {
    const [, moved] = eventLinesOf(fileOf(told, 3));
    const line = (name: string) => valueOf(moved ?? [], name);
    expect([line('CREATED'), line('LAST-MODIFIED'), line('DTSTAMP')]).toEqual([
      '20261101T170000Z',
      '20261104T170000Z',
      '20261104T170000Z',
    ]);
  });

  test('is a day on the nights on which clocks change, wherever the server is', () => {
    for (const day of ['2027-03-14', '2027-11-07', '2026-12-31']) {
      const [event] = eventLinesOf(fileOf(fetched([0, [{ ...imr, dueOn: localDate(day) }]])));
      expect(valueOf(event ?? [], 'DTSTART')).toBe(day.replaceAll('-', ''));
      expect(valueOf(event ?? [], 'DTEND')).toBe(addDays(localDate(day), 1).replaceAll('-', ''));
    }
  });

  test('folds what is long between the characters of any script', () => {
    const summary = `26-0311 ${'李. م. 𠮷. É. '.repeat(30)}: ask for the IMR`;
    const text = fileOf(fetched([0, [{ ...imr, summary }]]));
    expect(faultsOf(text)).toEqual([]);
    const [event] = new ICAL.Component(ICAL.parse(text) as never[]).getAllSubcomponents('vevent');
    expect(event?.getFirstPropertyValue('summary')).toBe(summary);
  });

  test('tells by a UID neither the case nor the rule, and another feed by another', () => {
    const uids = (feedId: string) => calendarDaysOf(feedId, told, appUrl).map(({ uid }) => uid);
    for (const uid of uids('feed')) expect(uid).toMatch(/^[0-9a-f]{40}@recourse$/);
    expect(new Set([...uids('feed'), ...uids('other')]).size).toBe(2 * told.length);
    expect(uids('feed')).toEqual(uids('feed'));
  });

  test('leads to the case and says that calendars lag', () => {
    const [event] = eventLinesOf(fileOf(told, 3));
    expect(valueOf(event ?? [], 'DESCRIPTION')).toBe(
      `Calendars lag\\, sometimes by a day: Recourse’s own reminders are what counts.\\n${appUrl}/cases/${imr.caseId}`,
    );
  });
});
