'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { liftSuppressionInput } from '@/lib/suppressions/input.ts';
import { liftSuppression } from '@/lib/suppressions/lift-suppression.ts';

export const liftSuppressionAction = defineAction({
  input: liftSuppressionInput,
  permission: 'reminders.oversee',
  command: liftSuppression,
  then: () => '/reminders?done=lifted',
});
