'use server';

import { defineAction } from '@/lib/actions/define-action.ts';
import { accountMail, mailInvitation } from '@/lib/people/account-mail.ts';
import { personChoice } from '@/lib/people/input.ts';
import { resendInvitation } from '@/lib/people/resend-invitation.ts';
import { withdrawInvitation } from '@/lib/people/withdraw-invitation.ts';

export const resendInvitationAction = defineAction({
  input: personChoice,
  permission: 'person.manage',
  command: resendInvitation,
  then: ({ person }) => `/people/${person.id}?done=invited`,
  afterwards: async (link, now) =>
    (await mailInvitation(accountMail(), link, now)) ? null : `/people/${link.person.id}?done=not-mailed`,
});

export const withdrawInvitationAction = defineAction({
  input: personChoice,
  permission: 'person.manage',
  command: withdrawInvitation,
  then: ({ personId }) => `/people/${personId}`,
});
