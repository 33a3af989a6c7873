'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { addPlanLine } from '@/lib/plans/add-plan-line.ts';
import { planLineInput } from '@/lib/plans/input.ts';

export const addPlanLineAction = defineAction({
  input: planLineInput,
  permission: 'plan.change',
  command: addPlanLine,
  then: ({ planId }) => `/plans/${planId}`,
});
