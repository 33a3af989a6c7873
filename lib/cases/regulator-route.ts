import type { Program, Regulator } from '../db/vocabulary.ts';
import { REGULATOR_LABELS } from '../labels.ts';

/** Who decides a dispute with one line of a plan, why, and what to look at when in doubt. */
export type RegulatorRoute = { readonly who: string; readonly because: string; readonly note: string };

type RoutedLine = {
  readonly program: Program;
  readonly regulator: Regulator;
  readonly knoxKeene: boolean;
};

/** Says in words where a dispute with this line goes; without a line, how the dates are read until it is known. */
export function regulatorRoute(line: RoutedLine | null): RegulatorRoute {
  if (!line)
    return {
      who: 'The regulator is not known until the plan is',
      because:
        'so the dates are those of the Department of Managed Health Care, under which no clock is missed.',
      note: 'The member card and the Evidence of Coverage name the plan and its regulator (H&S 1368.02(b)).',
    };
  switch (line.program) {
    case 'self-funded':
      return {
        who: 'No California department',
        because: 'because the employer pays the claims itself, and federal law governs.',
        note: 'After the plan’s own appeal comes a federal external review, within four months (45 CFR 147.136(d)).',
      };
    case 'medicare':
      return {
        who: 'Medicare’s own appeals',
        because: 'because Medicare decides its own denials.',
        note: 'Follow the notice; HICAP helps at 1-800-434-0222.',
      };
    case 'medicare-medi-cal':
      return {
        who: REGULATOR_LABELS.DMHC,
        because: 'for what Medi-Cal covers; Medicare’s own appeals for what Medicare covers.',
        note: 'Say below which of the two covers this service.',
      };
    case 'medi-cal':
      return line.knoxKeene
        ? {
            who: REGULATOR_LABELS.DMHC,
            because: 'because the Medi-Cal plan is licensed under the Knox-Keene Act.',
            note: 'A State Hearing is open beside the IMR; once it is held, the IMR is closed (28 CCR 1300.74.30).',
          }
        : {
            who: 'A State Hearing',
            because: 'because this county plan serves Medi-Cal without a Knox-Keene license.',
            note: 'It is asked for within 120 days of the plan’s decision (W&I 10951(b)).',
          };
    case 'commercial':
    case 'other':
      return commercialRoute(line.regulator);
  }
}

function commercialRoute(regulator: Regulator): RegulatorRoute {
  switch (regulator) {
    case 'DMHC':
      return {
        who: REGULATOR_LABELS.DMHC,
        because: 'because this line is licensed under the Knox-Keene Act.',
        note: 'The Evidence of Coverage carries the department’s notice (H&S 1368.02(b)).',
      };
    case 'CDI':
      return {
        who: REGULATOR_LABELS.CDI,
        because: 'because this line is an insurance policy, not a Knox-Keene plan.',
        note: 'The name of the insurer on the card decides it (Ins. Code 10169).',
      };
    case 'unknown':
      return {
        who: 'The regulator of this line is not known',
        because:
          'so the dates are those of the Department of Managed Health Care: apply there, and do not wait.',
        note: 'The department checks the license at intake and redirects what is not its own.',
      };
    case 'none':
      return {
        who: REGULATOR_LABELS.none,
        because: 'because neither department regulates this coverage.',
        note: 'Ask the regulator named in the Evidence of Coverage.',
      };
  }
}
