'use client';

import { RecoveryCodes } from '@/app/(auth)/authenticator/recovery-codes.tsx';
import type { ShownCodes } from '@/app/(auth)/authenticator/set-up-form.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { makeRecoveryCodesAction } from './action.ts';

export function NewCodesForm() {
  return (
    <LiveForm
      action={makeRecoveryCodesAction}
      submitLabel="Make new codes"
      busyLabel="Making…"
      refusedTitle="Not made"
      cancel={{ href: '/account', label: 'Keep the old ones' }}
      done={({ recoveryCodes }: ShownCodes) => <RecoveryCodes codes={recoveryCodes} to="/account" />}
    >
      <input type="hidden" name="what" value="codes" />
    </LiveForm>
  );
}
