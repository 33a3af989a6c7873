'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { messageInput, messageWithdrawalInput } from '@/lib/client-messages/input.ts';
import { messageClient } from '@/lib/client-messages/message-client.ts';
import { withdrawMessage } from '@/lib/client-messages/withdraw-message.ts';

export const messageAction = defineAction({
  input: messageInput,
  permission: 'letter.write',
  command: messageClient,
  then: ({ caseId }) => `/cases/${caseId}`,
});

export const withdrawAction = defineAction({
  input: messageWithdrawalInput,
  permission: 'letter.write',
  command: withdrawMessage,
  then: ({ caseId }) => `/cases/${caseId}/message`,
});
