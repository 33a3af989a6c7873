import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { requestTime } from '@/lib/access/session.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { holderOfLink } from '@/lib/people/set-password-by-link.ts';
import { ChoosePasswordForm } from '../../choose-password/form.tsx';
import { StepPage } from '../../step-page.tsx';

// The address opens an account, so no request from here names it. Not “no-referrer”: that takes a form’s Origin away too.
export const metadata: Metadata = { title: 'Choose a new password', referrer: 'strict-origin' };

export default async function ResetLinkPage({ params }: PageProps<'/reset/[token]'>) {
  const { token } = await params;
  const holder = await holderOfLink(getDatabase(), 'password-reset', token, await requestTime());
  if (!holder)
    return (
      <StepPage
        title="This link does not work"
        lead="It was used already, its 30 minutes are over, or a newer one took its place."
      >
        <p>
          <LinkButton tall href="/reset">
            Ask for a new link
          </LinkButton>
        </p>
      </StepPage>
    );
  const { email } = holder.person;
  return (
    <StepPage
      title="Choose a new password"
      lead={`For ${email}. Whoever is signed in to this account is signed out; a second factor stays as it is.`}
    >
      <ChoosePasswordForm purpose="password-reset" token={token} email={email} />
    </StepPage>
  );
}
