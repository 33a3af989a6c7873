'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { approveRuleVersionAction, discardRuleVersionAction } from './action.ts';

export function ApprovalForm({ versionId, movedCaseCount }: { versionId: string; movedCaseCount: number }) {
  return (
    <LiveForm
      id="approve"
      action={approveRuleVersionAction}
      submitLabel="Approve and apply"
      note={
        movedCaseCount === 0
          ? 'No open case moves today. Clocks that start on its days follow it.'
          : `Moves the clocks of ${movedCaseCount === 1 ? 'one open case' : `${movedCaseCount.toLocaleString('en-US')} open cases`} and puts old and new dates on the record of each. It cannot be taken back, only followed by another change.`
      }
    >
      <input type="hidden" name="versionId" value={versionId} />
    </LiveForm>
  );
}

export function DiscardForm({ versionId }: { versionId: string }) {
  return (
    <LiveForm id="discard" action={discardRuleVersionAction} submitLabel="Discard draft">
      <input type="hidden" name="versionId" value={versionId} />
      <TextField name="reason" label="Reason" optional />
    </LiveForm>
  );
}
