import type { LocalDate } from '../calendar/local-date.ts';
import { barredWhenClosed, type CaseForm } from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { type ExtensionStanding, readExtensionStanding } from './queries.ts';
import { extensionViolation, filingBarrier } from './rules.ts';
import { barredFromFiling, standingLead } from './way-to-filing.ts';

export type ExtensionValues = {
  readonly statement: string;
  readonly extension: ExtensionStanding | null;
};

export async function readExtensionForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<ExtensionValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { record } = source;
  const violation = extensionViolation(record, today);
  const barrier = filingBarrier(record, today);
  return {
    case: source.case,
    lead: standingLead(source.assessment.imr, today),
    barred:
      barredWhenClosed(record) ??
      barredFromFiling(record, barrier) ??
      (violation && { violation, ways: [{ folder: 'imr-filing', label: 'File the IMR' }] }),
    isCorrection: false,
    values: {
      statement: record.extensionRequest?.statement ?? '',
      extension: await readExtensionStanding(tx, record, null),
    },
  };
}
