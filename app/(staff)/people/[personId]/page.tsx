import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { LinkButton } from '@/components/button.tsx';
import { Facts } from '@/components/facts.tsx';
import { Alarm, Notice } from '@/components/notice.tsx';
import { Crumbs } from '@/components/page-head.tsx';
import { isHeldOff, listSessions } from '@/lib/access/queries.ts';
import { pacificToday, systemClock } from '@/lib/calendar/clock.ts';
import { formatLongDate } from '@/lib/calendar/format-date.ts';
import { listCovers } from '@/lib/covers/queries.ts';
import { coverSentences } from '@/lib/covers/rules.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { ROLE_LABELS } from '@/lib/labels.ts';
import { accessStateOf } from '@/lib/people/access-state.ts';
import { accessSentence } from '../access-words.ts';
import { CallBackForm, ResendForm } from './invitation/forms.tsx';
import { loadPerson } from './load-person.ts';
import { ReleaseForm } from './release/form.tsx';
import { PersonSessions } from './sessions/list.tsx';

export const metadata: Metadata = { title: 'Person' };

const DONE: Readonly<Record<string, string>> = {
  invited: 'The invitation is on its way.',
  role: 'The role was changed; they were signed out everywhere.',
  sessions: 'They were signed out everywhere.',
  released: 'They can try to sign in again at once.',
  factor: 'The second factor was removed, and they were told by mail.',
};
const NOT_MAILED: Readonly<Record<string, string>> = {
  'not-mailed':
    'The account is saved, but the invitation could not be mailed. Try again, or have the mail settings checked.',
  'factor-not-mailed':
    'The second factor was removed, but the mail about it could not be sent. Tell them yourself.',
};

export default async function PersonPage({ params, searchParams }: PageProps<'/people/[personId]'>) {
  const { actor, person, now } = await loadPerson(params);
  const today = pacificToday(now);
  const { sessions, isHeld, covers } = await inOffice(getDatabase(), actor, today, async (tx) => ({
    covers: await listCovers(tx, today),
    sessions: await listSessions(tx, person.id, systemClock()),
    isHeld: await isHeldOff(tx, { userId: person.id, email: person.email }, systemClock()),
  }));
  const { done } = await searchParams;
  const state = accessStateOf(person, now);
  const { openCaseCount, deactivatedAt } = person;
  const isSelf = person.id === actor.userId;
  const mayBeInvited = !deactivatedAt && !person.hasPassword;
  return (
    <main id="main" className="rec wrap">
      <header className="rec-head">
        <Crumbs trail={[{ href: '/people', label: 'People' }]} />
        <h1>{person.name}</h1>
        <p className="lead quiet">{accessSentence(state)}</p>
        <Told
          done={typeof done === 'string' && (done !== 'invited' || state.kind === 'invited') ? done : ''}
        />
      </header>
      <div className="rec-form">
        {deactivatedAt && openCaseCount > 0 ? (
          <Alarm
            title={
              openCaseCount === 1
                ? 'One open case is still theirs.'
                : `${openCaseCount.toLocaleString('en-US')} open cases are still theirs.`
            }
            action={<LinkButton href={`/team?from=${person.id}#move`}>Hand over</LinkButton>}
          />
        ) : null}
        <Facts
          facts={[
            { term: 'Role', value: ROLE_LABELS[person.role] },
            { term: 'E-mail', value: person.email },
            { term: 'Added', value: formatLongDate(pacificToday(person.createdAt)) },
            { term: 'Second factor', value: person.hasSecondFactor ? 'Authenticator set up' : 'None' },
            { term: 'Open cases', value: openCases(person) },
            {
              term: 'Cover',
              value: coverSentences(person.id, covers, today).join(' ') || 'None now or in the days ahead',
            },
          ]}
        />
        {mayBeInvited ? (
          <div className="btns" key={String(person.invitation?.sentAt)}>
            <ResendForm personId={person.id} isFirst={!person.invitation} />
            {state.kind === 'invited' ? <CallBackForm personId={person.id} /> : null}
          </div>
        ) : null}
        {isHeld ? <ReleaseForm personId={person.id} /> : null}
        {isSelf ? (
          <p className="quiet">
            Your own password, second factor and sessions are on <a href="/account">your account page</a>.
          </p>
        ) : (
          <div className="btns">
            {deactivatedAt ? (
              <LinkButton href={`/people/${person.id}/reactivation`}>Reactivate</LinkButton>
            ) : (
              <>
                <LinkButton href={`/people/${person.id}/role`}>Change role</LinkButton>
                {person.hasSecondFactor ? (
                  <LinkButton href={`/people/${person.id}/second-factor`}>Remove second factor</LinkButton>
                ) : null}
                <LinkButton href={`/people/${person.id}/deactivation`}>Deactivate</LinkButton>
              </>
            )}
          </div>
        )}
      </div>
      {isSelf ? null : <PersonSessions personId={person.id} sessions={sessions} />}
    </main>
  );
}

function Told({ done }: { done: string }): ReactNode {
  const failure = NOT_MAILED[done];
  if (failure) return <Alarm title={failure} />;
  const told = DONE[done];
  return told ? <Notice>{told}</Notice> : null;
}

function openCases({ id, openCaseCount }: { id: string; openCaseCount: number }): ReactNode {
  if (openCaseCount === 0) return 'None';
  return (
    <>
      {openCaseCount.toLocaleString('en-US')} · <a href={`/team?from=${id}#move`}>Hand over to colleagues</a>
    </>
  );
}
