'use client';

import { SelectField } from '@/components/fields/select-field.tsx';
import type { PaperChoice } from '@/lib/imr/filing-form.ts';

/** The receipt among the case's documents; one that is not there yet is added on its own page. */
export function ReceiptField({
  caseId,
  receipts,
  value,
}: {
  caseId: string;
  receipts: readonly PaperChoice[];
  value: string;
}) {
  const add = (
    <a className="link" href={`/cases/${caseId}/documents`}>
      Add the receipt to the case’s documents
    </a>
  );
  if (receipts.length === 0)
    return (
      <p className="small">
        <span className="quiet">
          No receipt or letter of the department is among the case’s documents. A fax report, the website’s
          last page, a signed return receipt or a stamped copy will do.
        </span>{' '}
        {add}
      </p>
    );
  return (
    <>
      <SelectField
        name="receiptDocumentId"
        label="Receipt"
        hint="A fax report, the website’s last page, a signed return receipt or a letter of the department."
        options={receipts}
        empty="None yet"
        defaultValue={value}
      />
      <p className="small">{add}</p>
    </>
  );
}
