import type { LocalDate } from '../calendar/local-date.ts';
import type { Basis, DecisionOutcome, HowKnown } from '../db/vocabulary.ts';
import type { Citation } from '../deadlines/citations.ts';
import { type CaseEvent, type LetterFacts } from './letter-facts.ts';

/** What letters of every template say in one language. */
export type Words = {
  /** "November 22, 2026" */
  date(day: LocalDate): string;
  days(count: number): string;
  /** Provisions written out. One that nobody has checked is a blank that asks for it, never a claim; so is none. */
  laws(...citations: readonly Citation[]): string;
  /** With its article: "the plan", "the insurer". */
  plan(f: LetterFacts): string;
  ofPlan(f: LetterFacts): string;
  /** "grievance", "appeal" */
  process(f: LetterFacts): string;
  /** With its article. */
  regulator(f: LetterFacts): string;
  basis: Readonly<Record<Basis, string>>;
  and(items: readonly string[]): string;
  outcome: Readonly<Record<DecisionOutcome, string>>;
  event(event: CaseEvent, f: LetterFacts): string;
  known: Readonly<Record<HowKnown | 'counted', string>>;
  labels: Readonly<
    Record<
      | 're'
      | 'member'
      | 'birth'
      | 'memberNumber'
      | 'planReference'
      | 'ourCase'
      | 'enclosures'
      | 'byFax'
      | 'sincerely'
      | 'signature'
      | 'date'
      | 'page',
      string
    >
  >;
  blanks: Readonly<
    Record<
      | 'planName'
      | 'planAddress'
      | 'regulator'
      | 'birth'
      | 'memberNumber'
      | 'service'
      | 'denialDate'
      | 'denialReason'
      | 'receivedDate'
      | 'proof'
      | 'events'
      | 'authorizationDate'
      | 'law',
      string
    >
  >;
};
