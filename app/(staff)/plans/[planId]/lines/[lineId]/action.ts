'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { changePlanLine } from '@/lib/plans/change-plan-line.ts';
import { planLineChangeInput } from '@/lib/plans/input.ts';

export const changePlanLineAction = defineAction({
  input: planLineChangeInput,
  permission: 'plan.change',
  command: changePlanLine,
  then: ({ planId }) => `/plans/${planId}`,
});
