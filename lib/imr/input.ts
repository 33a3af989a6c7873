import { z } from 'zod';
import type { LocalDate } from '../calendar/local-date.ts';
import { shownIn } from '../date-documents/shown-dates.ts';
import { DECISION_OUTCOMES, FILING_CHANNELS } from '../db/vocabulary.ts';
import {
  caseForm,
  checkbox,
  choice,
  howKnown,
  line,
  longText,
  optionalDate,
  optionalRecordId,
  requiredDate,
  requiredLine,
  wholeNumber,
} from '../input-fields.ts';

/** More than the longest packet that is made here. */
const MOST_PAGES = 9999;

const pageCount = z
  .union([z.literal('').transform(() => null), wholeNumber('Pages', { min: 1, max: MOST_PAGES })])
  .nullable()
  .default(null);

/** `applicationId` names the application being corrected; without it a new one is filed. */
export const imrFilingInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    applicationId: optionalRecordId,
    regulator: choice(['DMHC', 'CDI'], 'Choose the department the application went to.'),
    channel: choice(FILING_CHANNELS, 'Choose how it was sent.'),
    destination: requiredLine(
      'Exact destination',
      'Type the website, fax number or address it went to, so that it can be proved later.',
    ),
    appliedOn: requiredDate('Date sent', today),
    appliedOnKnown: howKnown,
    sentTime: line('Time sent'),
    packetId: optionalRecordId,
    pageCount,
    confirmationNumber: line('Confirmation number'),
    receiptDocumentId: optionalRecordId,
    expedited: checkbox,
    certifiedBy: line('Who certified the urgency'),
    compellingStatement: longText('Statement of the compelling reasons'),
    extensionStatement: longText('Statement of why it is late'),
    reason: longText('Reason'),
  });

/** What shows that an application arrived, recorded after it was. */
export const filingProofInput = () =>
  z.object({
    ...caseForm,
    confirmationNumber: line('Confirmation number'),
    receiptDocumentId: optionalRecordId,
  });

const SCREENINGS = ['none', 'accepted', 'rejected'] as const;

/** What the department, the plan and the reviewer did after the filing. */
export const imrAcceptanceInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    receivedOn: optionalDate('Date the department received it', today),
    receivedOnKnown: howKnown,
    receivedTime: line('Time the department received it'),
    screening: choice(SCREENINGS, 'Choose what the department answered.'),
    screenedOn: optionalDate('Date of the department’s answer', today),
    screenedOnKnown: howKnown,
    screenedTime: line('Time of the department’s answer'),
    rejectionReason: longText('Reason for the rejection'),
    planNotifiedOn: optionalDate('Date the plan received the department’s notice', today),
    planNotifiedOnKnown: howKnown,
    documentsSentOn: optionalDate('Date the plan sent its records', today),
    documentsSentOnKnown: howKnown,
    documentsSentTime: line('Time the plan sent its records'),
    reviewerReceivedOn: optionalDate('Date the reviewer had the application and records', today),
    reviewerReceivedOnKnown: howKnown,
    ...shownIn('receivedOn', 'screenedOn', 'planNotifiedOn', 'documentsSentOn', 'reviewerReceivedOn'),
    reason: longText('Reason'),
  });

export const imrDeterminationInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    outcome: choice(DECISION_OUTCOMES, 'Choose what the determination says.'),
    determinedOn: requiredDate('Date of the determination', today),
    determinedOnKnown: howKnown,
    planReceivedOn: optionalDate('Date the plan received it', today),
    planReceivedOnKnown: howKnown,
    ...shownIn('determinedOn', 'planReceivedOn'),
    reason: longText('Reason'),
  });

export const implementationInput = (today: LocalDate) =>
  z.object({
    ...caseForm,
    planReceivedOn: optionalDate('Date the plan received the determination', today),
    planReceivedOnKnown: howKnown,
    implementedOn: optionalDate('Date the plan authorized or paid', today),
    implementedOnKnown: howKnown,
    ...shownIn('implementedOn'),
    reason: longText('Reason'),
  });

export const extensionInput = () =>
  z.object({
    ...caseForm,
    statement: longText('Statement').refine((text) => text.length > 0, {
      message: 'The statement of why the application is late is missing.',
      params: {
        rule: 'The department may accept a later application when circumstances warrant (H&S 1374.30(k); Ins. Code 10169(k)).',
        remedy: 'Say in a few sentences what kept the client from filing in time.',
      },
    }),
  });

export type ImrFilingInput = z.infer<ReturnType<typeof imrFilingInput>>;
export type FilingProofInput = z.infer<ReturnType<typeof filingProofInput>>;
export type ImrAcceptanceInput = z.infer<ReturnType<typeof imrAcceptanceInput>>;
export type ImrDeterminationInput = z.infer<ReturnType<typeof imrDeterminationInput>>;
export type ImplementationInput = z.infer<ReturnType<typeof implementationInput>>;
export type ExtensionInput = z.infer<ReturnType<typeof extensionInput>>;
