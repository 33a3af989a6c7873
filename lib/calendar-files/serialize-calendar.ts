import ical, {
  ICalAlarmType,
  ICalEventClass,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { addDays, type LocalDate } from '../calendar/local-date.ts';

export type CalendarDay = {
  /** The same for the same date of the same rule, so that what comes later replaces what came before. */
  readonly uid: string;
  readonly on: LocalDate;
  readonly summary: string;
  readonly description: string;
  /** A reminder this many days before. */
  readonly remindDaysBefore?: number;
  /** For a file that is fetched again and again: how often this day was said otherwise, and when last. */
  readonly history?: DayHistory;
};

export type DayHistory = {
  readonly sequence: number;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
  readonly isCanceled: boolean;
};

/** A file that programs fetch again: what they call it and how often they are asked to come. */
export type Subscription = { readonly name: string; readonly refreshSeconds: number };

const SECONDS_A_DAY = 86_400;
const END_OF_LINE = '\r\n';

/**
 * A calendar of whole days that leave the person free (RFC 5545). `now` stamps the days that have no history. Without a
 * METHOD, so that a stamp is the moment of the last change and the same days give the same file.
 */
export function serializeCalendar(
  days: readonly CalendarDay[],
  now: Date,
  subscription?: Subscription,
): string {
  const calendar = ical({
    prodId: {
      company: 'Recourse',
      product: subscription ? 'Deadlines' : 'Deadline calculator',
      language: 'EN',
    },
    scale: 'GREGORIAN',
    ...(subscription && { name: subscription.name, ttl: subscription.refreshSeconds }),
  });
  for (const day of days) calendar.createEvent(eventOf(day, now));
  return `${calendar.toString()}${END_OF_LINE}`;
}

function eventOf(
  { uid, on, summary, description, remindDaysBefore, history }: CalendarDay,
  now: Date,
): ICalEventData {
  return {
    id: uid,
    start: midnightOf(on),
    end: midnightOf(addDays(on, 1)),
    allDay: true,
    summary,
    description,
    stamp: history?.modifiedAt ?? now,
    transparency: ICalEventTransparency.TRANSPARENT,
    class: ICalEventClass.PRIVATE,
    ...(remindDaysBefore !== undefined && {
      alarms: [
        {
          type: ICalAlarmType.display,
          triggerBefore: remindDaysBefore * SECONDS_A_DAY,
          description: summary,
        },
      ],
    }),
    ...(history && {
      sequence: history.sequence,
      created: history.createdAt,
      lastModified: history.modifiedAt,
      status: history.isCanceled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    }),
  };
}

// The library writes a date as its UTC day.
const midnightOf = (on: LocalDate): Date => new Date(`${on}T00:00:00Z`);
