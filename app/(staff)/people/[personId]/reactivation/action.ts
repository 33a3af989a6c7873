'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { reactivationInput } from '@/lib/people/input.ts';
import { reactivatePerson } from '@/lib/people/reactivate-person.ts';

export const reactivatePersonAction = defineAction({
  input: reactivationInput,
  permission: 'person.manage',
  needsRecentFactor: true,
  command: reactivatePerson,
  then: ({ personId }) => `/people/${personId}`,
});
