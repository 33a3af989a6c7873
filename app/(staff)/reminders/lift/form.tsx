'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { liftSuppressionAction } from './action.ts';

export function LiftForm({ suppressionId }: { suppressionId: string }) {
  return (
    <LiveForm
      action={liftSuppressionAction}
      submitLabel="Let mail go again"
      cancel={{ href: '/reminders', label: 'Cancel' }}
    >
      <input type="hidden" name="suppressionId" value={suppressionId} />
      <TextField name="reason" label="Reason" hint="How you know that mail arrives and is wanted again." />
    </LiveForm>
  );
}
