'use client';

import { LiveForm } from '@/components/form/live-form.tsx';
import { ProofField } from '../proof-field.tsx';
import { confirmAction } from './action.ts';

export function ConfirmForm({ ask, to }: { ask: 'code' | 'password'; to: string }) {
  return (
    <LiveForm action={confirmAction} submitLabel="Go on" busyLabel="Checking…" refusedTitle="Not yet">
      <input type="hidden" name="to" value={to} />
      <ProofField ask={ask} />
    </LiveForm>
  );
}
