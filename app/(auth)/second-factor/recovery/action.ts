'use server';

import { finishSignIn } from '@/lib/access/finish-sign-in.ts';
import { codeInput } from '@/lib/access/input.ts';
import { defineOwnAction } from '@/lib/actions/define-own-action.ts';

export const takeRecoveryCodeAction = defineOwnAction({
  from: ['factor-owed'],
  input: codeInput(),
  act: (showing, { code }) => finishSignIn(showing, { kind: 'recovery code', text: code }),
  wrong: {
    field: 'code',
    message: 'That is none of your recovery codes, or it was used already.',
    remedy: 'Try the next one on your list.',
  },
  wayOut: 'An administrator of your office can let you in.',
  session: (session) => session,
  then: (_, { to }) => to,
});
