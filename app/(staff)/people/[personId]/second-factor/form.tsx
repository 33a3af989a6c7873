'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { removeSecondFactorAction } from './action.ts';

export function SecondFactorForm({ personId }: { personId: string }) {
  return (
    <LiveForm
      action={removeSecondFactorAction}
      submitLabel="Remove second factor"
      cancel={{ href: `/people/${personId}`, label: 'Cancel' }}
    >
      <input type="hidden" name="personId" value={personId} />
      <TextField
        name="reason"
        label="Reason"
        hint="Such as a lost phone, and how you made sure that it is really them who asks."
        optional
      />
    </LiveForm>
  );
}
