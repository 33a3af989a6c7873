'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { FilingProofValues } from '@/lib/imr/proof-form.ts';
import { RecordForm } from '../record-form.tsx';
import { filingProofAction } from './action.ts';
import { ReceiptField } from './receipt-field.tsx';

export function FilingProofForm({ form }: { form: CaseForm<FilingProofValues> }) {
  const { values } = form;
  return (
    <RecordForm of={form.case} action={filingProofAction} submitLabel="Save proof">
      {values.hasConfirmationNumber ? null : (
        <TextField
          name="confirmationNumber"
          label="Confirmation number"
          hint="Of the website or the fax service; for certified mail the article number, once its tracking shows delivery."
          optional="or a receipt"
        />
      )}
      <ReceiptField caseId={form.case.id} receipts={values.receipts} value="" />
    </RecordForm>
  );
}
