import { type ApplicationRow, CDI_ROWS, type Datum, DMHC_ROWS } from '../imr/application-rows.ts';

/** By what a field of a form is usually called; the first that fits holds. */
const NAMES: readonly (readonly [RegExp, Datum])[] = [
  [/guardian|parent/, 'guardian'],
  [/birth|\bdob\b/, 'birth-date'],
  [/e ?mail/, 'email'],
  [/member|policy|certificate|\bid (no|number)\b/, 'membership'],
  [/(patient|insured|full) name|^name$/, 'patient-name'],
  [/street|(mailing|home|patient|insured) address|^address$/, 'address'],
  [/(primary|home|patient|day) (tele)?phone|^(tele)?phone/, 'phone'],
  [/(health )?plan( name)?$|insurance company|insurer/, 'plan'],
  [/hearing/, 'hearing'],
  [/grievance|appeal/, 'grievance'],
  [/treatment|medication|service.*request/, 'service'],
  [/reason/, 'bases'],
  [/describe|description|what happened/, 'statement'],
  [/language/, 'language'],
];

/** The rows that a field can take: those that the case answers. */
export const answeredRows = (regulator: 'DMHC' | 'CDI'): readonly ApplicationRow[] =>
  (regulator === 'DMHC' ? DMHC_ROWS : CDI_ROWS).filter(({ datum }) => datum !== null);

/** Which row of the application each field seems to take, by its name; each row once, and nothing where it is not clear. */
export function guessFields(
  regulator: 'DMHC' | 'CDI',
  fieldNames: readonly string[],
): Readonly<Record<string, string>> {
  const rows = answeredRows(regulator);
  const taken = new Set<string>();
  return Object.fromEntries(
    fieldNames.flatMap((name): [string, string][] => {
      const words = name
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .toLowerCase();
      const datum = NAMES.find(([pattern]) => pattern.test(words))?.[1];
      const number = rows.find((row) => row.datum === datum)?.number;
      if (number === undefined || taken.has(number)) return [];
      taken.add(number);
      return [[name, number]];
    }),
  );
}
