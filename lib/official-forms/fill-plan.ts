import type { PacketContents, PacketField } from '../packets/contents.ts';

/** The form of a regulator that stands, as an administrator added it. */
export type StandingForm = {
  readonly id: string;
  readonly title: string;
  readonly pageCount: number;
  readonly hasFields: boolean;
  /** The number of the application's row that each field of the form takes. */
  readonly fieldMap: Readonly<Record<string, string>>;
};

/** What the form's font shows: letters of the Latin script with every mark on them, digits and signs. */
const SHOWN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** What goes into the fields of a form, and what has to be written by hand since its font has no letters for it. */
export function fillForm(
  { id, title, pageCount, fieldMap }: StandingForm,
  fields: readonly PacketField[],
): NonNullable<PacketContents['form']> {
  const answers = Object.entries(fieldMap).flatMap(([name, number]) => {
    const field = fields.find((each) => each.number === number);
    return field?.value ? [{ name, value: field.value, label: `${field.number} ${field.label}` }] : [];
  });
  const shown = answers.filter(({ value }) => SHOWN.test(value));
  const unshown = answers.filter(({ value }) => !SHOWN.test(value)).map(({ label }) => label);
  return {
    formId: id,
    title,
    pageCount,
    values: Object.fromEntries(shown.map(({ name, value }) => [name, value])),
    unshown: [...new Set(unshown)],
  };
}
