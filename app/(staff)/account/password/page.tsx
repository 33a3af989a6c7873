import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Crumbs } from '@/components/page-head.tsx';
import { requireAccess } from '@/lib/access/session.ts';
import { PasswordForm } from './form.tsx';

export const metadata: Metadata = { title: 'Change the password' };

export default async function PasswordPage() {
  const { email, hasPassword } = await requireAccess();
  if (!hasPassword) notFound();
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs trail={[{ href: '/account', label: 'Your account' }]} />
        <h1>Change the password</h1>
        <p className="lead quiet">Wherever else you are signed in, you will have to sign in again.</p>
      </header>
      <PasswordForm email={email} />
    </main>
  );
}
