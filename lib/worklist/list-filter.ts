import { z } from 'zod';
import { STAGE_LABELS } from '../cases/stage.ts';
import { LANGUAGES, type Language, type Regulator, type Role, STAGES, type Stage } from '../db/vocabulary.ts';
import { LANGUAGE_NAMES, REGULATOR_LABELS } from '../labels.ts';

export const SCOPES = ['mine', 'everyone', 'unassigned'] as const;
export const DUE_WINDOWS = ['past', 'week', 'month'] as const;
export const SORTS = ['due', 'client', 'waiting', 'contact'] as const;
const REGULATORS = ['DMHC', 'CDI', 'none', 'unknown'] as const satisfies readonly Regulator[];
const SIDES = ['ours', 'theirs'] as const;

export const PAGE_SIZE = 25;
/** Further pages are refused: a list that long is searched or filtered, not leafed through. */
export const LAST_PAGE = 400;
const LONGEST_QUERY = 100;

type Scope = (typeof SCOPES)[number];
type DueWindow = (typeof DUE_WINDOWS)[number];
export type Sort = (typeof SORTS)[number];
type Side = (typeof SIDES)[number];

/** What the list of cases shows. Null is "any". */
export type ListFilter = {
  /** What is searched for; a client's name, so it never stands in an address. */
  readonly query: string;
  /** The same, sealed for the person who searches: what stands in the address instead. */
  readonly sealedQuery: string;
  /** A list of one's own, of everyone, of cases nobody has, or of one person by id. */
  readonly who: Scope | (string & {});
  readonly closed: boolean;
  readonly stage: Stage | null;
  readonly planId: string | null;
  readonly regulator: Regulator | null;
  readonly language: Language | null;
  readonly due: DueWindow | null;
  /** Whose clock comes next: ours to file, or owed by others. */
  readonly side: Side | null;
  readonly urgent: boolean;
  readonly sort: Sort;
  readonly descending: boolean;
  readonly page: number;
};

/** The list a person lands on: their own cases, or everyone's for those who have none. */
export type Home = 'mine' | 'everyone';

export const homeOf = (role: Role): Home => (role === 'reviewer' ? 'everyone' : 'mine');

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

const anyOf = <const T extends string>(values: readonly [T, ...T[]]) => z.enum(values).nullable().catch(null);
const flag = z.literal('1').nullable().catch(null);

const params = z.object({
  who: z
    .union([z.enum(SCOPES), z.uuid()])
    .nullable()
    .catch(null),
  closed: flag,
  stage: anyOf(STAGES),
  plan: z.uuid().nullable().catch(null),
  regulator: anyOf(REGULATORS),
  language: anyOf(LANGUAGES),
  due: anyOf(DUE_WINDOWS),
  side: anyOf(SIDES),
  urgent: flag,
  sort: z.enum(SORTS).catch('due'),
  order: z.literal('desc').nullable().catch(null),
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
});

/** A search that was read from an address or from the search box. */
export type Search = Pick<ListFilter, 'query' | 'sealedQuery'>;
export const NO_SEARCH: Search = { query: '', sealedQuery: '' };

/** What was typed into the search box, as it is searched for. */
export const searchedFor = (typed: string): string =>
  typed.trim().replace(/\s+/g, ' ').slice(0, LONGEST_QUERY).trim();

/**
 * Reads a list's URL. Never throws: what cannot be read is as if it were not there. Without `who` a search looks
 * everywhere and the plain list is the person's own (`home`). The search in it is sealed, so it is opened before.
 */
export function parseListFilter(given: SearchParams, home: Home, search: Search = NO_SEARCH): ListFilter {
  const first = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]),
  );
  const read = params.parse(first);
  return {
    query: search.query,
    sealedQuery: search.sealedQuery,
    who: read.who ?? defaultWho(search.query, home),
    closed: read.closed !== null,
    stage: read.stage,
    planId: read.plan,
    regulator: read.regulator,
    language: read.language,
    due: read.due,
    side: read.side,
    urgent: read.urgent !== null,
    sort: read.sort,
    descending: read.order !== null,
    page: read.page,
  };
}

