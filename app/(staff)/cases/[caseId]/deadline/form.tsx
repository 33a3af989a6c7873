'use client';

import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { DateField } from '@/components/fields/date-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { FollowUp } from '@/components/form/follow-up.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { DeadlineValues, FinishValues } from '@/lib/manual-deadlines/queries.ts';
import { AlsoOn, type AlsoOnChoices } from '../family/also-on.tsx';
import { RecordForm } from '../record-form.tsx';
import { deadlineAction, finishAction } from './action.ts';

const WHOSE = [
  { value: 'client', label: 'Ours or the client’s' },
  { value: 'plan', label: 'The plan’s' },
  { value: 'regulator', label: 'The department’s' },
  { value: 'reviewer', label: 'The reviewer’s' },
];

export function DeadlineForm({
  form,
  alsoOn,
}: {
  form: CaseForm<DeadlineValues>;
  alsoOn: Omit<AlsoOnChoices, 'choices'>;
}) {
  return (
    <RecordForm of={form.case} action={deadlineAction} submitLabel="Add the deadline">
      <TextField
        name="title"
        label="What is due?"
        hint="In a few words, such as “Call back about the records”."
        autoComplete="off"
        required
      />
      <ChoiceField name="owedBy" label="Whose is it?" choices={WHOSE} defaultValue="client" />
      <DateField name="dueOn" label="Due on" required />
      <TextareaField name="note" label="Note" optional rows={2} />
      <AlsoOn of={{ ...alsoOn, choices: form.values.family }} />
    </RecordForm>
  );
}

const ENDINGS = [
  { value: 'done', label: 'It is done' },
  { value: 'canceled', label: 'It is no longer needed', raises: true },
];

export function FinishForm({ form }: { form: CaseForm<FinishValues> }) {
  const { deadlineId, note } = form.values;
  return (
    <RecordForm of={form.case} action={finishAction} submitLabel="Save">
      <input type="hidden" name="deadlineId" value={deadlineId} />
      {note ? <p className="quiet">{note}</p> : null}
      <FollowUp
        question={
          <ChoiceField name="ending" label="What became of it?" choices={ENDINGS} defaultValue="done" />
        }
      >
        <TextareaField name="reason" label="Why is it no longer needed?" rows={2} />
      </FollowUp>
      <DateField
        name="doneOn"
        label="Date it was done"
        hint="Leave it empty if it is no longer needed."
        defaultValue="today"
      />
    </RecordForm>
  );
}
