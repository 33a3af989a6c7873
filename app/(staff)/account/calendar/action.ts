'use server';

import { nothingInput } from '@/lib/access/input.ts';
import { defineOwnAction } from '@/lib/actions/define-own-action.ts';
import { createOwnFeed, revokeOwnFeed } from '@/lib/calendar-feeds/own-feed.ts';
import { noFeed } from '@/lib/calendar-feeds/rules.ts';
import { getEnv } from '@/lib/env.ts';

export const createFeedAction = defineOwnAction({
  from: ['open'],
  needsRecentFactor: true,
  input: nothingInput(),
  act: (showing) => createOwnFeed(showing, getEnv().APP_URL),
  wrong: noFeed,
  show: ({ address }) => ({ address }),
});

export const revokeFeedAction = defineOwnAction({
  from: ['open'],
  input: nothingInput(),
  act: revokeOwnFeed,
  wrong: noFeed,
  then: () => '/account/calendar?done=removed',
});
