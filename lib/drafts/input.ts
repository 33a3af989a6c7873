import { z } from 'zod';

const MOST_FIELDS = 200;
const MOST_VALUES = 200;
/** A secret is never kept half typed, and a name that reaches an object's prototype is no field of ours. */
const KEPT_OUT = /password|^(__proto__|prototype|constructor)$/i;

// PostgreSQL stores no NUL, and nobody types one.
const text = z.string().transform((typed) => typed.replaceAll('\0', ''));

const typed = z
  .record(z.string().max(100), z.union([text, z.array(text).max(MOST_VALUES)]))
  .refine((fields) => Object.keys(fields).length <= MOST_FIELDS)
  .transform((fields) => Object.fromEntries(Object.entries(fields).filter(([name]) => !KEPT_OUT.test(name))));

/** A form as it stands half typed; without anything typed its draft is discarded. */
export const draftInput = z.object({
  path: z.string(),
  formNumber: z.string(),
  /** The draft that the form has seen last; empty where it has seen none. */
  draftId: z.string(),
  typed: typed.nullable(),
});

export type DraftInput = z.infer<typeof draftInput>;
