import { type Instant, parseInstant } from '../calendar/instant.ts';
import { type LocalDate, parseLocalDate } from '../calendar/local-date.ts';
import { denialBases, outcomes, type Problem, programs, regulators, servicePayers } from './facts.ts';

/** What a field of the facts must look like, told apart by `is`. */
export type Shape =
  | { readonly is: 'date' | 'instant' | 'date-or-instant' | 'boolean' }
  | { readonly is: 'choice' | 'choices'; readonly of: readonly string[] }
  | { readonly is: 'group'; readonly fields: Fields; readonly required: readonly string[] };
type Fields = Readonly<Record<string, Shape>>;

/** Every date and instant that could be read, by its path. */
export interface ReadMoments {
  readonly dates: Map<string, LocalDate>;
  readonly instants: Map<string, Instant>;
}

const date: Shape = { is: 'date' };
const instant: Shape = { is: 'instant' };
const yesOrNo: Shape = { is: 'boolean' };

/** Every field of one case's facts. */
export const factsShape = group(
  {
    asOf: { is: 'date-or-instant' },
    coverage: group(
      {
        program: choice(programs),
        regulator: choice(regulators),
        knoxKeene: yesOrNo,
        serviceCoveredBy: choice(servicePayers),
      },
      ['program', 'regulator'],
    ),
    denial: group({
      letterDate: date,
      receivedOn: date,
      basis: { is: 'choices', of: denialBases },
      servicesEndOn: date,
      serviceReceived: yesOrNo,
    }),
    grievance: group({
      filedOn: date,
      receivedOn: date,
      receivedAt: instant,
      expedited: yesOrNo,
      acknowledgedOn: date,
      statementOn: date,
      decision: group({ letterDate: date, receivedOn: date, outcome: choice(outcomes) }, [
        'letterDate',
        'outcome',
      ]),
    }),
    hearing: group({ requestedOn: date, heldOn: date }),
    imr: group({
      appliedOn: date,
      receivedOn: date,
      receivedAt: instant,
      expedited: yesOrNo,
      acceptedOn: date,
      acceptedAt: instant,
      rejectedOn: date,
      planNotifiedOn: date,
      documentsSentOn: date,
      documentsSentAt: instant,
      reviewerReceivedOn: date,
      decision: group({ date, outcome: choice(outcomes), planReceivedOn: date }, ['date', 'outcome']),
      implementedOn: date,
    }),
    complaint: group({ receivedOn: date, decidedOn: date }),
    externalReview: group({
      filedOn: date,
      receivedOn: date,
      receivedAt: instant,
      expedited: yesOrNo,
      decidedOn: date,
    }),
  },
  ['asOf', 'coverage'],
);

/** Checks the shape of one case's facts: reports every flaw of form under its path, and gathers the dates that can be read. */
export function readShape(json: unknown, problems: Problem[]): ReadMoments {
  const moments: ReadMoments = { dates: new Map(), instants: new Map() };
  readField(json, factsShape, '', problems, moments);
  return moments;
}

function readField(
  value: unknown,
  shape: Shape,
  path: string,
  problems: Problem[],
  moments: ReadMoments,
): void {
  const refuse = (message: string) => problems.push({ path, message });
  switch (shape.is) {
    case 'group':
      if (!isRecord(value)) {
        refuse(`This is ${kindOf(value)}. ${groupAdvice(path)}`);
      } else {
        readGroup(value, shape.fields, shape.required, path, problems, moments);
      }
      break;
    case 'boolean':
      if (typeof value !== 'boolean') {
        refuse(
          `This is ${kindOf(value)}. It must be true or false, without quotes; leave it out if unknown.`,
        );
      }
      break;
    case 'choice':
      if (!isOneOf(value, shape.of)) refuse(choiceAdvice(value, shape.of));
      break;
    case 'choices':
      readChoices(value, shape.of, path, problems);
      break;
    case 'date':
    case 'instant':
    case 'date-or-instant':
      readMoment(value, shape.is, path, problems, moments);
  }
}

