'use server';

import { redirect } from 'next/navigation';
import { endBrowserSession } from '@/lib/access/session.ts';
import { hasOwnOrigin } from '@/lib/actions/own-origin.ts';

export async function signOutAction(): Promise<void> {
  if (await hasOwnOrigin()) await endBrowserSession();
  redirect('/sign-in');
}
