import { formatInstant, formatMediumDate } from '../calendar/format-date.ts';
import { compareInstants, pacificDateOf } from '../calendar/instant.ts';
import { addMonths, isAfter, isBefore, type LocalDate, localDate } from '../calendar/local-date.ts';
import type { Facts, Problem } from './facts.ts';
import { type ReadMoments, readShape } from './facts-shape.ts';

/** What is wrong with a date that can be read, for those who say it in their own words. */
type DateFlaw =
  | { readonly is: 'before-1990' | 'not-yet' | 'too-far-ahead'; readonly on: LocalDate }
  | {
      readonly is: 'out-of-order';
      readonly on: LocalDate;
      readonly earlier: { readonly path: string; readonly on: LocalDate };
    }
  | { readonly is: 'contradicted' };

/** A problem whose `flaw`, where it has one, says the same as its message. */
export interface FlawedFact extends Problem {
  readonly flaw?: DateFlaw;
}

export type FactsRead =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly problems: readonly FlawedFact[] };

export type FactsListRead =
  | { readonly ok: true; readonly facts: readonly Facts[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const firstDay = localDate('1990-01-01');

/** An event with a day and, perhaps, an hour: `xOn` and `xAt`. */
const eventsWithHours = [
  'grievance.received',
  'imr.received',
  'imr.accepted',
  'imr.documentsSent',
  'externalReview.received',
] as const;

/** Nothing on the right can come before what is on its left. */
const order: readonly (readonly [before: string, after: readonly string[]])[] = [
  ['denial.letterDate', ['denial.receivedOn']],
  [
    'grievance.filedOn',
    [
      'grievance.received',
      'grievance.acknowledgedOn',
      'grievance.statementOn',
      'grievance.decision.letterDate',
    ],
  ],
  [
    'grievance.received',
    ['grievance.acknowledgedOn', 'grievance.statementOn', 'grievance.decision.letterDate'],
  ],
  ['grievance.decision.letterDate', ['grievance.decision.receivedOn']],
  ['hearing.requestedOn', ['hearing.heldOn']],
  [
    'imr.appliedOn',
    [
      'imr.received',
      'imr.accepted',
      'imr.rejectedOn',
      'imr.planNotifiedOn',
      'imr.documentsSent',
      'imr.reviewerReceivedOn',
      'imr.decision.date',
    ],
  ],
  ['imr.received', ['imr.accepted', 'imr.rejectedOn', 'imr.decision.date']],
  ['imr.accepted', ['imr.decision.date']],
  ['imr.reviewerReceivedOn', ['imr.decision.date']],
  ['imr.decision.date', ['imr.decision.planReceivedOn', 'imr.implementedOn']],
  ['complaint.receivedOn', ['complaint.decidedOn']],
  ['externalReview.filedOn', ['externalReview.received', 'externalReview.decidedOn']],
  ['externalReview.received', ['externalReview.decidedOn']],
];

/** Reads one case's facts from parsed JSON, reporting every flaw under its path. Never throws. */
export function readFacts(json: unknown): FactsRead {
  const problems: FlawedFact[] = [];
  const moments = readShape(json, problems);
  problems.push(
    ...flawsOfCoverage(json),
    ...flawsOfRejection(json),
    ...flawsOfEra(moments),
    ...flawsOfHours(moments),
    ...flawsOfOrder(moments),
  );
  return problems.length === 0
    ? { ok: true, facts: structuredClone(json) as Facts }
    : { ok: false, problems };
}

/** Reads a list of cases; each path starts with the element's index, and one flawed element refuses them all. */
export function readFactsList(json: readonly unknown[]): FactsListRead {
  const facts: Facts[] = [];
  const problems: Problem[] = [];
  for (const [index, element] of json.entries()) {
    const read = readFacts(element);
    if (read.ok) facts.push(read.facts);
    else for (const problem of read.problems) problems.push(underIndex(index, problem));
  }
  return problems.length === 0 ? { ok: true, facts } : { ok: false, problems };
}

function underIndex(index: number, { path, message }: Problem): Problem {
  return { path: path === '' ? String(index) : `${index}.${path}`, message };
}

function flawsOfCoverage(json: unknown): Problem[] {
  const program = fieldOf(json, 'coverage', 'program');
  const regulator = fieldOf(json, 'coverage', 'regulator');
  if (program === 'self-funded' && (regulator === 'DMHC' || regulator === 'CDI')) {
    return [
      {
        path: 'coverage.regulator',
        message: `A self-funded employer plan answers to federal law, not to ${regulator}. Use "none", or correct the program.`,
      },
    ];
  }
  if (program === 'medi-cal' && regulator === 'CDI') {
    return [
      {
        path: 'coverage.regulator',
        message:
          'CDI regulates insurance policies, not Medi-Cal plans. Use "DMHC", "none" or "unknown", or correct the program.',
      },
    ];
  }
  if (program === 'medicare-medi-cal' && fieldOf(json, 'coverage', 'serviceCoveredBy') === undefined) {
    return [
      {
        path: 'coverage.serviceCoveredBy',
        message:
          'A member with Medicare and Medi-Cal has two sets of rights. Say which program covers the service: medicare or medi-cal.',
      },
    ];
  }
  return [];
}

function flawsOfRejection(json: unknown): FlawedFact[] {
  if (fieldOf(json, 'imr', 'rejectedOn') === undefined) return [];
  const contradicting = ['acceptedOn', 'acceptedAt', 'decision'].filter(
    (key) => fieldOf(json, 'imr', key) !== undefined,
  );
  if (contradicting.length === 0) return [];
  return [
    {
      path: 'imr.rejectedOn',
      message: `A rejected application is not accepted or decided, and this one also has ${contradicting.join(' and ')}. Keep what the regulator's letter says.`,
      flaw: { is: 'contradicted' },
    },
  ];
}

// A civil date is compared with an instant by its Pacific day, two instants to the second.
function flawsOfEra({ dates, instants }: ReadMoments): FlawedFact[] {
  const problems: FlawedFact[] = [];
  const nowAt = instants.get('asOf');
  const today = nowAt === undefined ? dates.get('asOf') : pacificDateOf(nowAt);
  const yearAhead = today === undefined ? undefined : addMonths(today, 12);

  const check = (path: string, on: LocalDate, isTooLate: boolean) => {
    if (isBefore(on, firstDay)) {
      problems.push({
        path,
        message: `${formatMediumDate(on)} is before 1990, the first year that is computed. Check the year.`,
        flaw: { is: 'before-1990', on },
      });
    }
    if (path === 'denial.servicesEndOn') {
      if (yearAhead !== undefined && isAfter(on, yearAhead)) {
        problems.push({
          path,
          message: `${formatMediumDate(on)} is more than a year after the day of computation. Check the effective date on the notice.`,
          flaw: { is: 'too-far-ahead', on },
        });
      }
    } else if (isTooLate) {
      problems.push({
        path,
        message: `${formatMediumDate(on)} has not come yet: only what has happened is recorded. Check the date, or leave it out until it happens.`,
        flaw: { is: 'not-yet', on },
      });
    }
  };

  for (const [path, on] of dates)
    check(path, on, today !== undefined && path !== 'asOf' && isAfter(on, today));
  for (const [path, at] of instants) {
    const on = pacificDateOf(at);
    const isLater =
      nowAt === undefined ? today !== undefined && isAfter(on, today) : compareInstants(at, nowAt) > 0;
    check(path, on, isLater);
  }
  return problems;
}

function flawsOfHours({ dates, instants }: ReadMoments): Problem[] {
  const problems: Problem[] = [];
  for (const event of eventsWithHours) {
    const on = dates.get(`${event}On`);
    const at = instants.get(`${event}At`);
    if (on !== undefined && at !== undefined && pacificDateOf(at) !== on) {
      problems.push({
        path: `${event}At`,
        message: `${formatInstant(at)} is not on ${formatMediumDate(on)}, the day given beside it. In California an event has one day: correct one, or leave one out.`,
      });
    }
  }
  return problems;
}

function flawsOfOrder(moments: ReadMoments): FlawedFact[] {
  const problems: FlawedFact[] = [];
  for (const [before, afters] of order) {
    const first = eventAt(before, moments);
    if (first === null) continue;
    for (const after of afters) {
      const second = eventAt(after, moments);
      if (second !== null && isEarlier(second, first)) {
        problems.push({
          path: second.path,
          message: `${formatMediumDate(second.on)} comes before ${first.path}, ${formatMediumDate(first.on)}. It can only follow it: correct one of the two.`,
          flaw: { is: 'out-of-order', on: second.on, earlier: { path: first.path, on: first.on } },
        });
      }
    }
  }
  return problems;
}

interface DatedEvent {
  readonly path: string;
  readonly on: LocalDate;
  readonly at: ReturnType<ReadMoments['instants']['get']>;
}

function eventAt(event: string, { dates, instants }: ReadMoments): DatedEvent | null {
  const plain = dates.get(event);
  if (plain !== undefined) return { path: event, on: plain, at: undefined };
  const at = instants.get(`${event}At`);
  const on = dates.get(`${event}On`) ?? (at === undefined ? undefined : pacificDateOf(at));
  if (on === undefined) return null;
  return { path: at === undefined ? `${event}On` : `${event}At`, on, at };
}

function isEarlier(second: DatedEvent, first: DatedEvent): boolean {
  return second.at !== undefined && first.at !== undefined
    ? compareInstants(second.at, first.at) < 0
    : isBefore(second.on, first.on);
}

function fieldOf(json: unknown, group: string, field: string): unknown {
  const fields = ownField(json, group);
  return ownField(fields, field);
}

function ownField(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
