'use server';

import { confirmFactor } from '@/lib/access/confirm-factor.ts';
import { proofInput } from '@/lib/access/input.ts';
import { waysToShow } from '@/lib/access/ways-to-show.ts';
import { defineOwnAction } from '@/lib/actions/define-own-action.ts';

export const confirmAction = defineOwnAction({
  from: ['open'],
  input: proofInput(),
  act: (showing, { passwordOrCode }) =>
    confirmFactor(showing, { kind: waysToShow(showing.access)[0] ?? 'password', text: passwordOrCode }),
  wrong: {
    field: 'passwordOrCode',
    message: 'That is not right, or it was used already.',
    remedy: 'Type it again; a code from the authenticator opens once.',
  },
  then: (_, { to }) => to,
});
