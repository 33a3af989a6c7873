import type { Metadata } from 'next';
import { ownPath } from '@/lib/access/own-path.ts';
import { requireState } from '@/lib/access/session.ts';
import { offeredAuthenticator } from '../../authenticator/offered.ts';
import { SetUpForm } from '../../authenticator/set-up-form.tsx';
import { StepPage } from '../../step-page.tsx';
import { OtherAccount } from '../other-account.tsx';
import { setUpFirstAction } from './action.ts';

export const metadata: Metadata = { title: 'Set up your authenticator' };

export default async function FirstSetUpPage({ searchParams }: PageProps<'/second-factor/set-up'>) {
  const to = ownPath((await searchParams)['to']);
  const access = await requireState(['set-up-owed', 'open'], to);
  const isOwed = access.state === 'set-up-owed';
  return (
    <StepPage
      title="Set up your authenticator"
      lead={
        isOwed
          ? 'What you can open here is guarded by more than a password. You need an authenticator app on your phone, such as Aegis, Google Authenticator, 1Password or Microsoft Authenticator.'
          : undefined
      }
      foot={isOwed ? <OtherAccount /> : null}
    >
      <SetUpForm
        action={setUpFirstAction}
        offered={isOwed ? await offeredAuthenticator(access) : null}
        to={to}
        hasFactor={access.facts.hasFactor}
      />
    </StepPage>
  );
}
