'use client';

import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { ItemAnswerValues } from '@/lib/filing-checklist/queries.ts';
import { answerItemAction, withdrawChecklistAnswerAction } from './action.ts';

const CHOICES = {
  done: { value: 'done', label: 'It is done', detail: 'without a paper among the case’s documents' },
  'not-needed': { value: 'not-needed', label: 'It is not needed', detail: 'in this case' },
} as const;

export function ItemAnswerForm({ form }: { form: CaseForm<ItemAnswerValues> }) {
  const { item, answers, standing } = form.values;
  return (
    <LiveForm
      action={answerItemAction}
      submitLabel={standing ? 'Answer anew' : 'Save the answer'}
      version={form.case.version}
      cancel={{ href: `/cases/${form.case.id}/filing-checklist`, label: 'Back to the checklist' }}
    >
      <input type="hidden" name="caseId" value={form.case.id} />
      <input type="hidden" name="item" value={item} />
      <ChoiceField
        name="answer"
        label="How does it stand?"
        choices={answers.map((answer) => CHOICES[answer])}
        defaultValue={standing?.answer ?? answers[0]}
      />
      <TextareaField
        name="reason"
        label="Where is it, or why is it not needed?"
        hint="It stands beside the item, for whoever files the application."
        rows={2}
        required
      />
    </LiveForm>
  );
}

export function WithdrawItemAnswerForm({ form }: { form: CaseForm<ItemAnswerValues> }) {
  const { standing } = form.values;
  if (!standing) return null;
  return (
    <LiveForm
      id="withdraw"
      action={withdrawChecklistAnswerAction}
      submitLabel="Withdraw the answer"
      version={form.case.version}
      isAside
    >
      <input type="hidden" name="caseId" value={form.case.id} />
      <input type="hidden" name="answerId" value={standing.id} />
      <p>
        {standing.answer === 'done' ? 'Done' : 'Not needed'}, says {standing.answeredBy}: “{standing.reason}”
      </p>
    </LiveForm>
  );
}
