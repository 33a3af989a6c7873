import type { Metadata } from 'next';
import { requestTime } from '@/lib/access/session.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { holderOfLink } from '@/lib/people/set-password-by-link.ts';
import { ChoosePasswordForm } from '../../choose-password/form.tsx';
import { StepPage } from '../../step-page.tsx';

// The address opens an account, so no request from here names it. Not “no-referrer”: that takes a form’s Origin away too.
export const metadata: Metadata = { title: 'Choose your password', referrer: 'strict-origin' };

export default async function InvitationPage({ params }: PageProps<'/invitation/[token]'>) {
  const { token } = await params;
  const holder = await holderOfLink(getDatabase(), 'invitation', token, await requestTime());
  if (!holder)
    return (
      <StepPage
        title="This link does not work"
        lead="It was used already, its 72 hours are over, or a newer one took its place."
      >
        <p>
          If you have chosen your password, <a href="/sign-in">sign in</a>. Otherwise ask an administrator of
          your office for a new invitation.
        </p>
      </StepPage>
    );
  const { person, office } = holder;
  return (
    <StepPage
      title="Choose your password"
      lead={`For the account of ${person.name} at ${office.name}. You sign in as ${person.email}.`}
    >
      <ChoosePasswordForm purpose="invitation" token={token} email={person.email} />
    </StepPage>
  );
}
