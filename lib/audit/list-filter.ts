import { z } from 'zod';
import { formatMediumDate } from '../calendar/format-date.ts';
import { type LocalDate, parseLocalDate } from '../calendar/local-date.ts';
import { AUDIT_EVENTS, type AuditEventName } from './events.ts';

/** Who wrote what no person did. */
export const SCHEDULED = 'scheduled';

/** What of the office's record is shown. Null is "any". */
export type RecordFilter = {
  /** A person by id, or the scheduled work. */
  readonly who: typeof SCHEDULED | (string & {}) | null;
  readonly event: AuditEventName | null;
  readonly caseNumber: string | null;
  readonly fromOn: LocalDate | null;
  readonly untilOn: LocalDate | null;
  /** Events before this one. */
  readonly before: number | null;
};

type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

const LONGEST_NUMBER = 40;
const civilDate = z
  .string()
  .transform((text) => parseLocalDate(text))
  .nullable()
  .catch(null);

const params = z.object({
  who: z
    .union([z.literal(SCHEDULED), z.uuid()])
    .nullable()
    .catch(null),
  event: z.enum(AUDIT_EVENTS).nullable().catch(null),
  case: z
    .string()
    .transform((text) => text.trim() || null)
    .refine((text) => text === null || text.length <= LONGEST_NUMBER)
    .nullable()
    .catch(null),
  from: civilDate,
  until: civilDate,
  before: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number)
    .nullable()
    .catch(null),
});

/** Reads the record's URL. Never throws: what cannot be read is as if it were not there. */
export function parseRecordFilter(given: SearchParams): RecordFilter {
  const first = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
  const { who, event, case: caseNumber, from: fromOn, until: untilOn, before } = params.parse(first);
  return { who, event, caseNumber, fromOn, untilOn, before };
}

/** What of a filter differs from the whole record, as search parameters; the inverse of `parseRecordFilter`. */
export function recordParams({
  who,
  event,
  caseNumber,
  fromOn,
  untilOn,
  before,
}: RecordFilter): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({
    who,
    event,
    case: caseNumber,
    from: fromOn,
    until: untilOn,
    before: before === null ? null : String(before),
  }))
    if (value !== null) search.set(name, value);
  return search;
}

export function recordListHref(filter: RecordFilter): string {
  const search = recordParams(filter);
  return search.size === 0 ? '/audit' : `/audit?${search}`;
}

/** What narrows the record, in words: "by Dana Whitfield, on case 2026-000012"; empty when nothing does. */
export function sayRecordFilter(filter: RecordFilter, personName: string | null): string {
  const { who, event, caseNumber, fromOn, untilOn } = filter;
  const said = [
    who !== null &&
      `by ${who === SCHEDULED ? 'the scheduled work' : (personName ?? 'somebody who is not listed')}`,
    event !== null && sayEvent(event).toLowerCase(),
    caseNumber !== null && `on case ${caseNumber}`,
    fromOn !== null && `from ${formatMediumDate(fromOn)}`,
    untilOn !== null && `through ${formatMediumDate(untilOn)}`,
  ];
  return said.filter((part) => part !== false).join(', ');
}

/** An event's name as words: "Case viewed". */
export function sayEvent(event: AuditEventName): string {
  const words = event.replaceAll(/[.-]/g, ' ').replace(/^imr\b/, 'IMR');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
