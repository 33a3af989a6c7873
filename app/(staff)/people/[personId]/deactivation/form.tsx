'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { deactivatePersonAction } from './action.ts';

export function DeactivationForm({ personId }: { personId: string }) {
  return (
    <LiveForm
      action={deactivatePersonAction}
      submitLabel="Deactivate"
      cancel={{ href: `/people/${personId}`, label: 'Cancel' }}
    >
      <input type="hidden" name="personId" value={personId} />
      <TextField name="reason" label="Reason" optional />
    </LiveForm>
  );
}
