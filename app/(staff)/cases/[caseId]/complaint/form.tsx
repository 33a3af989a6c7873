'use client';

import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { ComplaintValues } from '@/lib/complaints/queries.ts';
import type { DatePapers } from '@/lib/date-documents/queries.ts';
import { REGULATOR_LABELS } from '@/lib/labels.ts';
import { DatedField } from '../../dated-field.tsx';
import { RecordForm } from '../record-form.tsx';
import { complaintAction } from './action.ts';

const REGULATORS = (['DMHC', 'CDI'] as const).map((value) => ({
  value,
  label: REGULATOR_LABELS[value],
  detail: value,
}));

export function ComplaintForm({ form }: { form: CaseForm<ComplaintValues> & { papers: DatePapers } }) {
  const { values, isCorrection } = form;
  return (
    <RecordForm
      of={form.case}
      papers={form.papers}
      action={complaintAction}
      submitLabel="Save complaint"
      isCorrection={isCorrection}
    >
      <ChoiceField
        name="regulator"
        label="Which department did it go to?"
        choices={REGULATORS}
        defaultValue={values.regulator}
      />
      <DatedField
        name="receivedOn"
        label="Date the department received it"
        hint="For a rejected IMR application it is the day of the rejection: nothing more has to be filed (H&S 1374.31(b))."
        value={values.receivedOn}
        required
      />
      <DatedField
        name="decidedOn"
        label="Date of the department’s written answer"
        value={values.decidedOn}
        optional="if it came"
      />
      <TextareaField name="note" label="Note" optional rows={2} defaultValue={values.note} />
    </RecordForm>
  );
}
