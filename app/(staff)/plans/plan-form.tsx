'use client';

import { TextField } from '@/components/fields/text-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import type { FormAction } from '@/components/form/form-state.ts';
import { LiveForm } from '@/components/form/live-form.tsx';

type PlanValues = {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly grievanceFax: string;
  readonly grievanceAddress: string;
  readonly note: string;
};

/** A plan's name and how it is reached; with a plan, a change of it. */
export function PlanForm({ action, plan }: { action: FormAction; plan?: PlanValues }) {
  return (
    <LiveForm
      action={action}
      submitLabel={plan ? 'Save changes' : 'Add plan'}
      cancel={
        plan ? { href: `/plans/${plan.id}`, label: 'Back to plan' } : { href: '/plans', label: 'Cancel' }
      }
    >
      {plan ? <input type="hidden" name="planId" value={plan.id} /> : null}
      <TextField
        name="name"
        label="Name"
        hint="As members know it; the companies behind it go into its lines."
        defaultValue={plan?.name}
        required
      />
      <TextField
        name="phone"
        label="Phone for grievances"
        type="tel"
        optional
        defaultValue={plan?.phone}
        short
      />
      <TextField
        name="grievanceFax"
        label="Fax for grievances"
        type="tel"
        optional
        defaultValue={plan?.grievanceFax}
        short
      />
      <TextareaField
        name="grievanceAddress"
        label="Address for grievances"
        optional
        defaultValue={plan?.grievanceAddress}
      />
      <TextareaField name="note" label="Note" optional defaultValue={plan?.note} />
    </LiveForm>
  );
}
