'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { linkInput, unlinkInput } from '@/lib/families/input.ts';
import { linkCase } from '@/lib/families/link-case.ts';
import { unlinkCase } from '@/lib/families/unlink-case.ts';
import { previewFamily } from './preview-family.ts';

export const linkAction = defineAction({
  input: linkInput,
  permission: 'case.change',
  command: linkCase,
  preview: previewFamily,
  then: ({ caseId }) => `/cases/${caseId}/family`,
});

export const unlinkAction = defineAction({
  input: unlinkInput,
  permission: 'case.change',
  command: unlinkCase,
  then: ({ caseId, otherId }) => `/cases/${caseId}/family?unlinked=${otherId}`,
});
