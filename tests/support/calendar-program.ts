import ICAL from 'ical.js';
import { expect } from 'vitest';
import type { UserActor } from '../../lib/access/actor.ts';
import { nothingInput } from '../../lib/access/input.ts';
import { localDate } from '../../lib/calendar/local-date.ts';
import { createFeed } from '../../lib/calendar-feeds/create-feed.ts';
import { fetchFeed } from '../../lib/calendar-feeds/fetch-feed.ts';
import { morningOf, type TestOffice, valueOf } from './office.ts';
import { faultsOf } from './rfc5545.ts';

export const APP_URL = 'https://recourse.example.org';

/** An event as a calendar program understands it. */
export type FetchedEvent = {
  readonly uid: string;
  readonly on: string;
  readonly until: string;
  readonly summary: string;
  readonly description: string;
  readonly status: string;
  readonly sequence: number;
  readonly modifiedAt: string;
};

/** Makes a calendar address and answers its token. */
export const makeFeed = async (office: TestOffice, as: UserActor, on: string): Promise<string> =>
  valueOf(await office.run(createFeed, nothingInput, {}, { on, as })).token;

/** The file at an address as it is answered at nine in the morning of a day, or at a moment; null where nothing stands. */
export async function fetchFile(
  office: TestOffice,
  token: string,
  on: string | Date,
  { officeId = office.officeId, subscriber = 'Google Calendar' } = {},
): Promise<string | null> {
  const now = typeof on === 'string' ? morningOf(localDate(on)) : on;
  const file = await fetchFeed(office.app.db, { officeId, file: `${token}.ics`, subscriber }, APP_URL, now);
  if (file !== null) expect(faultsOf(file)).toEqual([]);
  return file;
}

/** The same, read by the parser that Thunderbird reads calendars with. */
export async function fetchEvents(
  office: TestOffice,
  token: string,
  on: string | Date,
): Promise<FetchedEvent[]> {
  const file = await fetchFile(office, token, on);
  if (file === null) throw new Error('nothing stands at the address');
  const calendar = new ICAL.Component(ICAL.parse(file) as never[]);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(true);
    return {
      uid: event.uid,
      on: event.startDate.toString(),
      until: event.endDate.toString(),
      summary: event.summary,
      description: event.description,
      status: String(component.getFirstPropertyValue('status')),
      sequence: event.sequence,
      modifiedAt: String(component.getFirstPropertyValue('last-modified')),
    };
  });
}
