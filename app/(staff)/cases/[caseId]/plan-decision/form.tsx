'use client';

import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { DatePapers } from '@/lib/date-documents/queries.ts';
import type { PlanDecisionValues } from '@/lib/plan-decisions/queries.ts';
import { DatedField } from '../../dated-field.tsx';
import { RecordForm } from '../record-form.tsx';
import { planDecisionAction } from './action.ts';

const OUTCOMES = [
  { value: 'upheld', label: 'It keeps the denial', detail: 'upheld' },
  { value: 'partly-overturned', label: 'It approves part', detail: 'partly overturned' },
  { value: 'overturned', label: 'It approves all of it', detail: 'overturned' },
];

export function PlanDecisionForm({ form }: { form: CaseForm<PlanDecisionValues> & { papers: DatePapers } }) {
  const { values, isCorrection } = form;
  return (
    <RecordForm
      of={form.case}
      papers={form.papers}
      action={planDecisionAction}
      submitLabel={isCorrection ? 'Save correction' : 'Save decision'}
      isCorrection={isCorrection}
    >
      <input type="hidden" name="decisionId" value={values.decisionId} />
      <ChoiceField
        name="outcome"
        label="What did the plan decide?"
        choices={OUTCOMES}
        defaultValue={values.outcome}
      />
      <DatedField name="letterOn" label="Date on the letter" value={values.letterOn} required />
      <DatedField
        name="receivedOn"
        label="Date the client received it"
        value={values.receivedOn}
        optional="if known"
      />
      <TextareaField name="note" label="Note" optional rows={2} defaultValue={values.note} />
    </RecordForm>
  );
}
