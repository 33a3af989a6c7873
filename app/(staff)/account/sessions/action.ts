'use server';

import { endOwnSessions } from '@/lib/access/end-own-sessions.ts';
import { nothingInput, sessionInput } from '@/lib/access/input.ts';
import { defineOwnAction } from '@/lib/actions/define-own-action.ts';

const wrong = { field: null, message: 'It had ended already.', remedy: 'Open this page again.' };

export const endSessionAction = defineOwnAction({
  from: ['open'],
  needsRecentFactor: true,
  input: sessionInput(),
  act: (showing, { sessionId }) => endOwnSessions(showing, { only: sessionId }),
  wrong,
  then: () => '/account?done=sessions',
});

export const endOtherSessionsAction = defineOwnAction({
  from: ['open'],
  needsRecentFactor: true,
  input: nothingInput(),
  act: (showing) => endOwnSessions(showing, { except: showing.access.sessionId }),
  wrong,
  then: () => '/account?done=sessions',
});
