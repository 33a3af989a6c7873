'use client';

import { PasswordField } from '@/components/fields/password-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { choosePasswordAction } from './action.ts';

type Props = { purpose: 'invitation' | 'password-reset'; token: string; email: string };

export function ChoosePasswordForm({ purpose, token, email }: Props) {
  return (
    <LiveForm
      action={choosePasswordAction}
      submitLabel="Set password"
      busyLabel="Setting…"
      refusedTitle="Not set yet"
    >
      <input type="hidden" name="purpose" value={purpose} />
      <input type="hidden" name="token" value={token} />
      {/* For the password manager, which files the new password under it. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        name="password"
        label="New password"
        autoComplete="new-password"
        hint="At least 15 characters. Four or five unrelated words make a good one; spaces count."
      />
    </LiveForm>
  );
}
