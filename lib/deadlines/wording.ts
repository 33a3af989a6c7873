import type { CaseReading } from './case-reading.ts';

/** What each side and step is called on the case's track. */
export interface Wording {
  readonly plan: 'plan' | 'insurer';
  readonly grievance: 'grievance' | 'appeal';
  /** With its article, for the middle of a sentence. */
  readonly regulator: string;
}

/** The statute's words for this case: plans have grievances, insurers and Medi-Cal plans have appeals. */
export function wordingFor(c: CaseReading): Wording {
  return {
    plan: c.track === 'cdi' ? 'insurer' : 'plan',
    grievance: c.track === 'dmhc' ? 'grievance' : 'appeal',
    regulator: c.track === 'cdi' ? 'the Department of Insurance' : 'the DMHC Help Center',
  };
}

export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
