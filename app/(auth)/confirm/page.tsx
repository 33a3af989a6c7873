import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ownPath } from '@/lib/access/own-path.ts';
import { requireState } from '@/lib/access/session.ts';
import { isFactorRecent } from '@/lib/access/session-state.ts';
import { waysToShow } from '@/lib/access/ways-to-show.ts';
import { systemClock } from '@/lib/calendar/clock.ts';
import { OtherAccount } from '../second-factor/other-account.tsx';
import { StepPage } from '../step-page.tsx';
import { ConfirmForm } from './form.tsx';

export const metadata: Metadata = { title: 'Show that it is you' };

export default async function ConfirmPage({ searchParams }: PageProps<'/confirm'>) {
  const to = ownPath((await searchParams)['to']);
  const access = await requireState(['open'], to);
  if (isFactorRecent(access.facts, systemClock())) redirect(to as never);
  const [ask] = waysToShow(access);
  return (
    <StepPage
      title="Show that it is you"
      lead="What comes next asks again, so that nobody does it at a desk you have left. It then stays open for ten minutes."
      foot={<OtherAccount />}
    >
      {ask ? <ConfirmForm ask={ask} to={to} /> : <p>Sign out and in again with your provider.</p>}
    </StepPage>
  );
}
