'use server';

import path from 'node:path';
import { defineAction } from '@/lib/actions/define-action.ts';
import { getEnv } from '@/lib/env.ts';
import { removeMessages } from '@/lib/mail/local-mailbox.ts';
import { eraseCase } from '@/lib/retention/erase-case.ts';
import { erasureInput, erasureProposalInput } from '@/lib/retention/input.ts';
import { proposeErasure } from '@/lib/retention/propose-erasure.ts';
import { withdrawErasure } from '@/lib/retention/withdraw-erasure.ts';

export const proposeErasureAction = defineAction({
  input: erasureProposalInput,
  permission: 'case.erase',
  command: proposeErasure,
  then: () => '/retention',
});

export const withdrawErasureAction = defineAction({
  input: erasureProposalInput,
  permission: 'case.erase',
  command: withdrawErasure,
  then: () => '/retention',
});

export const eraseCaseAction = defineAction({
  input: erasureInput,
  permission: 'case.erase',
  needsRecentFactor: true,
  command: eraseCase,
  then: () => '/retention',
  afterwards: async ({ officeId, messageIds }) => {
    await removeMessages(path.resolve(getEnv().MAIL_DIR), officeId, messageIds);
    return null;
  },
});
