'use server';

import { redirect } from 'next/navigation';
import { startBrowserSession } from '@/lib/access/session.ts';
import { signIn } from '@/lib/access/sign-in.ts';
import { hasOwnOrigin } from '@/lib/actions/own-origin.ts';
import type { FormState } from '@/lib/actions/result.ts';
import { getDatabase } from '@/lib/db/app-database.ts';

/** One sentence for a wrong password and an unknown account alike: neither is told apart from outside. */
const NOT_SIGNED_IN = {
  field: null,
  message: 'That e-mail and password do not belong together.',
  remedy: 'Check both and try again, or ask an administrator of your office.',
};

export async function signInAction(_former: FormState, form: FormData): Promise<FormState> {
  const email = typed(form, 'email');
  const opened = (await hasOwnOrigin()) ? await signIn(getDatabase(), email, typed(form, 'password')) : null;
  if (!opened) return { status: 'invalid', problems: [NOT_SIGNED_IN], values: { email } };
  await startBrowserSession(opened);
  redirect('/');
}

function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\0', '') : '';
}
