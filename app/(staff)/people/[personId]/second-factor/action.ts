'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { accountMail, mailFactorRemoved } from '@/lib/people/account-mail.ts';
import { factorRemovalInput } from '@/lib/people/input.ts';
import { removeSecondFactor } from '@/lib/people/remove-second-factor.ts';

export const removeSecondFactorAction = defineAction({
  input: factorRemovalInput,
  permission: 'person.manage',
  needsRecentFactor: true,
  command: removeSecondFactor,
  then: ({ person }) => `/people/${person.id}?done=factor`,
  afterwards: async (removed, now) =>
    (await mailFactorRemoved(accountMail(), removed, now))
      ? null
      : `/people/${removed.person.id}?done=factor-not-mailed`,
});
