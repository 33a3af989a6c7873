/** Why a command refused: an expected answer for a person, never an exception. */
export type Violation = {
  /** The input that must change, or null when the refusal is about the case as a whole. */
  readonly field: string | null;
  readonly message: string;
  /** The rule in the law's or the office's words, with its citation. */
  readonly rule?: string;
  readonly remedy?: string;
};

/** What somebody else did to the case since this form was opened. */
export type RecentChange = { readonly who: string; readonly at: Date; readonly what: string };

export type Refusal =
  | { readonly ok: false; readonly because: 'violations'; readonly violations: readonly Violation[] }
  | {
      readonly ok: false;
      readonly because: 'conflict';
      readonly changes: readonly RecentChange[];
      readonly version: number;
    }
  | { readonly ok: false; readonly because: 'not-found' };

export type Outcome<T> = { readonly ok: true; readonly value: T } | Refusal;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refuse = (...violations: Violation[]): Refusal => ({
  ok: false,
  because: 'violations',
  violations,
});
export const notFound: Refusal = { ok: false, because: 'not-found' };
