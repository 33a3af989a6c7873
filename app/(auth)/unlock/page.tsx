import type { Metadata } from 'next';
import { ownPath } from '@/lib/access/own-path.ts';
import { requireState } from '@/lib/access/session.ts';
import { waysToUnlock } from '@/lib/access/ways-to-show.ts';
import { OtherAccount } from '../second-factor/other-account.tsx';
import { StepPage } from '../step-page.tsx';
import { UnlockForm } from './form.tsx';

export const metadata: Metadata = { title: 'Locked' };

export default async function UnlockPage({ searchParams }: PageProps<'/unlock'>) {
  const to = ownPath((await searchParams)['to']);
  const access = await requireState(['locked'], to);
  const ask = waysToUnlock(access);
  return (
    <StepPage
      title="Locked"
      lead={`Nobody was here for ${access.facts.idleLockMinutes} minutes, or you locked the screen. ${access.actor.name}, show that it is you to go on where you were.`}
      foot={<OtherAccount />}
    >
      {ask ? <UnlockForm ask={ask} to={to} /> : null}
    </StepPage>
  );
}
