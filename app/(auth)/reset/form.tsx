'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { requestResetAction } from './action.ts';

export function ResetForm() {
  return (
    <LiveForm
      action={requestResetAction}
      submitLabel="Send link"
      busyLabel="Sending…"
      refusedTitle="Nothing was sent"
      cancel={{ href: '/sign-in', label: 'Back to sign-in' }}
    >
      <TextField name="email" label="E-mail" type="email" autoComplete="username" required />
    </LiveForm>
  );
}
