import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { AuthPage } from '../../auth-page.tsx';

export const metadata: Metadata = { title: 'Look into your mail' };

export default function ResetAskedPage() {
  return (
    <AuthPage title="Look into your mail">
      <p>
        If an account belongs to that address, a message is on its way to it. Its link works for 30 minutes.
      </p>
      <p className="mt-4 mb-5">
        Nothing after a few minutes? Look among the unwanted mail, check the address, and ask again later:
        only a few links are sent in a row.
      </p>
      <LinkButton tall href="/sign-in">
        Back to sign-in
      </LinkButton>
    </AuthPage>
  );
}
