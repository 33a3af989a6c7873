'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { holdInput, holdReleaseInput } from '@/lib/retention/input.ts';
import { placeHold } from '@/lib/retention/place-hold.ts';
import { releaseHold } from '@/lib/retention/release-hold.ts';

export const placeHoldAction = defineAction({
  input: holdInput,
  permission: 'case.hold',
  command: placeHold,
  then: ({ caseId }) => `/cases/${caseId}`,
});

export const releaseHoldAction = defineAction({
  input: holdReleaseInput,
  permission: 'case.hold',
  needsRecentFactor: true,
  command: releaseHold,
  then: ({ caseId }) => `/cases/${caseId}`,
});
