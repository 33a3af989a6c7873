import type { Metadata } from 'next';
import { AuthPage } from '../auth-page.tsx';
import { ResetForm } from './form.tsx';

export const metadata: Metadata = { title: 'Forgotten password' };

export default function ResetPage() {
  return (
    <AuthPage title="Forgotten password">
      <p className="mb-5">We mail you a link with which you choose a new one.</p>
      <ResetForm />
    </AuthPage>
  );
}
