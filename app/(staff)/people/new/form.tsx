'use client';

import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { ROLE_CHOICES } from '../roles.ts';
import { invitePersonAction } from './action.ts';

export function PersonForm() {
  return (
    <LiveForm
      action={invitePersonAction}
      submitLabel="Send invitation"
      busyLabel="Sending…"
      cancel={{ href: '/people', label: 'Cancel' }}
    >
      <TextField name="name" label="Name" autoComplete="off" required />
      <TextField
        name="email"
        label="E-mail"
        type="email"
        autoComplete="off"
        hint="They sign in with it. The invitation goes there."
        required
      />
      <ChoiceField name="role" label="Role" choices={ROLE_CHOICES} defaultValue="caseworker" />
    </LiveForm>
  );
}
