'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { packetInput } from '@/lib/packets/input.ts';
import { requestPacket } from '@/lib/packets/request-packet.ts';

export const packetAction = defineAction({
  input: packetInput,
  permission: 'packet.assemble',
  command: requestPacket,
  then: ({ caseId }) => `/cases/${caseId}/packet`,
});
