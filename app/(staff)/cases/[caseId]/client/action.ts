'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { changeClient } from '@/lib/clients/change-client.ts';
import { clientInput } from '@/lib/clients/input.ts';

export const clientAction = defineAction({
  input: clientInput,
  permission: 'client.change',
  command: changeClient,
  then: ({ caseId }) => `/cases/${caseId}`,
});
