import type { RailModel } from '@/components/rail/model.ts';
import { assessCase } from '@/lib/cases/assessed-case.ts';
import { readCase } from '@/lib/cases/load-case.ts';
import type { UnitOfWork } from '@/lib/db/unit-of-work.ts';
import { type DeadlinePreview, previewDeadlines } from '@/lib/deadlines/preview.ts';
import { done, type Outcome } from '@/lib/errors.ts';
import { railModelOf } from './[caseId]/rail-model.ts';

/** A correction shows what it would do before its reason is typed. */
export const UNTYPED_REASON = { reason: 'Not typed yet' } as const;

/** What saving would do to the clocks, and the case's rail as it would then be drawn. */
export type RecordPreview = DeadlinePreview & { readonly rail: RailModel | null };

/** Runs the command of a form, compares, and draws; the caller rolls everything back. */
export async function previewRecord(
  unit: UnitOfWork,
  caseId: string | null,
  command: () => Promise<Outcome<{ caseId: string }>>,
): Promise<Outcome<RecordPreview>> {
  let recorded = caseId;
  const tried = await previewDeadlines(unit, caseId, async () => {
    const outcome = await command();
    if (outcome.ok) recorded = outcome.value.caseId;
    return outcome;
  });
  if (!tried.ok) return tried;
  const record = recorded ? await readCase(unit.tx, recorded) : null;
  const drawn = record && railModelOf(assessCase(record, unit.today));
  // The table beside it says the rest: the magnified last days and the rail's own table stay on the case's page.
  return done({ ...tried.value, rail: drawn && { ...drawn, lastDays: undefined, table: [] } });
}
