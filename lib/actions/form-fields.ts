import type { Violation } from '../errors.ts';
import type { TypedValues } from './result.ts';

const MOST_FIELDS = 200;
const MOST_VALUES = 200;
/** Names that reach an object's prototype, alone or as a step of a path such as "a.constructor" or "a[__proto__]". */
const REACHES_PROTOTYPE = /(^|[.[\]])(__proto__|prototype|constructor)($|[.[\]])/;

const refusal = (message: string): Violation => ({
  field: null,
  message,
  remedy: 'Open the page again and fill it in there.',
});
const TOO_MANY = refusal(`This form has more than ${MOST_FIELDS} fields, so it was not read.`);
const FOREIGN_NAME = refusal('This form has a field that no form of Recourse has, so it was not read.');
const NO_FORM = refusal('What was sent is not a form of Recourse, so it was not read.');
const A_FILE = refusal('This form came with a file where only text is read, so it was not read.');

export type FormFields = { readonly typed: TypedValues; readonly refused: Violation | null };

/** Reads what was typed, by input name. A form that nobody can have filled in here is refused as a whole. */
export function readFields(form: unknown): FormFields {
  if (!(form instanceof FormData)) return { typed: {}, refused: NO_FORM };
  const typed = new Map<string, string[]>();
  let refused: Violation | null = null;
  for (const [name, value] of form) {
    if (name.startsWith('$ACTION')) continue;
    if (REACHES_PROTOTYPE.test(name)) refused ??= FOREIGN_NAME;
    else if (typeof value !== 'string') refused ??= A_FILE;
    else {
      const given = typed.get(name) ?? [];
      if (given.length >= MOST_VALUES || (given.length === 0 && typed.size >= MOST_FIELDS))
        refused ??= TOO_MANY;
      // PostgreSQL stores no NUL, and nobody types one.
      else typed.set(name, [...given, value.replaceAll('\0', '')]);
    }
  }
  const values = [...typed].map(([name, given]) => [name, given.length > 1 ? given : (given[0] ?? '')]);
  return { typed: Object.fromEntries(values) as TypedValues, refused };
}
