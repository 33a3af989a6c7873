'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { changePasswordAction } from './action.ts';

export function PasswordForm({ email }: { email: string }) {
  return (
    <LiveForm
      action={changePasswordAction}
      submitLabel="Change the password"
      cancel={{ href: '/account', label: 'Cancel' }}
      refusedTitle="Not changed yet"
    >
      {/* For password managers, which keep a password by its account. */}
      <input type="hidden" name="account" autoComplete="username" value={email} readOnly />
      <TextField
        name="password"
        label="Present password"
        type="password"
        autoComplete="current-password"
        required
      />
      <TextField
        name="newPassword"
        label="New password"
        type="password"
        autoComplete="new-password"
        hint="At least 15 characters. Four or five unrelated words make a good one; spaces count."
        required
      />
      <TextField
        name="newPasswordAgain"
        label="New password, once more"
        type="password"
        autoComplete="new-password"
        required
      />
    </LiveForm>
  );
}
