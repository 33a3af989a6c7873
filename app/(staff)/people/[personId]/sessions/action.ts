'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { endSessions } from '@/lib/people/end-sessions-of-person.ts';
import { personChoice } from '@/lib/people/input.ts';

export const endSessionsAction = defineAction({
  input: personChoice,
  permission: 'person.manage',
  command: endSessions,
  then: ({ personId }) => `/people/${personId}?done=sessions`,
});
