import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Crumbs } from '@/components/page-head.tsx';
import { requireAccess, requireRecentFactor } from '@/lib/access/session.ts';
import { NewCodesForm } from './form.tsx';

export const metadata: Metadata = { title: 'Recovery codes' };

export default async function RecoveryCodesPage() {
  await requireRecentFactor();
  const { facts } = await requireAccess();
  if (!facts.hasFactor) notFound();
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs trail={[{ href: '/account', label: 'Your account' }]} />
        <h1>Recovery codes</h1>
        <p className="lead quiet">
          Ten new codes take the place of all you have; the old ones then open nothing.
        </p>
      </header>
      <NewCodesForm />
    </main>
  );
}
