import type { Metadata } from 'next';
import { Crumbs } from '@/components/page-head.tsx';
import { requireActor } from '@/lib/access/session.ts';
import { PersonForm } from './form.tsx';

export const metadata: Metadata = { title: 'Add person' };

export default async function NewPersonPage() {
  await requireActor('person.manage');
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs trail={[{ href: '/people', label: 'People' }]} />
        <h1>Add a person</h1>
        <p className="lead quiet">
          They get a link by mail, choose their own password with it within 72 hours, and can sign in.
        </p>
      </header>
      <PersonForm />
    </main>
  );
}
