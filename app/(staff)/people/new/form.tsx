'use client';

import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { addPersonAction } from './action.ts';

const ROLES = [
  { value: 'caseworker', label: 'Caseworker', detail: 'Opens cases and records everything on them.' },
  {
    value: 'supervisor',
    label: 'Supervisor',
    detail: 'Also reviews the team, moves work, approves late filings and keeps the plans.',
  },
  { value: 'administrator', label: 'Administrator', detail: 'Also adds and deactivates people.' },
  { value: 'reviewer', label: 'Reviewer', detail: 'Reads cases and the team’s review; changes nothing.' },
];

export function PersonForm() {
  return (
    <LiveForm
      action={addPersonAction}
      submitLabel="Add person"
      cancel={{ href: '/people', label: 'Cancel' }}
      note="Tell them the password yourself, not by e-mail."
    >
      <TextField name="name" label="Name" autoComplete="off" required />
      <TextField name="email" label="E-mail" type="email" autoComplete="off" required />
      <ChoiceField name="role" label="Role" choices={ROLES} defaultValue="caseworker" />
      <TextField
        name="password"
        label="First password"
        type="password"
        autoComplete="new-password"
        hint="At least 12 characters. It is asked for again if something else needs another look."
        required
      />
    </LiveForm>
  );
}
