'use client';

import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { ClosureValues } from '@/lib/cases/form-queries.ts';
import { CASE_OUTCOME_LABELS } from '@/lib/labels.ts';
import { closeCaseAction, reopenCaseAction } from './action.ts';

const OUTCOMES = Object.entries(CASE_OUTCOME_LABELS).map(([value, label]) => ({ value, label }));

type Props = { form: CaseForm<ClosureValues> };

export function CloseCaseForm({ form }: Props) {
  return (
    <LiveForm
      action={closeCaseAction}
      submitLabel="Close the case"
      version={form.case.version}
      cancel={{ href: `/cases/${form.case.id}`, label: 'Back to case' }}
      note="It can be reopened with a reason."
    >
      <input type="hidden" name="caseId" value={form.case.id} />
      <ChoiceField name="outcome" label="How did it end?" choices={OUTCOMES} />
      <TextareaField name="note" label="Note" optional rows={3} />
    </LiveForm>
  );
}

export function ReopenCaseForm({ form }: Props) {
  const { outcome } = form.values;
  return (
    <LiveForm
      action={reopenCaseAction}
      submitLabel="Reopen the case"
      version={form.case.version}
      cancel={{ href: `/cases/${form.case.id}`, label: 'Back to case' }}
    >
      <input type="hidden" name="caseId" value={form.case.id} />
      {outcome ? <p>It was closed with this outcome: {CASE_OUTCOME_LABELS[outcome]}.</p> : null}
      <TextareaField
        name="reason"
        label="Why is it reopened?"
        hint="A closed case takes entries again only with a reason, which stays in its history."
        rows={3}
        required
      />
    </LiveForm>
  );
}
