'use client';

import { LiveForm } from '@/components/form/live-form.tsx';
import { removeAuthenticatorAction } from './action.ts';

export function RemovalForm() {
  return (
    <LiveForm
      action={removeAuthenticatorAction}
      submitLabel="Remove it"
      busyLabel="Removing…"
      refusedTitle="Not removed"
      cancel={{ href: '/account', label: 'Keep it' }}
    >
      <input type="hidden" name="what" value="authenticator" />
    </LiveForm>
  );
}
