'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { addPlan } from '@/lib/plans/add-plan.ts';
import { planInput } from '@/lib/plans/input.ts';

export const addPlanAction = defineAction({
  input: planInput,
  permission: 'plan.change',
  command: addPlan,
  then: ({ planId }) => `/plans/${planId}/lines/new`,
});
