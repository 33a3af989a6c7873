'use client';

import { ChoiceField } from '@/components/fields/choice-field.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { DatePapers } from '@/lib/date-documents/queries.ts';
import type { ImrDeterminationValues } from '@/lib/imr/review-forms.ts';
import { DatedField } from '../../dated-field.tsx';
import { RecordForm } from '../record-form.tsx';
import { imrDeterminationAction } from './action.ts';

const OUTCOMES = [
  { value: 'overturned', label: 'The plan must provide or pay', detail: 'overturned' },
  { value: 'partly-overturned', label: 'In part', detail: 'partly overturned' },
  { value: 'upheld', label: 'The denial stands', detail: 'upheld' },
];

export function ImrDeterminationForm({
  form,
}: {
  form: CaseForm<ImrDeterminationValues> & { papers: DatePapers };
}) {
  const { values, isCorrection } = form;
  return (
    <RecordForm
      of={form.case}
      papers={form.papers}
      action={imrDeterminationAction}
      submitLabel={isCorrection ? 'Save correction' : 'Save determination'}
      isCorrection={isCorrection}
    >
      <ChoiceField
        name="outcome"
        label="What does the determination say?"
        hint="The department adopts it, and it binds the plan (H&S 1374.33(f); Ins. Code 10169.3(f))."
        choices={OUTCOMES}
        defaultValue={values.outcome}
      />
      <DatedField
        name="determinedOn"
        label="Date of the determination"
        value={values.determinedOn}
        required
      />
      <DatedField
        name="planReceivedOn"
        label="Date the plan received it"
        hint="The plan’s 5 working days to carry it out start here (H&S 1374.34(a))."
        value={values.planReceivedOn}
        optional="if known"
      />
    </RecordForm>
  );
}
