import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { FormTicket } from '@/components/form/form-ticket.tsx';
import { ThemeSwitch } from '@/components/theme-switch.tsx';
import { may } from '@/lib/access/policy.ts';
import { requireAccess } from '@/lib/access/session.ts';
import { isSetUpPutOff, secondsLeft } from '@/lib/access/session-state.ts';
import { waysToUnlock } from '@/lib/access/ways-to-show.ts';
import { newFormTicket } from '@/lib/actions/form-ticket.ts';
import { systemClock } from '@/lib/calendar/clock.ts';
import { getEnv } from '@/lib/env.ts';
import { ROLE_LABELS } from '@/lib/labels.ts';
import { showsMailbox } from '@/lib/mail/local-mailbox.ts';
import { ProofLinks } from './cases/[caseId]/proof/proof-links.tsx';
import { searchCasesAction } from './cases/search.ts';
import { SessionWatch } from './lock/session-watch.tsx';
import { signOutAction } from './sign-out.ts';
import { StaffBar } from './staff-bar.tsx';

export default async function StaffLayout({ children, panel }: { children: ReactNode; panel: ReactNode }) {
  const access = await requireAccess();
  const { actor } = access;
  const worksCases = may(actor, 'case.read');
  const theme = (await cookies()).get('theme')?.value;
  const items = [
    ...(worksCases
      ? [
          { href: '/', label: 'Today' },
          { href: '/cases', label: 'Cases' },
        ]
      : []),
    ...(may(actor, 'team.review') ? [{ href: '/team', label: 'Team' }] : []),
    ...(may(actor, 'reminders.oversee') ? [{ href: '/reminders', label: 'Reminders' }] : []),
    ...(worksCases ? [{ href: '/plans', label: 'Plans' }] : []),
    ...(may(actor, 'review.read') ? [{ href: '/review', label: 'Review' }] : []),
    ...(may(actor, 'rule.change') ? [{ href: '/rules', label: 'Rules' }] : []),
    ...(may(actor, 'person.manage') ? [{ href: '/people', label: 'People' }] : []),
    ...(may(actor, 'audit.read') ? [{ href: '/audit', label: 'Audit' }] : []),
    ...(may(actor, 'office.change') ? [{ href: '/settings', label: 'Settings' }] : []),
  ];
  const hasMailbox = may(actor, 'mailbox.read') && showsMailbox(getEnv());
  const initials = actor.name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('');
  return (
    <>
      <StaffBar
        brand={{ name: 'Recourse', href: '/' }}
        items={items}
        {...(worksCases && {
          search: { action: searchCasesAction, href: '/cases', label: 'Find a client or case', name: 'q' },
        })}
        {...(may(actor, 'case.open') && { create: { href: '/cases/new', label: 'New case' } })}
        account={{
          initials,
          name: actor.name,
          detail: ROLE_LABELS[actor.role],
          children: (
            <>
              <a href="/account">Your account</a>
              {isSetUpPutOff(access.facts) ? (
                <a href="/account/authenticator">Add an authenticator: put off in this trial</a>
              ) : null}
              <ThemeSwitch saved={theme} />
              {may(actor, 'case.erase') ? <a href="/retention">Keeping and erasure</a> : null}
              {hasMailbox ? <a href="/mailbox">Mailbox on this machine</a> : null}
              <SessionWatch
                personId={actor.userId}
                email={access.email}
                unlockWith={waysToUnlock(access)}
                locksInSeconds={secondsLeft(access.facts, systemClock())}
              />
              <form action={signOutAction}>
                <button type="submit">Sign out</button>
              </form>
            </>
          ),
        }}
      />
      <FormTicket ticket={newFormTicket(actor)}>
        {children}
        {panel}
      </FormTicket>
      <ProofLinks />
    </>
  );
}
