'use client';

import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { eraseCaseAction, proposeErasureAction, withdrawErasureAction } from './action.ts';

const BACK = { href: '/retention', label: 'Back to the list' };

export function ProposalForm({ caseId }: { caseId: string }) {
  return (
    <LiveForm
      action={proposeErasureAction}
      submitLabel="Put forward for erasure"
      cancel={BACK}
      note="Nothing is erased yet: another person decides."
    >
      <input type="hidden" name="caseId" value={caseId} />
      <TextareaField name="reason" label="Note for the second person" optional rows={2} />
    </LiveForm>
  );
}

export function WithdrawalForm({ caseId }: { caseId: string }) {
  return (
    <LiveForm
      id="withdraw"
      action={withdrawErasureAction}
      submitLabel="Keep the case"
      cancel={BACK}
      note="It stays in the list of those whose time is over."
    >
      <input type="hidden" name="caseId" value={caseId} />
      <TextareaField name="reason" label="Why is it kept?" optional rows={2} />
    </LiveForm>
  );
}

export function ErasureForm({ caseId, number }: { caseId: string; number: string }) {
  return (
    <LiveForm
      id="erase"
      action={eraseCaseAction}
      submitLabel={`Erase case ${number} for good`}
      note="It cannot be undone, and no copy is kept here. Backups made before today still hold it until they are replaced."
    >
      <input type="hidden" name="caseId" value={caseId} />
    </LiveForm>
  );
}
