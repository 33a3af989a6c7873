'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { z } from 'zod';
import { requestTime } from '@/lib/access/session.ts';
import { readFields } from '@/lib/actions/form-fields.ts';
import { hasOwnOrigin } from '@/lib/actions/own-origin.ts';
import { type FormState, stateOfRefusal } from '@/lib/actions/result.ts';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { LINK_PURPOSES } from '@/lib/db/vocabulary.ts';
import { accountMail, mailPasswordSet } from '@/lib/people/account-mail.ts';
import { linkWorksNoMore } from '@/lib/people/rules.ts';
import { setPasswordByLink } from '@/lib/people/set-password-by-link.ts';

const input = z.object({
  purpose: z.enum(LINK_PURPOSES),
  token: z.string(),
  password: z.string().default(''),
});

/** The link itself is the permission: whoever holds it chooses the password, once. What was typed is never sent back. */
export async function choosePasswordAction(_former: FormState, form: FormData): Promise<FormState> {
  const { typed, refused } = readFields(form);
  const read = input.safeParse(typed);
  if (refused || !read.success || !(await hasOwnOrigin()))
    return { status: 'invalid', problems: [refused ?? linkWorksNoMore], values: {} };
  const now = await requestTime();
  const outcome = await setPasswordByLink(getDatabase(), read.data, now);
  if (!outcome.ok) return stateOfRefusal(outcome, {}, formatMoment);
  after(() => mailPasswordSet(accountMail(), outcome.value, now));
  redirect('/password-set');
}
