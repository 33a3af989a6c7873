'use client';

import { CheckField } from '@/components/fields/check-field.tsx';
import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { AssignmentValues } from '@/lib/cases/form-queries.ts';
import { ROLE_LABELS } from '@/lib/labels.ts';
import { AlsoOn, type AlsoOnChoices } from '../family/also-on.tsx';
import { assignmentAction } from './action.ts';

export function AssignmentForm({
  form,
  alsoOn,
}: {
  form: CaseForm<AssignmentValues>;
  alsoOn: Omit<AlsoOnChoices, 'choices'>;
}) {
  const { ownerId, colleagues, namedIds, family } = form.values;
  const detailOf = ({ id, role }: (typeof colleagues)[number]) =>
    `${ROLE_LABELS[role].toLowerCase()}${namedIds?.includes(id) ? ', named on it' : ''}`;
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
          .map((colleague) => ({ value: colleague.id, label: colleague.name, detail: detailOf(colleague) }))}
      />
      {namedIds ? (
        <CheckField
          name="nameOwner"
          label="Name them on this restricted case, if they are not yet"
          hint="Only named people may know of it."
        />
      ) : null}
      <AlsoOn name="caseIds" of={{ ...alsoOn, choices: family }} />
      <TextField name="reason" label="Why" optional />
    </LiveForm>
  );
}