const defaultWho = (query: string, home: Home): Scope => (query === '' ? home : 'everyone');

/** The address of the list a filter describes, relative to the site; the inverse of `parseListFilter`. */
export function listHref(filter: ListFilter, home: Home): string {
  const search = listParams(filter, home);
  return search.size === 0 ? '/cases' : `/cases?${search}`;
}

/** What of a filter differs from the list a person lands on, as search parameters. */
export function listParams(filter: ListFilter, home: Home): URLSearchParams {
  const search = new URLSearchParams();
  const put = (name: string, value: string | null | false) => {
    if (value) search.set(name, value);
  };
  put('find', filter.query !== '' && filter.sealedQuery);
  put('who', filter.who !== defaultWho(filter.query, home) && filter.who);
  put('closed', filter.closed && '1');
  put('stage', filter.stage);
  put('plan', filter.planId);
  put('regulator', filter.regulator);
  put('language', filter.language);
  put('due', filter.due);
  put('side', filter.side);
  put('urgent', filter.urgent && '1');
  put('sort', filter.sort !== 'due' && filter.sort);
  put('order', filter.descending && 'desc');
  put('page', filter.page > 1 && String(filter.page));
  return search;
}

const RETURNS = /^\/(?:cases|team)(?:\?[^\s\\#]*)?$/;

/** Back to the page a form was sent from, with what came of it. Anywhere but a list of this site becomes the list of cases. */
export function returnHref(from: string, outcome: Readonly<Record<string, string>>): string {
  const target = RETURNS.test(from) ? from : '/cases';
  return `${target}${target.includes('?') ? '&' : '?'}${new URLSearchParams(outcome)}`;
}

/** The same list with some of it changed, from its first page. */
export const withFilter = (filter: ListFilter, change: Partial<ListFilter>): ListFilter => ({
  ...filter,
  page: 1,
  ...change,
});

/** True where something narrows the list beyond whose cases it holds. */
export const isNarrowed = (filter: ListFilter): boolean =>
  filter.query !== '' ||
  filter.urgent ||
  [filter.stage, filter.planId, filter.regulator, filter.language, filter.due, filter.side].some(
    (value) => value !== null,
  );

/** What a filter needs to be said in words: the names behind its ids. */
export type FilterNames = { readonly person: string | null; readonly plan: string | null };

/** The list's headline: whose cases these are. */
export function sayWhose({ who, closed }: ListFilter, names: FilterNames): string {
  const cases = closed ? 'closed cases' : 'open cases';
  switch (who) {
    case 'mine':
      return `My ${cases}`;
    case 'everyone':
      return closed ? 'Closed cases' : 'Open cases';
    case 'unassigned':
      return `${closed ? 'Closed' : 'Open'} cases without an owner`;
    default:
      return names.person ? `${possessive(names.person)} ${cases}` : `A former colleague’s ${cases}`;
  }
}

const DUE_WORDS: Readonly<Record<DueWindow, string>> = {
  past: 'past their date',
  week: 'due within 7 days',
  month: 'due within 30 days',
};

/** What narrows the list, as the rest of a sentence: "with Aetna, in Spanish, past their date"; empty when nothing does. */
export function sayNarrowing(filter: ListFilter, names: FilterNames): string {
  const said = [
    filter.query !== '' && `found under “${filter.query}”`,
    filter.planId !== null && `with ${names.plan ?? 'a plan that is no longer listed'}`,
    filter.regulator !== null && `regulator: ${REGULATOR_LABELS[filter.regulator]}`,
    filter.stage !== null && `stage: ${STAGE_LABELS[filter.stage]}`,
    filter.language !== null && `in ${LANGUAGE_NAMES[filter.language]}`,
    filter.due !== null && DUE_WORDS[filter.due],
    filter.side !== null &&
      (filter.side === 'ours' ? 'next clock ours to file' : 'next clock owed by others'),
    filter.urgent && 'urgent',
  ];
  return said.filter((part) => part !== false).join(', ');
}

const possessive = (name: string) => `${name}’s`;
