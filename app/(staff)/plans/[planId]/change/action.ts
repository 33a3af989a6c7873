'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { changePlan } from '@/lib/plans/change-plan.ts';
import { planChangeInput } from '@/lib/plans/input.ts';

export const changePlanAction = defineAction({
  input: planChangeInput,
  permission: 'plan.change',
  command: changePlan,
  then: ({ planId }) => `/plans/${planId}`,
});
