import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { StepPage } from '../step-page.tsx';

export const metadata: Metadata = { title: 'Password set' };

export default function PasswordSetPage() {
  return (
    <StepPage
      title="Your password is set"
      lead="Sign in with it now. Where your office asks for a second factor, you set up an authenticator right after: have your phone at hand."
    >
      <p>
        <LinkButton primary tall href="/sign-in">
          Sign in
        </LinkButton>
      </p>
    </StepPage>
  );
}
