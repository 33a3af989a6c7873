/** What a line of an iCalendar file says: its name, its parameters, its value as written. */
export type ContentLine = {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly value: string;
};

export type EventLines = readonly ContentLine[];

const TOKEN = '[A-Za-z0-9-]+';
const PARAMETER = `${TOKEN}=(?:"[^"\\x00-\\x1f]*"|[^";:,\\x00-\\x1f]*)`;
const CONTENT_LINE = new RegExp(`^(${TOKEN})((?:;${PARAMETER})*):(.*)$`, 's');
const UTC = /^\d{8}T([01]\d|2[0-3])[0-5]\d([0-5]\d|60)Z$/;
const DURATION = /^[+-]?P(\d+W|(?=\d|T\d)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?)$/;
/** TEXT: a comma and a semicolon are escaped, and nothing else is but a backslash and a line break. */
const TEXT = /^(?:[^\\,;]|\\[\\,;nN])*$/;

const OCTETS_A_LINE = 75;
const EVENT_ONCE = [
  'UID',
  'DTSTAMP',
  'DTSTART',
  'DTEND',
  'CLASS',
  'CREATED',
  'DESCRIPTION',
  'LAST-MODIFIED',
  'SEQUENCE',
  'STATUS',
  'SUMMARY',
  'TRANSP',
  'URL',
];
const CALENDAR_ONCE = ['PRODID', 'VERSION', 'CALSCALE', 'METHOD', 'NAME', 'REFRESH-INTERVAL'];

/** What in a calendar file of whole days breaks a rule of RFC 5545 (and 7986), each with its section; empty when nothing does. */
export function faultsOf(text: string): string[] {
  const faults = physicalFaults(text);
  const lines = unfolded(text);
  const read = lines.map(contentLine);
  const broken = lines.filter((_, index) => read[index] === null);
  faults.push(...broken.map((line) => `3.1 not a content line: ${line}`));
  const whole = read.filter((line): line is ContentLine => line !== null);
  faults.push(...nestingFaults(whole));
  const events = eventsIn(whole);
  faults.push(...calendarFaults(propertiesOf(whole, 'VCALENDAR')), ...events.flatMap(eventFaults));
  const uids = events.map((event) => valueOf(event, 'UID'));
  if (new Set(uids).size < uids.length) faults.push('3.8.4.7 a UID stands twice');
  return faults;
}

/** The events of a file, each as its own lines. */
export const eventLinesOf = (text: string): EventLines[] =>
  eventsIn(unfolded(text).flatMap((line) => contentLine(line) ?? []));

export const valueOf = (lines: EventLines, name: string): string | undefined =>
  lines.find((line) => line.name === name)?.value;

function physicalFaults(text: string): string[] {
  const faults: string[] = [];
  if (!text.endsWith('\r\n')) faults.push('3.1 the last line is not ended');
  if (/\r(?!\n)|(?<!\r)\n/.test(text)) faults.push('3.1 a line does not end with CRLF');
  // oxlint-disable-next-line no-control-regex
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text)) faults.push('3.1 a control character');
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text))
    faults.push('3.1.4 half a character');
  for (const line of text.split('\r\n'))
    if (Buffer.byteLength(line) > OCTETS_A_LINE) faults.push(`3.1 more than 75 octets: ${line}`);
  return faults;
}

const unfolded = (text: string): string[] =>
  text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line, index, all) => line !== '' || index < all.length - 1);

function contentLine(line: string): ContentLine | null {
  const [, name, parameters = '', value] = CONTENT_LINE.exec(line) ?? [];
  if (name === undefined || value === undefined) return null;
  const pairs = [...parameters.matchAll(new RegExp(`;(${TOKEN})=("[^"]*"|[^";:,]*)`, 'g'))];
  return {
    name: name.toUpperCase(),
    parameters: Object.fromEntries(pairs.map(([, key = '', given = '']) => [key.toUpperCase(), given])),
    value,
  };
}

function nestingFaults(lines: readonly ContentLine[]): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  for (const { name, value } of lines) {
    if (name !== 'BEGIN' && open.length === 0) faults.push(`3.4 ${name} outside of a calendar`);
    if (name === 'BEGIN') open.push(value);
    if (name === 'END' && open.pop() !== value) faults.push(`3.6 END:${value} ends nothing`);
  }
  if (open.length > 0) faults.push(`3.6 ${open.join(', ')} not ended`);
  if (lines.filter(({ name, value }) => name === 'BEGIN' && value === 'VCALENDAR').length !== 1)
    faults.push('3.4 not one calendar');
  return faults;
}

