'use server';

import { changePassword } from '@/lib/access/change-password.ts';
import { passwordChangeInput } from '@/lib/access/input.ts';
import { defineOwnAction } from '@/lib/actions/define-own-action.ts';

export const changePasswordAction = defineOwnAction({
  from: ['open'],
  input: passwordChangeInput(),
  act: changePassword,
  wrong: {
    field: 'password',
    message: 'That is not your present password.',
    remedy: 'Type it again, or sign out and have a new one mailed to you.',
  },
  then: () => '/account?done=password',
});
