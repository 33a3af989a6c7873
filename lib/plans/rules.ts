import { isAfter, type LocalDate } from '../calendar/local-date.ts';
import type { Program, Regulator } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';

/** More cases than can be recomputed while a person waits for the page. */
export const MOST_CASES_RECOMPUTED = 500;

type LineFacts = {
  readonly program: Program;
  readonly regulator: Regulator;
  readonly source: string;
  readonly verifiedOn: LocalDate | null;
};

/** A line's regulator follows from its program where the law leaves no choice; what was verified has its source. */
export function planLineViolations(line: LineFacts, today: LocalDate): Violation[] {
  const violations: Violation[] = [];
  const { program, regulator } = line;
  if (program === 'self-funded' && (regulator === 'DMHC' || regulator === 'CDI'))
    violations.push({
      field: 'regulator',
      message: 'A self-funded employer plan has no California regulator.',
      rule: 'State insurance law does not reach a self-funded plan: federal external review applies instead (29 CFR 2560.503-1; 45 CFR 147.136).',
      remedy: 'Choose “No California department”, or another program if the plan is insured.',
    });
  if (program === 'medi-cal' && regulator === 'CDI')
    violations.push({
      field: 'regulator',
      message: 'The Department of Insurance does not regulate Medi-Cal plans.',
      rule: 'A Medi-Cal plan is either licensed under the Knox-Keene Act, with the DMHC, or a county-organized system without a license.',
      remedy:
        'Choose the DMHC, or “No California department” for a county-organized system without a license.',
    });
  if (line.verifiedOn && isAfter(line.verifiedOn, today))
    violations.push({
      field: 'verifiedOn',
      message: 'The date verified lies ahead.',
      remedy: 'Type the day somebody checked it, today at the latest.',
    });
  if (line.verifiedOn && line.source === '')
    violations.push({
      field: 'source',
      message: 'Say where this was verified.',
      rule: 'The regulator decides which law a case follows, so whoever relies on it must be able to look it up.',
      remedy: 'Such as “Evidence of Coverage 2026, page 112” or “DMHC license search”.',
    });
  return violations;
}

export const takenName = (what: 'plan' | 'line', name: string): Violation => ({
  field: 'name',
  message:
    what === 'plan' ? `${name} is in the directory already.` : `This plan has a line called ${name} already.`,
  remedy:
    what === 'plan'
      ? 'Open it from the list and add the line there.'
      : 'Change that line, or name this one apart.',
});

export const tooManyCases = (count: number): Violation => ({
  field: null,
  message: `This line has ${count.toLocaleString('en-US')} open cases, and a change of the law they follow recomputes all their clocks.`,
  rule: `At most ${MOST_CASES_RECOMPUTED} are recomputed at once.`,
  remedy: 'Add a second line with the right regulator and change the coverage of the cases to it.',
});

/** Does the change alter which law the line's cases follow? */
export const changesTheLaw = (
  before: { readonly program: Program; readonly regulator: Regulator; readonly knoxKeene: boolean },
  after: { readonly program: Program; readonly regulator: Regulator; readonly knoxKeene: boolean },
): boolean =>
  before.program !== after.program ||
  before.regulator !== after.regulator ||
  before.knoxKeene !== after.knoxKeene;
