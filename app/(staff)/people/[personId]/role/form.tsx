'use client';

import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { ROLE_CHOICES } from '../../roles.ts';
import { changeRoleAction } from './action.ts';

export function RoleForm({ personId, role }: { personId: string; role: string }) {
  return (
    <LiveForm
      action={changeRoleAction}
      submitLabel="Change role"
      cancel={{ href: `/people/${personId}`, label: 'Cancel' }}
    >
      <input type="hidden" name="personId" value={personId} />
      <ChoiceField name="role" label="Role" choices={ROLE_CHOICES} defaultValue={role} />
      <TextField name="reason" label="Reason" optional />
    </LiveForm>
  );
}
