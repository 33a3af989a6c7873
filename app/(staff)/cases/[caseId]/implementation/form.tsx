'use client';

import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { DatePapers } from '@/lib/date-documents/queries.ts';
import type { ImplementationValues } from '@/lib/imr/review-forms.ts';
import { DatedField } from '../../dated-field.tsx';
import { RecordForm } from '../record-form.tsx';
import { implementationAction } from './action.ts';

export function ImplementationForm({
  form,
}: {
  form: CaseForm<ImplementationValues> & { papers: DatePapers };
}) {
  const { values, isCorrection } = form;
  return (
    <RecordForm
      of={form.case}
      papers={form.papers}
      action={implementationAction}
      submitLabel="Save implementation"
      isCorrection={isCorrection}
    >
      <DatedField
        name="planReceivedOn"
        label="Date the plan received the determination"
        value={values.planReceivedOn}
        optional="if known"
      />
      <DatedField
        name="implementedOn"
        label="Date the plan authorized or paid"
        hint="Within 5 working days it authorizes what was not yet provided, or pays for what was (H&S 1374.34(a))."
        value={values.implementedOn}
        optional="if it did"
      />
    </RecordForm>
  );
}
