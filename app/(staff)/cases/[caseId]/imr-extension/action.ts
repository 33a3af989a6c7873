'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { extensionInput } from '@/lib/imr/input.ts';
import { requestExtension } from '@/lib/imr/request-extension.ts';

export const imrExtensionAction = defineAction({
  input: extensionInput,
  permission: 'imr.file',
  command: requestExtension,
  then: ({ caseId }) => `/cases/${caseId}`,
});
