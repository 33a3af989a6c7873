/** What was found when what should have gone out was compared with what did. */
export const DIFFERENCE_KINDS = ['not-planned', 'not-sent', 'not-corrected', 'nobody-hears'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One difference, without a word about the client. */
export type Difference = {
  readonly kind: DifferenceKind;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly rule: string;
  readonly dueOn: string;
  /** Null where it is about the deadline as a whole. */
  readonly rung: string | null;
  readonly to: string | null;
  /** When it should have gone. */
  readonly plannedAt: string | null;
};

/** What each kind says, as a sentence. */
export const DIFFERENCE_WORDS: Readonly<Record<DifferenceKind, string>> = {
  'not-planned': 'A reminder that was due is not in the ledger.',
  'not-sent': 'A reminder that was due has not gone out.',
  'not-corrected': 'A date that was told has moved, and nobody took it back.',
  'nobody-hears': 'Nobody of the office can be told.',
};
