'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { takeCodeAction } from './action.ts';

export function CodeForm({ to }: { to: string }) {
  return (
    <LiveForm action={takeCodeAction} submitLabel="Go on" busyLabel="Checking…" refusedTitle="Not signed in">
      <input type="hidden" name="to" value={to} />
      <TextField
        name="code"
        label="Code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        short
        required
      />
    </LiveForm>
  );
}
