'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { requestTime } from '@/lib/access/session.ts';
import { readFields } from '@/lib/actions/form-fields.ts';
import { hasOwnOrigin } from '@/lib/actions/own-origin.ts';
import type { FormState } from '@/lib/actions/result.ts';
import { clientAddress } from '@/lib/assess-api/client-address.ts';
import { getEnv } from '@/lib/env.ts';
import { accountMail } from '@/lib/people/account-mail.ts';
import { answerReset } from '@/lib/people/answer-reset.ts';

const NO_ADDRESS = {
  field: 'email',
  message: 'The e-mail address is missing.',
  remedy: 'Type the one you sign in with.',
};

/** The answer is out before anything is looked up, so that neither its words nor its time say whether there is such an account. */
export async function requestResetAction(_former: FormState, form: FormData): Promise<FormState> {
  const { typed, refused } = readFields(form);
  const email = typeof typed['email'] === 'string' ? typed['email'].trim() : '';
  if (refused || email === '')
    return { status: 'invalid', problems: [refused ?? NO_ADDRESS], values: { email } };
  if (await hasOwnOrigin()) {
    const asked = {
      email,
      address: clientAddress(await headers(), getEnv().TRUSTED_PROXIES),
      now: await requestTime(),
    };
    after(() => answerReset(accountMail(), asked));
  }
  redirect('/reset/asked');
}
