'use server';

import { finishSignIn } from '@/lib/access/finish-sign-in.ts';
import { codeInput } from '@/lib/access/input.ts';
import { defineOwnAction } from '@/lib/actions/define-own-action.ts';

export const takeCodeAction = defineOwnAction({
  from: ['factor-owed'],
  input: codeInput(),
  act: (showing, { code }) => finishSignIn(showing, { kind: 'code', text: code }),
  wrong: {
    field: 'code',
    message: 'That code is not right, or it was used already.',
    remedy: 'Wait for the next one. If it stays wrong, set the phone’s clock to be kept automatically.',
  },
  wayOut: 'A recovery code waits as long. An administrator of your office can let you in.',
  session: (session) => session,
  then: (_, { to }) => to,
});
