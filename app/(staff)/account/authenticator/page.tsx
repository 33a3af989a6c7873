import type { Metadata } from 'next';
import { offeredAuthenticator } from '@/app/(auth)/authenticator/offered.ts';
import { SetUpForm } from '@/app/(auth)/authenticator/set-up-form.tsx';
import { Crumbs } from '@/components/page-head.tsx';
import { requireAccess, requireRecentFactor } from '@/lib/access/session.ts';
import { setUpAuthenticatorAction } from './action.ts';

export const metadata: Metadata = { title: 'Authenticator' };

export default async function AuthenticatorPage() {
  await requireRecentFactor();
  const access = await requireAccess();
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs trail={[{ href: '/account', label: 'Your account' }]} />
        <h1>Your authenticator</h1>
      </header>
      <SetUpForm
        action={setUpAuthenticatorAction}
        offered={await offeredAuthenticator(access)}
        lead={
          access.facts.hasFactor
            ? 'This one takes the place of the present one, which counts until the new one has shown a code. Its recovery codes go with it.'
            : 'Scan the picture with an authenticator app on your phone, such as Aegis, Google Authenticator, 1Password or Microsoft Authenticator.'
        }
        to="/account"
        hasFactor={access.facts.hasFactor}
      />
    </main>
  );
}
