'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { messageInput } from '@/lib/client-messages/input.ts';
import { messageClient } from '@/lib/client-messages/message-client.ts';

export const messageAction = defineAction({
  input: messageInput,
  permission: 'letter.write',
  command: messageClient,
  then: ({ caseId }) => `/cases/${caseId}`,
});
