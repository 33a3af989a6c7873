'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { changePolicy } from '@/lib/reminder-policy/change-policy.ts';
import { reminderPolicyInput } from '@/lib/reminder-policy/input.ts';
import { tryPolicy } from '@/lib/reminder-policy/preview-policy.ts';

export const changePolicyAction = defineAction({
  input: reminderPolicyInput,
  permission: 'reminders.change',
  command: changePolicy,
  // A look ahead runs no command, which would touch every deadline of the office.
  preview: (unit, input) => tryPolicy(unit, input),
  then: () => '/reminders/policy?done=saved',
});
