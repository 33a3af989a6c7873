'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { addPerson } from '@/lib/people/add-person.ts';
import { personInput } from '@/lib/people/input.ts';

export const addPersonAction = defineAction({
  input: personInput,
  permission: 'person.manage',
  command: addPerson,
  then: () => '/people',
});
