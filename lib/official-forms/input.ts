import { z } from 'zod';
import { choice, recordId, requiredLine } from '../input-fields.ts';

export const addFormInput = z.object({
  regulator: choice(['DMHC', 'CDI'], 'Choose whose form it is.'),
  title: requiredLine('The form’s title', 'Type it as it stands on the form, with its revision.'),
});

const several = z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]);

/** Field by field, in the same order: its name, and the number of the row it takes. */
export const fieldMapInput = () =>
  z
    .object({ formId: recordId, names: several, numbers: several })
    .transform(({ formId, names, numbers }) => ({
      formId,
      fieldMap: Object.fromEntries(
        names.flatMap((name, index) => (numbers[index] ? [[name, numbers[index]] as const] : [])),
      ),
    }));

export type FieldMapInput = z.infer<ReturnType<typeof fieldMapInput>>;
