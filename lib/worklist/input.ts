import { z } from 'zod';
import { recordId } from '../input-fields.ts';
import type { ListFilter } from './list-filter.ts';

/** A list of cases by its address, or the cases chosen in it. */
export const exportInput = z.object({
  caseIds: z.array(recordId).max(200),
  params: z.string().max(2_000),
});

export type ExportInput = { readonly caseIds: readonly string[]; readonly filter: ListFilter };
