'use server';

import { redirect } from 'next/navigation';
import { requireActor } from '@/lib/access/session.ts';
import { hasOwnOrigin } from '@/lib/actions/own-origin.ts';

/** From the list to the message: which cases were chosen goes along by their ids, which say nothing about anybody. */
export async function chooseForMessageAction(form: FormData): Promise<void> {
  if (!(await hasOwnOrigin())) redirect('/cases');
  await requireActor('letter.write');
  const isText = (value: unknown) => typeof value === 'string';
  const cases = form.getAll('caseIds').filter(isText).join(',');
  const from = [form.get('from')].find(isText) ?? '';
  redirect(cases === '' ? '/cases' : `/cases/message?${new URLSearchParams({ cases, from })}`);
}
