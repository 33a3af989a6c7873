'use client';

import { DateField } from '@/components/fields/date-field.tsx';
import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { PeriodUnit } from '@/lib/db/vocabulary.ts';
import { draftRuleVersionAction } from './action.ts';

/** A changed period of a rule, the days on which clocks start under it, and where that is written. */
export function DraftForm({
  rule,
  count,
  units,
  hasSpecialCases,
}: {
  rule: string;
  count: number;
  units: readonly { value: PeriodUnit; label: string }[];
  hasSpecialCases: boolean;
}) {
  return (
    <LiveForm
      action={draftRuleVersionAction}
      submitLabel="Draft and simulate"
      cancel={{ href: `/rules/${rule}`, label: 'Back to rule' }}
      note="Nothing moves yet: the next page shows what the change would do to the open cases."
    >
      <input type="hidden" name="rule" value={rule} />
      <TextField
        name="periodCount"
        label="Period"
        hint={
          hasSpecialCases
            ? 'Of the ordinary case. Urgent cases and payment disputes keep their own.'
            : undefined
        }
        inputMode="numeric"
        defaultValue={String(count)}
        maxLength={4}
        short
        required
      />
      <SelectField name="periodUnit" label="Counted in" options={units} required />
      <DateField
        name="startsOn"
        label="First day in force"
        hint="For clocks that start on this day or later; those that started earlier stay as they are."
        required
      />
      <DateField name="endsOn" label="Last day in force" optional="if it has an end" />
      <TextField
        name="source"
        label="Source"
        hint="Where it can be looked up, such as “Statutes of 2026, chapter 12, section 3”."
        required
      />
      <TextareaField
        name="reason"
        label="Reason"
        hint="Goes into the history of every case whose clocks move."
        required
      />
    </LiveForm>
  );
}
