'use client';

import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { DateField } from '@/components/fields/date-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { FollowUp } from '@/components/form/follow-up.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { AnswerFormValues } from '@/lib/reminder-answers/queries.ts';
import { answerReminderAction, withdrawAnswerAction } from './action.ts';

const KINDS = [
  {
    value: 'acknowledged',
    label: 'I know',
    detail: 'Its reminders stay away until the day before it is due.',
  },
  { value: 'snoozed', label: 'Remind me again on a day', raises: true },
];

export function AnswerForm({ form }: { form: CaseForm<AnswerFormValues> }) {
  const { rule, lastDay, standing } = form.values;
  return (
    <LiveForm
      action={answerReminderAction}
      submitLabel={standing ? 'Answer anew' : 'Save the answer'}
      version={form.case.version}
      cancel={{ href: `/cases/${form.case.id}`, label: 'Back to case' }}
      note="The reminders of the day before and of the day itself always come, and so do those to supervisors and to the client."
    >
      <input type="hidden" name="caseId" value={form.case.id} />
      <input type="hidden" name="rule" value={rule} />
      <FollowUp
        question={
          <ChoiceField name="kind" label="What is your answer?" choices={KINDS} defaultValue="acknowledged" />
        }
      >
        <DateField name="untilOn" label="Remind me on" hint={`${lastDay} at the latest.`} />
      </FollowUp>
      <TextareaField
        name="reason"
        label="Why can it wait?"
        hint="It stands beside the clock, for whoever takes over."
        rows={2}
        required
      />
    </LiveForm>
  );
}

export function WithdrawForm({ form }: { form: CaseForm<AnswerFormValues> }) {
  const { standing } = form.values;
  if (!standing) return null;
  return (
    <LiveForm
      id="withdraw"
      action={withdrawAnswerAction}
      submitLabel="Withdraw the answer"
      version={form.case.version}
      isAside
    >
      <input type="hidden" name="caseId" value={form.case.id} />
      <input type="hidden" name="answerId" value={standing.id} />
      <p>
        {standing.sentence} “{standing.reason}”
      </p>
    </LiveForm>
  );
}
