'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { signInAction } from './action.ts';

export function SignInForm({ to }: { to: string }) {
  return (
    <LiveForm
      action={signInAction}
      submitLabel="Sign in"
      busyLabel="Signing in…"
      refusedTitle="Not signed in"
      note={<a href="/reset">Forgot the password?</a>}
    >
      <input type="hidden" name="to" value={to} />
      <TextField name="email" label="E-mail" type="email" autoComplete="username" required />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" required />
    </LiveForm>
  );
}