function readGroup(
  value: Readonly<Record<string, unknown>>,
  fields: Fields,
  required: readonly string[],
  path: string,
  problems: Problem[],
  moments: ReadMoments,
): void {
  for (const key of required) {
    if (value[key] === undefined || !Object.hasOwn(value, key)) {
      problems.push({
        path: join(path, key),
        message: 'This is missing, and no date can be computed without it.',
      });
    }
  }
  for (const key of Object.keys(value)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field === undefined) {
      const known = Object.keys(fields).join(', ');
      problems.push({
        path: join(path, key),
        message: `This field is not known here. Remove it, or use one of: ${known}.`,
      });
    } else if (value[key] !== undefined) {
      readField(value[key], field, join(path, key), problems, moments);
    }
  }
}

function readChoices(value: unknown, of: readonly string[], path: string, problems: Problem[]): void {
  if (!Array.isArray(value)) {
    problems.push({
      path,
      message: `This is ${kindOf(value)}. It must be a list with any of: ${of.join(', ')}.`,
    });
    return;
  }
  if (value.length === 0) {
    problems.push({
      path,
      message: 'This list is empty. Name at least one basis, or leave the list out if unknown.',
    });
  }
  const seen = new Set<unknown>();
  let repeated = false;
  for (const [index, element] of value.entries()) {
    if (!isOneOf(element, of))
      problems.push({ path: join(path, String(index)), message: choiceAdvice(element, of) });
    if (typeof element === 'string') repeated ||= seen.has(element);
    seen.add(element);
  }
  if (repeated) problems.push({ path, message: 'A value is in this list twice. Keep each basis once.' });
}

function readMoment(
  value: unknown,
  is: 'date' | 'instant' | 'date-or-instant',
  path: string,
  problems: Problem[],
  moments: ReadMoments,
): void {
  const text = typeof value === 'string' ? value : null;
  const readDate = text === null || is === 'instant' ? null : parseLocalDate(text);
  const readInstant = text === null || is === 'date' ? null : parseInstant(text);
  if (readDate !== null) moments.dates.set(path, readDate);
  else if (readInstant !== null) moments.instants.set(path, readInstant);
  else
    problems.push({
      path,
      message: `This is ${text === null ? kindOf(value) : unreadable[is]}. ${momentAdvice[is]}`,
    });
}

const unreadable = {
  date: 'not a real day',
  instant: 'not an instant that exists, with its offset',
  'date-or-instant': 'neither a real day nor an instant with its offset',
} as const;

const momentAdvice = {
  date: 'Write a real day as YYYY-MM-DD, such as 2026-06-05; leave it out if unknown.',
  instant:
    'Write a date, an hour and an offset, such as 2026-03-06T16:00:00-08:00; where the hour is not known, give the day instead.',
  'date-or-instant':
    'Write a real day as YYYY-MM-DD, or an instant with an offset such as 2026-03-06T16:00:00-08:00.',
} as const;

function choiceAdvice(value: unknown, of: readonly string[]): string {
  const what = typeof value === 'string' ? 'not a value of this list' : kindOf(value);
  return `This is ${what}. Use one of: ${of.join(', ')}.`;
}

function groupAdvice(path: string): string {
  return path === ''
    ? "One case's facts are a JSON object with asOf and coverage; several are a list of such objects."
    : 'It must be a JSON object with fields; leave it out if nothing is known.';
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'object') return 'an object';
  return `a ${typeof value}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOneOf(value: unknown, of: readonly string[]): boolean {
  return typeof value === 'string' && of.includes(value);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function group(fields: Fields, required: readonly string[] = []): Shape {
  return { is: 'group', fields, required };
}

function choice(of: readonly string[]): Shape {
  return { is: 'choice', of };
}
