'use client';

import { LiveForm } from '@/components/form/live-form.tsx';
import { ProofField } from '../proof-field.tsx';
import { unlockAction } from './action.ts';

export function UnlockForm({ ask, to }: { ask: 'code' | 'password'; to: string }) {
  return (
    <LiveForm action={unlockAction} submitLabel="Unlock" busyLabel="Checking…" refusedTitle="Still locked">
      <input type="hidden" name="to" value={to} />
      <ProofField ask={ask} />
    </LiveForm>
  );
}
