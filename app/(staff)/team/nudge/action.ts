'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { nudgeInput } from '@/lib/nudges/input.ts';
import { nudgeOwner } from '@/lib/nudges/nudge-owner.ts';

export const nudgeAction = defineAction({
  input: nudgeInput,
  permission: 'owner.nudge',
  command: nudgeOwner,
  then: ({ ownerId }) => `/team?nudged=${ownerId}`,
});
