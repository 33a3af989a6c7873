'use client';

import { CheckGroup } from '@/components/fields/check-field.tsx';

/** The other cases of the family that the act may be recorded on too; nothing where there is none. */
export type AlsoOnChoices = {
  readonly label: string;
  readonly hint: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
};

export function AlsoOn({ name = 'alsoOn', of }: { name?: string; of: AlsoOnChoices }) {
  if (of.choices.length === 0) return null;
  return <CheckGroup name={name} label={of.label} hint={of.hint} optional choices={of.choices} />;
}
