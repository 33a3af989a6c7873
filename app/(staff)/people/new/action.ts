'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { accountMail, mailInvitation } from '@/lib/people/account-mail.ts';
import { personInput } from '@/lib/people/input.ts';
import { invitePerson } from '@/lib/people/invite-person.ts';

export const invitePersonAction = defineAction({
  input: personInput,
  permission: 'person.manage',
  // It gives a role, as a change of role does.
  needsRecentFactor: true,
  command: invitePerson,
  then: ({ person }) => `/people/${person.id}?done=invited`,
  afterwards: async (link, now) =>
    (await mailInvitation(accountMail(), link, now)) ? null : `/people/${link.person.id}?done=not-mailed`,
});
