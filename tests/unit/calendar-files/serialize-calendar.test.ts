import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { type CalendarDay, serializeCalendar } from '../../../lib/calendar-files/serialize-calendar.ts';

const now = new Date('2026-11-21T20:05:09.123Z');
const day: CalendarDay = {
  uid: 'ca.imr.deadline.decision.2027-04-09@recourse',
  on: localDate('2027-04-09'),
  summary: 'Último día seguro: mande su solicitud',
  description: 'Comas, puntos; barras \\ y\nlíneas',
  remindDaysBefore: 7,
};

describe('a calendar file', () => {
  it('gives another program the same whole days', () => {
    const [event, second] = eventsOf([day, { ...day, uid: 'b@recourse', on: localDate('2026-12-31') }]);
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe('2027-04-09');
    expect(event?.endDate.toString()).toBe('2027-04-10');
    expect(second?.endDate.toString()).toBe('2027-01-01');
    expect([event?.uid, event?.summary, event?.description]).toEqual([day.uid, day.summary, day.description]);
  });

  it('reminds before a limit, leaves the person free and keeps to itself', () => {
    const component = componentOf([day]).getFirstSubcomponent('vevent');
    expect(component?.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
    expect(component?.getFirstPropertyValue('class')).toBe('PRIVATE');
    const alarm = component?.getFirstSubcomponent('valarm');
    expect(alarm?.getFirstPropertyValue('trigger')?.toString()).toBe('-P7D');
    const silent = { uid: day.uid, on: day.on, summary: day.summary, description: day.description };
    expect(componentOf([silent]).getFirstSubcomponent('vevent')?.getFirstSubcomponent('valarm')).toBeNull();
  });

  it('is stamped in UTC, ends its lines with CRLF and folds them at 75 octets, between characters', () => {
    const long = { ...day, summary: 'ñandú '.repeat(40).trim() };
    const text = serializeCalendar([long], now);
    expect(text).toContain('DTSTAMP:20261121T200509Z\r\n');
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
    expect(eventsOf([long])[0]?.summary).toBe(long.summary);
  });

  it('may be empty', () => {
    expect(eventsOf([])).toEqual([]);
  });
});

function componentOf(days: readonly CalendarDay[]): ICAL.Component {
  return new ICAL.Component(ICAL.parse(serializeCalendar(days, now)) as never[]);
}

function eventsOf(days: readonly CalendarDay[]): ICAL.Event[] {
  return componentOf(days)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
}
