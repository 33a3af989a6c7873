'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { signInAction } from './action.ts';

export function SignInForm() {
  return (
    <LiveForm action={signInAction} submitLabel="Sign in">
      <TextField name="email" label="E-mail" type="email" autoComplete="username" required />
      <TextField name="password" label="Password" type="password" autoComplete="current-password" required />
    </LiveForm>
  );
}
