'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { changeRole } from '@/lib/people/change-role.ts';
import { roleInput } from '@/lib/people/input.ts';

export const changeRoleAction = defineAction({
  input: roleInput,
  permission: 'person.manage',
  needsRecentFactor: true,
  command: changeRole,
  then: ({ personId }) => `/people/${personId}?done=role`,
});
