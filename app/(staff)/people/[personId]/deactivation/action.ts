'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { deactivatePerson } from '@/lib/people/deactivate-person.ts';
import { deactivationInput } from '@/lib/people/input.ts';
import { previewMove } from '@/lib/workload/preview-move.ts';

export const deactivatePersonAction = defineAction({
  input: deactivationInput,
  permission: 'person.manage',
  command: deactivatePerson,
  preview: previewMove,
  then: ({ personId }) => `/people/${personId}`,
});
