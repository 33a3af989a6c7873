'use client';

import { CheckField } from '@/components/fields/check-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { changeDigestAction } from './action.ts';

export function DigestForm({
  comes,
  hour,
  officeHour,
}: {
  comes: boolean;
  hour: string;
  officeHour: string;
}) {
  return (
    <LiveForm
      action={changeDigestAction}
      submitLabel="Save"
      cancel={{ href: '/account', label: 'Cancel' }}
      refusedTitle="Not changed yet"
      note="Messages for one deadline alone come all the same: shortly before the day, and on it."
    >
      <CheckField name="comes" label="Send me the morning digest" defaultChecked={comes} />
      <TextField
        name="hour"
        label="Hour of the digest"
        hint={`Such as 7:30 am. Empty for the office’s hour, ${officeHour}.`}
        defaultValue={hour}
        autoComplete="off"
        optional
        short
      />
    </LiveForm>
  );
}
