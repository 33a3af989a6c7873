'use server';

import { nothingInput } from '@/lib/access/input.ts';
import { makeOwnRecoveryCodes } from '@/lib/access/make-recovery-codes.ts';
import { defineOwnAction } from '@/lib/actions/define-own-action.ts';

export const makeRecoveryCodesAction = defineOwnAction({
  from: ['open'],
  needsRecentFactor: true,
  input: nothingInput(),
  act: makeOwnRecoveryCodes,
  wrong: {
    field: null,
    message: 'You have no authenticator that codes could stand in for.',
    remedy: 'Add one on your account’s page first.',
  },
  show: (recoveryCodes) => ({ recoveryCodes }),
});
