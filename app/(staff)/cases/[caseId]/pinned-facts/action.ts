'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { pinInput, pinnedFactInput } from '@/lib/pinned-facts/input.ts';
import { pinAgain } from '@/lib/pinned-facts/pin-again.ts';
import { pinFact } from '@/lib/pinned-facts/pin-fact.ts';
import { unpinFact } from '@/lib/pinned-facts/unpin-fact.ts';

export const pinAction = defineAction({
  input: pinInput,
  permission: 'note.add',
  command: pinFact,
  then: ({ caseId }) => `/cases/${caseId}`,
});

export const unpinAction = defineAction({
  input: pinnedFactInput,
  permission: 'note.add',
  command: unpinFact,
  then: ({ caseId, factId }) => `/cases/${caseId}/pinned-facts?unpinned=${factId}`,
});

export const pinAgainAction = defineAction({
  input: pinnedFactInput,
  permission: 'note.add',
  command: pinAgain,
  then: ({ caseId }) => `/cases/${caseId}/pinned-facts`,
});
