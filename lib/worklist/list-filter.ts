import { z } from 'zod';
import { LANGUAGES, type Language, type Regulator, type Role, STAGES, type Stage } from '../db/vocabulary.ts';
import type { Words } from '../words/words.ts';

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
  /** Open, and nothing says what comes next. */
  readonly stuck: boolean;
  /** Mail to the client came back, and nobody has reached them since. */
  readonly unreached: boolean;
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
  stuck: flag,
  unreached: flag,
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
    stuck: read.stuck !== null,
    unreached: read.unreached !== null,
    sort: read.sort,
    descending: read.order !== null,
    page: read.page,
  };
}

const defaultWho = (query: string, home: Home): Scope => (query === '' ? home : 'everyone');

/**
 * The address of the list a filter describes, relative to the site; the inverse of `parseListFilter`. It is never bare:
 * the bare address is whichever list a person looked at last.
 */
export function listHref(filter: ListFilter, home: Home): string {
  const search = listParams(filter, home);
  return `/cases?${search.size === 0 ? new URLSearchParams({ who: home }) : search}`;
}

/** What of a filter can be kept: its parameters without what was searched for and without the page. */
export function viewParams(filter: ListFilter, home: Home): string {
  const href = listHref({ ...filter, ...NO_SEARCH, page: 1 }, home);
  return href.slice(href.indexOf('?') + 1);
}

/** The filter that kept parameters stand for. Never throws, as `parseListFilter`. */
export const viewFilter = (params: string, home: Home): ListFilter =>
  parseListFilter(Object.fromEntries(new URLSearchParams(params)), home);

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
  put('stuck', filter.stuck && '1');
  put('unreached', filter.unreached && '1');
  put('sort', filter.sort !== 'due' && filter.sort);
  put('order', filter.descending && 'desc');
  put('page', filter.page > 1 && String(filter.page));
  return search;
}

const RETURNS = /^\/(?:cases|team)(?:\?[^\s\\#]*)?$/;

/** Back to the page a form was sent from, with what came of it. Anywhere but a list of this site becomes the list of cases. */
export function returnHref(from: string, outcome: Readonly<Record<string, string>>): string {
  const target = RETURNS.test(from) ? from : '/cases';
  const said = new URLSearchParams(outcome);
  return said.size === 0 ? target : `${target}${target.includes('?') ? '&' : '?'}${said}`;
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
  filter.stuck ||
  filter.unreached ||
  [filter.stage, filter.planId, filter.regulator, filter.language, filter.due, filter.side].some(
    (value) => value !== null,
  );

/** What a filter needs to be said in words: the names behind its ids. */
export type FilterNames = { readonly person: string | null; readonly plan: string | null };

/** The list's headline: whose cases these are. */
export function sayWhose({ who, closed }: ListFilter, names: FilterNames, { caseList }: Words): string {
  const { whose } = caseList;
  switch (who) {
    case 'mine':
      return closed ? whose.mineClosed : whose.mine;
    case 'everyone':
      return closed ? whose.everyoneClosed : whose.everyone;
    case 'unassigned':
      return closed ? whose.unassignedClosed : whose.unassigned;
    default:
      return (closed ? whose.ofClosed : whose.of)(names.person);
  }
}

/** What narrows the list, as the rest of a sentence: "with Aetna, in Spanish, past their date"; empty when nothing does. */
export function sayNarrowing(filter: ListFilter, names: FilterNames, { caseList, labels }: Words): string {
  const { narrowed } = caseList;
  const said = [
    filter.query !== '' && narrowed.found(filter.query),
    filter.planId !== null && narrowed.plan(names.plan),
    filter.regulator !== null && narrowed.regulator(labels.regulator[filter.regulator]),
    filter.stage !== null && narrowed.stage(labels.stage[filter.stage]),
    filter.language !== null && narrowed.language(labels.languageName[filter.language]),
    filter.due !== null && narrowed.due[filter.due],
    filter.side !== null && narrowed.side[filter.side],
    filter.urgent && narrowed.urgent,
    filter.stuck && narrowed.stuck,
    filter.unreached && narrowed.unreached,
  ];
  return said.filter((part) => part !== false).join(', ');
}
