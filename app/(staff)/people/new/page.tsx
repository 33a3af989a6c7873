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
        <p className="lead quiet">They can sign in as soon as this is saved.</p>
      </header>
      <PersonForm />
    </main>
  );
}
