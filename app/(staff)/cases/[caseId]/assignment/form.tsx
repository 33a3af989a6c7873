'use client';

import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { AssignmentValues } from '@/lib/cases/form-queries.ts';
import { ROLE_LABELS } from '@/lib/labels.ts';
import { assignmentAction } from './action.ts';

export function AssignmentForm({ form }: { form: CaseForm<AssignmentValues> }) {
  const { ownerId, colleagues } = form.values;
  return (
    <LiveForm
      action={assignmentAction}
      submitLabel="Hand over"
      cancel={{ href: `/cases/${form.case.id}`, label: 'Back to case' }}
      note="Its clocks and reminders move with it."
    >
      <input type="hidden" name="caseIds" value={form.case.id} />
      <ChoiceField
        name="ownerId"
        label="Who takes it?"
        choices={colleagues
          .filter(({ id }) => id !== ownerId)
          .map(({ id, name, role }) => ({ value: id, label: name, detail: ROLE_LABELS[role].toLowerCase() }))}
      />
      <TextField name="reason" label="Why" optional />
    </LiveForm>
  );
}
