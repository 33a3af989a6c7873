'use server';

import { nothingInput } from '@/lib/access/input.ts';
import { removeOwnAuthenticator } from '@/lib/access/remove-own-authenticator.ts';
import { defineOwnAction } from '@/lib/actions/define-own-action.ts';

export const removeAuthenticatorAction = defineOwnAction({
  from: ['open'],
  needsRecentFactor: true,
  input: nothingInput(),
  act: removeOwnAuthenticator,
  wrong: { field: null, message: 'There is none any more.', remedy: 'Go back to your account.' },
  then: () => '/account?done=removed',
});
