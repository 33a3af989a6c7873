'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { reactivatePersonAction } from './action.ts';

export function ReactivationForm({ personId }: { personId: string }) {
  return (
    <LiveForm
      action={reactivatePersonAction}
      submitLabel="Reactivate"
      cancel={{ href: `/people/${personId}`, label: 'Cancel' }}
    >
      <input type="hidden" name="personId" value={personId} />
      <TextField name="reason" label="Reason" optional />
    </LiveForm>
  );
}
