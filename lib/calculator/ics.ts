import { addDays, type LocalDate } from '../calendar/local-date.ts';

export interface CalendarDay {
  /** The same for the same date of the same rule, so that a second import replaces the first. */
  readonly uid: string;
  readonly on: LocalDate;
  readonly summary: string;
  readonly description: string;
  /** A reminder this many days before. */
  readonly remindDaysBefore?: number;
}

const octetsPerLine = 75;

/** A calendar of whole days that leave the person free (RFC 5545); `now` stamps the file. Pure. */
export function serializeCalendar(days: readonly CalendarDay[], now: Date): string {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Recourse//Deadline calculator//EN',
    'CALSCALE:GREGORIAN',
    ...days.flatMap((day) => eventLines(day, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(
  { uid, on, summary, description, remindDaysBefore }: CalendarDay,
  stamp: string,
): string[] {
  const alarm =
    remindDaysBefore === undefined
      ? []
      : [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${escaped(summary)}`,
          `TRIGGER:-P${remindDaysBefore}D`,
          'END:VALARM',
        ];
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(on)}`,
    `DTEND;VALUE=DATE:${basic(addDays(on, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    ...alarm,
    'END:VEVENT',
  ];
}

const basic = (date: LocalDate): string => date.replaceAll('-', '');

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (special) => `\\${special}`).replace(/\r?\n/g, '\\n');
}

// Lines are folded by octets and never inside a character.
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    const limit = parts.length === 0 ? octetsPerLine : octetsPerLine - 1;
    if (octets + size > limit) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
