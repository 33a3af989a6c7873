import type { ReactNode } from 'react';
import { TopBar } from '@/components/top-bar.tsx';
import { may } from '@/lib/access/policy.ts';
import { requireActor } from '@/lib/access/session.ts';
import { signOutAction } from './sign-out.ts';

export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor('case.read');
  const items = [
    { href: '/', label: 'Today' },
    { href: '/cases', label: 'Cases' },
    ...(may(actor, 'team.review') ? [{ href: '/team', label: 'Team' }] : []),
    { href: '/plans', label: 'Plans' },
    ...(may(actor, 'person.manage') ? [{ href: '/people', label: 'People' }] : []),
  ];
  const initials = actor.name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('');
  return (
    <>
      <TopBar
        brand={{ name: 'Recourse', href: '/' }}
        items={items}
        search={{ action: '/cases', label: 'Find a client or case', name: 'q' }}
        {...(may(actor, 'case.open') && { create: { href: '/cases/new', label: 'New case' } })}
        account={{
          initials,
          name: actor.name,
          detail: actor.role,
          children: (
            <form action={signOutAction}>
              <button className="btn" type="submit">
                Sign out
              </button>
            </form>
          ),
        }}
      />
      {children}
    </>
  );
}
