import { Mark } from '@/components/mark.tsx';
import type { FilingHelp } from '@/lib/imr/filing-help.ts';
import { REGULATOR_LABELS } from '@/lib/labels.ts';
import { CHECKED_WORDS, type ContactPoint } from '@/lib/plans/regulators.ts';

/** The department named in an address, or none. */
export const regulatorIn = (text: string | null): 'DMHC' | 'CDI' | undefined =>
  text === 'DMHC' || text === 'CDI' ? text : undefined;

/** Which department this is for, with the way to the other where nobody knows; and where no IMR is, why. */
export function RegulatorNote({ help }: { help: FilingHelp }) {
  const { regulator, elsewhere, isRegulatorUnknown } = help;
  const other = regulator === 'DMHC' ? 'CDI' : 'DMHC';
  return (
    <p>
      {elsewhere ? (
        <>
          <Mark kind="risk">{elsewhere}</Mark>
          <br />
        </>
      ) : null}
      For the <b>{REGULATOR_LABELS[regulator]}</b>.{' '}
      {isRegulatorUnknown ? (
        <>
          The regulator of this plan is not known; the DMHC checks the license at intake and redirects what is
          not its own.{' '}
          <a className="link" href={`?to=${other}`}>
            Show it for the {REGULATOR_LABELS[other]}
          </a>
        </>
      ) : null}
    </p>
  );
}

/** Who says that this address is right. */
export function Checked({ point }: { point: ContactPoint | undefined }) {
  if (!point) return null;
  return (
    <span className="small quiet">
      {CHECKED_WORDS[point.checked]}: {point.source}
    </span>
  );
}
