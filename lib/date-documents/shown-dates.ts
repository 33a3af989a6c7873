import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { optionalRecordId } from '../input-fields.ts';

/** The records whose dates a document can show, called as their forms are. */
export type DatedNoun =
  | 'denial'
  | 'grievance'
  | 'acknowledgment'
  | 'plan-decision'
  | 'imr-filing'
  | 'imr-acceptance'
  | 'imr-determination'
  | 'implementation'
  | 'hearing'
  | 'complaint';

/** The dates of each form that a document can show, by the names of their inputs; first the one that its paper is about. */
export const SHOWN_FIELDS: Readonly<Record<DatedNoun, readonly string[]>> = {
  denial: ['letterOn', 'receivedOn', 'servicesEndOn'],
  grievance: ['receivedOn', 'sentOn'],
  acknowledgment: ['acknowledgedOn', 'statementOn'],
  'plan-decision': ['letterOn', 'receivedOn'],
  'imr-filing': [],
  'imr-acceptance': ['screenedOn', 'receivedOn', 'planNotifiedOn', 'documentsSentOn', 'reviewerReceivedOn'],
  'imr-determination': ['determinedOn', 'planReceivedOn'],
  implementation: ['implementedOn'],
  hearing: ['requestedOn', 'heldOn'],
  complaint: ['receivedOn', 'decidedOn'],
};

/** The input of a column, where the form calls it otherwise. */
const INPUT_NAMES: Readonly<Record<string, string>> = { acceptedOn: 'screenedOn', rejectedOn: 'screenedOn' };
export const inputNameOf = (field: string): string => INPUT_NAMES[field] ?? field;

/** One date of a form, with the page it is read from where one was chosen. */
export type ShownDate = {
  readonly field: string;
  readonly on: LocalDate | null;
  readonly documentId: string | null;
  readonly pageNumber: number;
};

const PAGE_MESSAGE = 'The page is a whole number, 1 or more.';
const pageNumber = z
  .string()
  .trim()
  .default('')
  .refine((typed) => /^([1-9]\d{0,5})?$/.test(typed), PAGE_MESSAGE)
  .transform((typed) => (typed === '' ? 1 : Number(typed)));

type DocumentFields<Field extends string> = {
  readonly [Key in `${Field}Document`]: typeof optionalRecordId;
} & {
  readonly [Key in `${Field}Page`]: typeof pageNumber;
};

/** The inputs beside each date by which a form says which document shows it, and on which page. */
export const shownIn = <Field extends string>(...fields: readonly Field[]): DocumentFields<Field> =>
  Object.fromEntries(
    fields.flatMap((field) => [
      [`${field}Document`, optionalRecordId],
      [`${field}Page`, pageNumber],
    ]),
  ) as DocumentFields<Field>;

type Dated<Field extends string> = Readonly<Record<Field, LocalDate | null>> &
  Readonly<Record<`${Field}Document`, string | null>> &
  Readonly<Record<`${Field}Page`, number>>;

/** The dates of one form with their documents; a field is called as its column is. */
export function shownDates<Field extends string>(
  input: Dated<Field>,
  fields: readonly Field[],
): readonly ShownDate[] {
  const days: Readonly<Record<Field, LocalDate | null>> = input;
  const documents: Readonly<Record<`${Field}Document`, string | null>> = input;
  const pages: Readonly<Record<`${Field}Page`, number>> = input;
  return fields.map((field) => ({
    field,
    on: days[field],
    documentId: documents[`${field}Document`],
    pageNumber: pages[`${field}Page`],
  }));
}
