import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { AuthPage } from '../auth-page.tsx';

export const metadata: Metadata = { title: 'Password set' };

export default function PasswordSetPage() {
  return (
    <AuthPage title="Your password is set">
      <p className="mb-5">
        Sign in with it now. Where your office asks for a second factor, you set up an authenticator right
        after: have your phone at hand.
      </p>
      <LinkButton primary tall href="/sign-in">
        Sign in
      </LinkButton>
    </AuthPage>
  );
}
