'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { actInput } from '@/lib/acts/input.ts';
import { takeAction } from '@/lib/acts/take-action.ts';
import { previewAct } from './preview-act.ts';

export const takeActionAction = defineAction({
  input: actInput,
  permission: 'note.add',
  command: takeAction,
  preview: previewAct,
  then: ({ caseId }) => `/cases/${caseId}`,
});
