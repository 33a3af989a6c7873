'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { bulkMessageInput } from '@/lib/client-messages/input.ts';
import { messageClients } from '@/lib/client-messages/message-clients.ts';
import { done } from '@/lib/errors.ts';
import { returnHref } from '@/lib/worklist/list-filter.ts';

/** Sends the clients of the chosen cases a text, and goes back to where they were chosen. */
export const messageClientsAction = defineAction({
  input: bulkMessageInput,
  permission: 'letter.write',
  command: messageClients,
  preview: async (_unit, _input, command) => {
    const tried = await command();
    return tried.ok ? done(tried.value) : tried;
  },
  then: ({ sentTo, unsent }, { from }) =>
    returnHref(from, { messaged: String(sentTo.length), unsent: String(unsent.length) }),
});