/** The properties of a component without those of the components inside it. */
function propertiesOf(lines: readonly ContentLine[], component: string): ContentLine[] {
  const open: string[] = [];
  return lines.filter(({ name, value }) => {
    if (name === 'BEGIN') open.push(value);
    if (name === 'END') open.pop();
    return name !== 'BEGIN' && name !== 'END' && open.at(-1) === component;
  });
}

function eventsIn(lines: readonly ContentLine[]): ContentLine[][] {
  const events: ContentLine[][] = [];
  let current: ContentLine[] | null = null;
  for (const line of lines) {
    if (line.name === 'BEGIN' && line.value === 'VEVENT') current = [];
    current?.push(line);
    if (line.name === 'END' && line.value === 'VEVENT' && current) {
      events.push(propertiesOf(current, 'VEVENT'));
      current = null;
    }
  }
  return events;
}

const repeated = (lines: readonly ContentLine[], once: readonly string[]): string[] =>
  once.filter((name) => lines.filter((line) => line.name === name).length > 1);

function calendarFaults(lines: readonly ContentLine[]): string[] {
  const faults = repeated(lines, CALENDAR_ONCE).map((name) => `3.6 ${name} stands twice`);
  if (valueOf(lines, 'VERSION') !== '2.0') faults.push('3.7.4 VERSION is not 2.0');
  if (!/^-\/\/.+\/\/.+\/\//.test(valueOf(lines, 'PRODID') ?? '')) faults.push('3.7.3 no PRODID');
  if ((valueOf(lines, 'CALSCALE') ?? 'GREGORIAN') !== 'GREGORIAN') faults.push('3.7.1 CALSCALE');
  const refresh = lines.find(({ name }) => name === 'REFRESH-INTERVAL');
  if (refresh && (refresh.parameters['VALUE'] !== 'DURATION' || !DURATION.test(refresh.value)))
    faults.push('7986 5.7 REFRESH-INTERVAL is no duration');
  for (const { name, value } of lines.filter(({ name }) => ['NAME', 'X-WR-CALNAME'].includes(name)))
    if (!TEXT.test(value)) faults.push(`3.3.11 ${name} is not escaped`);
  return faults;
}

function eventFaults(event: EventLines): string[] {
  const faults = repeated(event, EVENT_ONCE).map((name) => `3.6.1 ${name} stands twice`);
  const fault = (isRight: boolean, what: string) => {
    if (!isRight) faults.push(`${what}: ${valueOf(event, 'UID') ?? '?'}`);
  };
  const has = (name: string) => valueOf(event, name) ?? '';
  fault(has('UID') !== '', '3.8.4.7 no UID');
  fault(UTC.test(has('DTSTAMP')), '3.8.7.2 DTSTAMP is not UTC');
  for (const name of ['CREATED', 'LAST-MODIFIED'])
    fault(valueOf(event, name) === undefined || UTC.test(has(name)), `3.8.7 ${name} is not UTC`);
  fault(/^\d+$/.test(valueOf(event, 'SEQUENCE') ?? '0'), '3.8.7.4 SEQUENCE is no integer');
  fault(['', 'TENTATIVE', 'CONFIRMED', 'CANCELLED'].includes(has('STATUS')), '3.8.1.11 STATUS');
  fault(['', 'OPAQUE', 'TRANSPARENT'].includes(has('TRANSP')), '3.8.2.7 TRANSP');
  fault(['', 'PUBLIC', 'PRIVATE', 'CONFIDENTIAL'].includes(has('CLASS')), '3.8.1.3 CLASS');
  for (const name of ['SUMMARY', 'DESCRIPTION']) fault(TEXT.test(has(name)), `3.3.11 ${name} is not escaped`);
  const [start, end] = ['DTSTART', 'DTEND'].map((name) => event.find((line) => line.name === name));
  fault(
    start?.parameters['VALUE'] === 'DATE' && dayNumber(start.value) !== null,
    '3.8.2.4 DTSTART is no date',
  );
  fault(end?.parameters['VALUE'] === 'DATE' && dayNumber(end.value) !== null, '3.8.2.2 DTEND is no date');
  fault(
    (dayNumber(end?.value ?? '') ?? 0) > (dayNumber(start?.value ?? '') ?? 0),
    '3.6.1 DTEND is not after DTSTART',
  );
  return faults;
}

/** A real day written YYYYMMDD as a number of days; null for anything else. */
function dayNumber(text: string): number | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return year && new Date(at).toISOString().slice(0, 10) === `${year}-${month}-${day}`
    ? at / 86_400_000
    : null;
}
