'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { personChoice } from '@/lib/people/input.ts';
import { releaseHold } from '@/lib/people/release-hold.ts';

export const releaseHoldAction = defineAction({
  input: personChoice,
  permission: 'person.manage',
  command: releaseHold,
  then: ({ personId }) => `/people/${personId}?done=released`,
});
