'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { takeRecoveryCodeAction } from './action.ts';

export function RecoveryForm({ to }: { to: string }) {
  return (
    <LiveForm
      action={takeRecoveryCodeAction}
      submitLabel="Go on"
      busyLabel="Checking…"
      refusedTitle="Not signed in"
    >
      <input type="hidden" name="to" value={to} />
      <TextField name="code" label="Recovery code" autoComplete="off" maxLength={40} required />
    </LiveForm>
  );
}
