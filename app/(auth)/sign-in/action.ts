'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { heldOffViolation } from '@/lib/access/held-off.ts';
import { ownPath, stepTo } from '@/lib/access/own-path.ts';
import { requestCaller, startBrowserSession } from '@/lib/access/session.ts';
import { signIn } from '@/lib/access/sign-in.ts';
import { hasOwnOrigin } from '@/lib/actions/own-origin.ts';
import type { FormState } from '@/lib/actions/result.ts';
import { systemClock } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';

/** One sentence for a wrong password, an unknown account and one that is closed: none is told apart from outside. */
const NOT_SIGNED_IN = {
  field: null,
  message: 'That e-mail and password do not belong together.',
  remedy: 'Check both and try again, or have a new password mailed to you.',
};
const WAY_OUT = 'A new password, mailed to you, works at once; so does an administrator letting you in.';

const NEXT = { nothing: null, 'second factor': '/second-factor', 'set-up': '/second-factor/set-up' } as const;

export async function signInAction(_former: FormState, form: FormData): Promise<FormState> {
  const email = typed(form, 'email');
  const to = ownPath(form.get('to'));
  const values = { email };
  if (!(await hasOwnOrigin())) return { status: 'invalid', problems: [NOT_SIGNED_IN], values };
  const given = { email, password: typed(form, 'password') };
  const answer = await signIn(getDatabase(), given, await requestCaller(), systemClock());
  if (!answer.ok) {
    after(answer.afterwards);
    const problem = answer.heldFor > 0 ? heldOffViolation(answer.heldFor, WAY_OUT) : NOT_SIGNED_IN;
    return { status: 'invalid', problems: [problem], values };
  }
  await startBrowserSession(answer.session);
  const step = NEXT[answer.session.owes];
  redirect((step ? stepTo(step, to) : to) as never);
}

function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\0', '') : '';
}
