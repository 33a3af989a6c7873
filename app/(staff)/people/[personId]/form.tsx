'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { deactivatePersonAction } from './action.ts';

export function DeactivationForm({ personId }: { personId: string }) {
  return (
    <LiveForm
      action={deactivatePersonAction}
      submitLabel="Deactivate"
      cancel={{ href: '/people', label: 'Back to people' }}
      note="They are signed out everywhere at once. Their name stays in the record."
    >
      <input type="hidden" name="personId" value={personId} />
      <TextField name="reason" label="Reason" optional />
    </LiveForm>
  );
}
