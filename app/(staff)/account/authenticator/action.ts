'use server';

import { codeInput } from '@/lib/access/input.ts';
import { setUpAuthenticator } from '@/lib/access/set-up-authenticator.ts';
import { defineOwnAction } from '@/lib/actions/define-own-action.ts';

export const setUpAuthenticatorAction = defineOwnAction({
  from: ['open'],
  needsRecentFactor: true,
  input: codeInput(),
  act: (showing, { code }) => setUpAuthenticator(showing, code),
  wrong: {
    field: 'code',
    message: 'That is not the code of the new authenticator.',
    remedy: 'Scan the picture again, or wait for the next code; the phone’s clock has to be right.',
  },
  session: ({ session }) => session,
  show: ({ recoveryCodes }) => ({ recoveryCodes }),
});
