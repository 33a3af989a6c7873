import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { ErrorWordsProvider } from '@/components/error-state.tsx';
import { FormTicket } from '@/components/form/form-ticket.tsx';
import { ThemeSwitch } from '@/components/theme-switch.tsx';
import { TopBar } from '@/components/top-bar.tsx';
import { may } from '@/lib/access/policy.ts';
import { requireAccess } from '@/lib/access/session.ts';
import { isSetUpPutOff, secondsLeft } from '@/lib/access/session-state.ts';
import { waysToUnlock } from '@/lib/access/ways-to-show.ts';
import { newFormTicket } from '@/lib/actions/form-ticket.ts';
import { systemClock } from '@/lib/calendar/clock.ts';
import { getEnv } from '@/lib/env.ts';
import { ROLE_LABELS } from '@/lib/labels.ts';
import { showsMailbox } from '@/lib/mail/local-mailbox.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { ProofLinks } from './cases/[caseId]/proof/proof-links.tsx';
import { searchCasesAction } from './cases/search.ts';
import { commandsFor, placesFor } from './keyboard/commands.ts';
import { Keyboard } from './keyboard/keyboard.tsx';
import { SessionWatch } from './lock/session-watch.tsx';
import { signOutAction } from './sign-out.ts';

export default async function StaffLayout({ children, panel }: { children: ReactNode; panel: ReactNode }) {
  const access = await requireAccess();
  const { actor } = access;
  const worksCases = may(actor, 'case.read');
  const jar = await cookies();
  const theme = jar.get('theme')?.value;
  const path = (await headers()).get('x-page-path')?.split('?')[0] ?? '';
  const words = wordsIn(actor.language);
  const hasMailbox = may(actor, 'mailbox.read') && showsMailbox(getEnv());
  const initials = actor.name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('');
  return (
    <>
      <TopBar
        brand={{ name: 'Recourse', href: '/' }}
        label={{ main: words.chrome.main, more: words.chrome.morePlaces }}
        items={placesFor(actor).map(({ href, label }) => ({ href, label, current: isWithin(href, path) }))}
        {...(worksCases && {
          search: {
            action: searchCasesAction,
            href: '/cases',
            label: words.chrome.find,
            name: 'q',
            hint: '/',
          },
        })}
        {...(may(actor, 'case.open') && { create: { href: '/cases/new', label: words.chrome.newCase } })}
        account={{
          label: words.chrome.account(initials, actor.name),
          initials,
          name: actor.name,
          detail: ROLE_LABELS[actor.role],
          children: (
            <>
              <a href="/account">{words.chrome.yourAccount}</a>
              <a href="/help">{words.help.title}</a>
              {isSetUpPutOff(access.facts) ? (
                <a href="/account/authenticator">{words.chrome.addAuthenticator}</a>
              ) : null}
              <button type="button" className="scripted" data-command="palette">
                {words.keyboard.commands.palette}
              </button>
              <button type="button" className="scripted" data-command="sheet">
                {words.keyboard.commands.sheet}
              </button>
              <ThemeSwitch saved={theme} />
              {may(actor, 'case.erase') ? <a href="/retention">{words.chrome.retention}</a> : null}
              {hasMailbox ? <a href="/mailbox">{words.chrome.mailbox}</a> : null}
              <SessionWatch
                personId={actor.userId}
                email={access.email}
                unlockWith={waysToUnlock(access)}
                locksInSeconds={secondsLeft(access.facts, systemClock())}
              />
              <form action={signOutAction}>
                <button type="submit" data-command="sign-out">
                  {words.chrome.signOut}
                </button>
              </form>
            </>
          ),
        }}
      />
      <FormTicket ticket={newFormTicket(actor)}>
        <ErrorWordsProvider words={words.states.error}>{children}</ErrorWordsProvider>
        {panel}
      </FormTicket>
      <ProofLinks />
      <Keyboard
        commands={commandsFor(actor, hasMailbox)}
        words={words.keyboard}
        isOn={jar.get('keys')?.value !== 'off'}
      />
    </>
  );
}

const isWithin = (place: string, path: string): boolean =>
  place === '/' ? path === place : path === place || path.startsWith(`${place}/`);
