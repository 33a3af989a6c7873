'use client';

import { TextareaField } from '@/components/fields/textarea-field.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { DatePapers } from '@/lib/date-documents/queries.ts';
import type { HearingValues } from '@/lib/hearings/queries.ts';
import { DatedField } from '../../dated-field.tsx';
import { RecordForm } from '../record-form.tsx';
import { hearingAction } from './action.ts';

export function HearingForm({ form }: { form: CaseForm<HearingValues> & { papers: DatePapers } }) {
  const { values, isCorrection } = form;
  return (
    <RecordForm
      of={form.case}
      papers={form.papers}
      action={hearingAction}
      submitLabel="Save hearing"
      isCorrection={isCorrection}
    >
      <DatedField
        name="requestedOn"
        label="Date the hearing was requested"
        value={values.requestedOn}
        optional="if known"
      />
      <DatedField
        name="heldOn"
        label="Date the hearing was held"
        hint="Once a hearing is held, the way to an IMR is closed (28 CCR 1300.74.30). A request alone does not close it."
        value={values.heldOn}
        optional="if it was"
      />
      <TextareaField name="note" label="Note" optional rows={2} defaultValue={values.note} />
    </RecordForm>
  );
}
