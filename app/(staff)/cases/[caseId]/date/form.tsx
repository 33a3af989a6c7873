'use client';

import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { DateField } from '@/components/fields/date-field.tsx';
import { SegmentedField } from '@/components/fields/segmented-field.tsx';
import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { FollowUp } from '@/components/form/follow-up.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { DateFormValues, WithdrawalValues } from '@/lib/date-adjustments/queries.ts';
import { RecordForm } from '../record-form.tsx';
import { dateAction, withdrawalAction } from './action.ts';

const KINDS = [
  {
    value: 'by-hand',
    label: 'We set the date',
    detail: 'It stands beside the rule’s, and the earlier of the two is worked to.',
  },
  {
    value: 'extension',
    label: 'An extension was granted',
    detail: 'It takes the place of the rule’s date.',
    raises: true,
  },
  {
    value: 'pause',
    label: 'The clock was paused',
    detail: 'The new date takes the place of the rule’s.',
    raises: true,
  },
];
const GRANTED_BY = [
  { value: 'plan', label: 'The plan' },
  { value: 'regulator', label: 'The department' },
];

export function DateForm({ form }: { form: CaseForm<DateFormValues> }) {
  const { rule, clocks } = form.values;
  return (
    <RecordForm of={form.case} action={dateAction} submitLabel="Save the date">
      <SelectField
        name="rule"
        label="Which clock?"
        options={clocks}
        defaultValue={rule}
        {...(rule === '' && { empty: 'Choose a clock' })}
        required
      />
      <FollowUp
        question={
          <ChoiceField
            name="kind"
            label="Where does the date come from?"
            choices={KINDS}
            defaultValue="by-hand"
          />
        }
      >
        <SegmentedField name="grantedBy" label="Who granted it?" choices={GRANTED_BY} />
      </FollowUp>
      <DateField name="dueOn" label="New date" required />
      <TextField
        name="source"
        label="Where is it written, or who said it?"
        hint="Needed for an extension or a pause, such as “letter of June 5”."
        autoComplete="off"
      />
      <TextareaField
        name="reason"
        label="Why this date?"
        hint="Both dates stay on the case with this reason."
        rows={2}
        required
      />
    </RecordForm>
  );
}

export function WithdrawalForm({ form }: { form: CaseForm<WithdrawalValues> }) {
  const { adjustmentId, recorded, reason } = form.values;
  return (
    <RecordForm of={form.case} action={withdrawalAction} submitLabel="Withdraw the date">
      <input type="hidden" name="adjustmentId" value={adjustmentId} />
      <p>
        {recorded} “{reason}”
      </p>
      <TextareaField
        name="reason"
        label="Why does it no longer hold?"
        hint="The withdrawn date stays in the case’s history."
        rows={2}
        required
      />
    </RecordForm>
  );
}
