import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { requestTime } from '@/lib/access/session.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { holderOfLink } from '@/lib/people/set-password-by-link.ts';
import { AuthPage } from '../../auth-page.tsx';
import { ChoosePasswordForm } from '../../choose-password/form.tsx';

// The address opens an account: no page that is left from here learns it.
export const metadata: Metadata = { title: 'Choose a new password', referrer: 'no-referrer' };

export default async function ResetLinkPage({ params }: PageProps<'/reset/[token]'>) {
  const { token } = await params;
  const holder = await holderOfLink(getDatabase(), 'password-reset', token, await requestTime());
  if (!holder)
    return (
      <AuthPage title="This link does not work">
        <p className="mb-5">It was used already, its 30 minutes are over, or a newer one took its place.</p>
        <LinkButton tall href="/reset">
          Ask for a new link
        </LinkButton>
      </AuthPage>
    );
  return (
    <AuthPage title="Choose a new password">
      <p className="mb-5">
        For {holder.person.email}. Everything signed in to this account is signed out; a second factor stays
        as it is.
      </p>
      <ChoosePasswordForm purpose="password-reset" token={token} email={holder.person.email} />
    </AuthPage>
  );
}
