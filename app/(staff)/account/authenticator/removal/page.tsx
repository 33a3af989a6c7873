import type { Metadata } from 'next';
import { Crumbs } from '@/components/page-head.tsx';
import { requireAccess, requireRecentFactor } from '@/lib/access/session.ts';
import { RemovalForm } from './form.tsx';

export const metadata: Metadata = { title: 'Remove the authenticator' };

export default async function RemovalPage() {
  await requireRecentFactor();
  await requireAccess();
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs trail={[{ href: '/account', label: 'Your account' }]} />
        <h1>Remove the authenticator</h1>
        <p className="lead quiet">
          From then on your password alone opens your account, and the recovery codes are worth nothing.
        </p>
      </header>
      <RemovalForm />
    </main>
  );
}
