'use client';

import { DateField } from '@/components/fields/date-field.tsx';
import { SegmentedField } from '@/components/fields/segmented-field.tsx';
import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { NoteValues } from '@/lib/notes/queries.ts';
import { noteAction } from './action.ts';

const KINDS = [
  { value: 'call', label: 'Call' },
  { value: 'note', label: 'Note' },
];
const WITH_WHOM = [
  { value: 'client', label: 'The client' },
  { value: 'plan', label: 'The plan' },
  { value: 'department', label: 'The department' },
  { value: 'provider', label: 'The provider' },
  { value: 'other', label: 'Somebody else' },
];

export function NoteForm({ form }: { form: CaseForm<NoteValues> }) {
  const { values } = form;
  return (
    <LiveForm
      action={noteAction}
      submitLabel="Save"
      version={form.case.version}
      cancel={{ href: `/cases/${form.case.id}`, label: 'Back to case' }}
      note="It stays on the timeline. What is wrong is put right by another note."
    >
      <input type="hidden" name="caseId" value={form.case.id} />
      <SegmentedField name="kind" label="What is it?" choices={KINDS} defaultValue={values.kind} />
      <DateField
        name="happenedOn"
        label="Date"
        defaultValue={values.happenedOn.typed}
        echo={values.happenedOn.echo}
        required
      />
      <SelectField name="withWhom" label="With whom" optional options={WITH_WHOM} empty="Nobody" />
      <div className="row2">
        <TextField name="spokeWith" label="Name given" optional autoComplete="off" />
        <TextField name="referenceNumber" label="Reference number given" optional autoComplete="off" />
      </div>
      <TextareaField name="body" label="What was said or done" rows={5} required />
    </LiveForm>
  );
}
