import {
  CASE_OUTCOMES,
  type CaseOutcome,
  PROGRAMS,
  type Program,
  REGULATORS,
  type Regulator,
} from '../db/vocabulary.ts';

export const REVIEW_PAGE_SIZE = 50;
const LAST_PAGE = 10_000;

export const REVIEW_OUTCOMES = ['open', ...CASE_OUTCOMES] as const;
export type ReviewOutcome = 'open' | CaseOutcome;

export type ReviewFilter = {
  readonly year: number | null;
  readonly program: Program | null;
  readonly regulator: Regulator | null;
  readonly outcome: ReviewOutcome | null;
  readonly page: number;
};

export const EVERYTHING: ReviewFilter = {
  year: null,
  program: null,
  regulator: null,
  outcome: null,
  page: 1,
};

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

const oneOf = <T extends string>(values: readonly T[], given: string | null): T | null =>
  values.find((value) => value === given) ?? null;

/** Reads the review's URL; whatever it cannot read narrows nothing. */
export function parseReviewFilter(params: SearchParams): ReviewFilter {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : null);
  const year = /^(19|20)\d{2}$/.test(text('year') ?? '') ? Number(text('year')) : null;
  const page = /^[1-9]\d{0,4}$/.test(text('page') ?? '') ? Number(text('page')) : 1;
  return {
    year,
    program: oneOf(PROGRAMS, text('program')),
    regulator: oneOf(REGULATORS, text('regulator')),
    outcome: oneOf(REVIEW_OUTCOMES, text('outcome')),
    page: Math.min(page, LAST_PAGE),
  };
}

/** The search part of the review's URL, empty where nothing is narrowed. */
export function reviewSearch({ year, program, regulator, outcome, page }: ReviewFilter): string {
  const params = new URLSearchParams();
  if (year !== null) params.set('year', String(year));
  if (program) params.set('program', program);
  if (regulator) params.set('regulator', regulator);
  if (outcome) params.set('outcome', outcome);
  if (page > 1) params.set('page', String(page));
  const search = params.toString();
  return search && `?${search}`;
}
