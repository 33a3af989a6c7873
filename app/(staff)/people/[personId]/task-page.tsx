import type { ReactNode } from 'react';
import { Crumbs } from '@/components/page-head.tsx';

/** One thing to be done about one person. */
export function TaskPage({
  person,
  title,
  lead,
  children,
}: {
  person: { readonly id: string; readonly name: string };
  title: string;
  lead: ReactNode;
  children: ReactNode;
}) {
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs
          trail={[
            { href: '/people', label: 'People' },
            { href: `/people/${person.id}`, label: person.name },
          ]}
        />
        <h1>{title}</h1>
        <p className="lead quiet">{lead}</p>
      </header>
      {children}
    </main>
  );
}
