'use server';

import { proofInput } from '@/lib/access/input.ts';
import { unlockSession } from '@/lib/access/unlock-session.ts';
import { waysToUnlock } from '@/lib/access/ways-to-show.ts';
import { defineOwnAction } from '@/lib/actions/define-own-action.ts';

export const unlockAction = defineOwnAction({
  from: ['locked'],
  input: proofInput(),
  act: (showing, { passwordOrCode }) =>
    unlockSession(showing, { kind: waysToUnlock(showing.access) ?? 'password', text: passwordOrCode }),
  wrong: { field: 'passwordOrCode', message: 'That is not right.', remedy: 'Type it again.' },
  wayOut: 'You can also sign out and in again.',
  session: (session) => session,
  then: (_, { to }) => to,
});
