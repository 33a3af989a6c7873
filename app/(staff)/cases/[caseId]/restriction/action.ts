'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { changeNamedPeople } from '@/lib/restrictions/change-named-people.ts';
import { liftingInput, namedPeopleInput, restrictionInput } from '@/lib/restrictions/input.ts';
import { liftRestriction } from '@/lib/restrictions/lift-restriction.ts';
import { restrictCase } from '@/lib/restrictions/restrict-case.ts';

const backToCase = ({ caseId }: { readonly caseId: string }) => `/cases/${caseId}`;

export const restrictCaseAction = defineAction({
  input: restrictionInput,
  permission: 'case.restrict',
  command: restrictCase,
  then: backToCase,
});

export const changeNamedPeopleAction = defineAction({
  input: namedPeopleInput,
  permission: 'case.restrict',
  command: changeNamedPeople,
  then: backToCase,
});

export const liftRestrictionAction = defineAction({
  input: liftingInput,
  permission: 'case.restrict',
  needsRecentFactor: true,
  command: liftRestriction,
  then: backToCase,
});
