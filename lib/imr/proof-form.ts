import { formatShortDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type Barred, barredWhenClosed, type CaseForm } from '../cases/case-form.ts';
import { currentImrApplication, type ImrApplication } from '../cases/case-record.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { CHANNEL_LABELS } from '../labels.ts';
import { type PaperChoice, receiptChoices } from './filing-form.ts';
import { proofOf } from './proof-of-filing.ts';
import { notFiled } from './rules.ts';

export type FilingProofValues = {
  /** A number that is recorded already is corrected with the filing. */
  readonly hasConfirmationNumber: boolean;
  readonly receipts: readonly PaperChoice[];
};

/** The form that records what shows that the application arrived, after it was recorded as sent. */
export async function readProofForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<CaseForm<FilingProofValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const application = currentImrApplication(source.record);
  return {
    case: source.case,
    lead: application ? leadOf(application, today) : '',
    barred: barredWhenClosed(source.record) ?? barredFromProof(application),
    isCorrection: false,
    values: {
      hasConfirmationNumber: Boolean(application?.confirmationNumber),
      receipts: await receiptChoices(tx, caseId, application),
    },
  };
}

function leadOf(application: ImrApplication, today: LocalDate): string {
  const { appliedOn, channel, destination } = application;
  const sent = `Sent ${formatShortDate(appliedOn, today)}, ${CHANNEL_LABELS[channel].toLowerCase()}, to ${destination}.`;
  const proof = proofOf(application);
  return proof ? `${sent} Proof: ${proof}.` : `${sent} Nothing shows yet that it arrived.`;
}

function barredFromProof(application: ImrApplication | null): Barred | null {
  if (!application)
    return { violation: notFiled, ways: [{ folder: 'imr-filing', label: 'Record the IMR filing' }] };
  if (!application.confirmationNumber || !application.receiptDocumentId) return null;
  return {
    violation: {
      field: null,
      message: 'A confirmation number and a receipt are recorded already.',
      remedy: 'Correct the filing if one of them is wrong.',
    },
    ways: [{ folder: `imr-filing?id=${application.id}`, label: 'Correct the filing' }],
  };
}
