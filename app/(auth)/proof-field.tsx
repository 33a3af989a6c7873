'use client';

import { TextField } from '@/components/fields/text-field.tsx';

/** What somebody is asked for, inside a session, to show that it is them. */
export function ProofField({ ask }: { ask: 'code' | 'password' }) {
  return ask === 'password' ? (
    <TextField
      name="passwordOrCode"
      label="Your password"
      type="password"
      autoComplete="current-password"
      required
    />
  ) : (
    <TextField
      name="passwordOrCode"
      label="Code from your authenticator"
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      short
      required
    />
  );
}
