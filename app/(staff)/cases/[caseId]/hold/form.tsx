'use client';

import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { placeHoldAction, releaseHoldAction } from './action.ts';

export function HoldForm({ caseId, isHeld }: { caseId: string; isHeld: boolean }) {
  return (
    <LiveForm
      action={isHeld ? releaseHoldAction : placeHoldAction}
      submitLabel={isHeld ? 'Release the hold' : 'Place the hold'}
      cancel={{ href: `/cases/${caseId}`, label: 'Back to case' }}
    >
      <input type="hidden" name="caseId" value={caseId} />
      <TextareaField
        name="reason"
        label={isHeld ? 'Why need it not be kept any longer?' : 'Why must it be kept?'}
        hint={
          isHeld
            ? 'Its time of keeping counts again as if there had been no hold.'
            : 'Such as a lawsuit or a request for records. Nobody can erase the case until the hold is released.'
        }
        rows={3}
        required
      />
    </LiveForm>
  );
}
