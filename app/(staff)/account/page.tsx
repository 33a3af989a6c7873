import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LinkButton } from '@/components/button.tsx';
import { Facts } from '@/components/facts.tsx';
import { Mark } from '@/components/mark.tsx';
import { Notice } from '@/components/notice.tsx';
import { PageHead } from '@/components/page-head.tsx';
import { may } from '@/lib/access/policy.ts';
import { type Account, listSessions, readAccount } from '@/lib/access/queries.ts';
import { requireAccess } from '@/lib/access/session.ts';
import { mustHaveFactor } from '@/lib/access/session-state.ts';
import { readOwnDigest } from '@/lib/bulletins/queries.ts';
import { pacificToday, systemClock } from '@/lib/calendar/clock.ts';
import { formatLongDate } from '@/lib/calendar/format-date.ts';
import { mayHaveFeed } from '@/lib/calendar-feeds/rules.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { ROLE_LABELS } from '@/lib/labels.ts';
import { Part } from './part.tsx';
import { OwnSessions } from './sessions/list.tsx';

export const metadata: Metadata = { title: 'Your account' };

const DONE: Readonly<Record<string, string>> = {
  digest: 'The morning digest was changed.',
  password: 'The password was changed. Wherever else you were signed in, you no longer are.',
  removed: 'The authenticator and its recovery codes were removed.',
  sessions: 'Ended. Whoever was there has to sign in again.',
};
const FEW_CODES = 3;

export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const { actor, sessionId } = await requireAccess();
  const now = systemClock();
  const { account, sessions, digest } = await inOffice(
    getDatabase(),
    actor,
    pacificToday(now),
    async (tx) => ({
      account: await readAccount(tx, actor.userId),
      sessions: await listSessions(tx, actor.userId, now),
      digest: may(actor, 'case.read') ? await readOwnDigest(tx, actor.userId) : null,
    }),
  );
  if (!account) notFound();
  const told = DONE[String((await searchParams)['done'])];
  return (
    <main id="main" className="directory">
      <PageHead title="Your account" lead="How you come in, and where you are signed in." />
      <div className="wrap own">
        {told ? <Notice>{told}</Notice> : null}
        <Part title="You">
          <Facts
            facts={[
              { term: 'Name', value: actor.name },
              { term: 'E-mail', value: account.email },
              { term: 'Role', value: ROLE_LABELS[actor.role] },
            ]}
          />
          <p className="quiet">An administrator of your office changes these.</p>
        </Part>
        <Part title="Password">
          {account.hasPassword ? (
            <LinkButton href="/account/password">Change the password</LinkButton>
          ) : (
            <p>You have none here: you come in through your office’s identity provider.</p>
          )}
        </Part>
        <Part title="Authenticator">
          <Authenticator account={account} isRequired={mustHaveFactor(actor.role, account.secondFactorFor)} />
        </Part>
        {account.factorConfirmedAt ? (
          <Part title="Recovery codes">
            <RecoveryCodesLeft account={account} />
          </Part>
        ) : null}
        {digest ? (
          <Part title="Morning digest">
            <p>
              {digest.comes
                ? `At ${digest.hour}, with what is overdue, due today and this week.`
                : 'Stopped. Messages for one deadline alone come all the same.'}
            </p>
            <div className="btns">
              <LinkButton href="/account/digest">Change the digest</LinkButton>
              <LinkButton href="/reminders/policy">Who hears what, and when</LinkButton>
            </div>
          </Part>
        ) : null}
        {mayHaveFeed(actor) ? (
          <Part title="Calendar">
            <p>Your deadlines in Google Calendar, Apple Calendar, Outlook or another program.</p>
            <LinkButton href="/account/calendar">Your calendar</LinkButton>
          </Part>
        ) : null}
        <Part title="Where you are signed in">
          <OwnSessions sessions={sessions} presentId={sessionId} />
        </Part>
      </div>
    </main>
  );
}

function Authenticator({ account, isRequired }: { account: Account; isRequired: boolean }) {
  if (!account.factorConfirmedAt)
    return (
      <>
        <p>
          None. With one, your password alone opens nothing
          {isRequired ? '; your role asks for it, and it was put off only because this is a trial' : ''}.
        </p>
        <LinkButton href="/account/authenticator">Add an authenticator</LinkButton>
      </>
    );
  return (
    <>
      <p>
        <Mark kind="met">Set up on {formatLongDate(pacificToday(account.factorConfirmedAt))}</Mark>
      </p>
      <div className="btns">
        <LinkButton href="/account/authenticator">Replace it</LinkButton>
        {isRequired ? null : <LinkButton href="/account/authenticator/removal">Remove it</LinkButton>}
      </div>
      {isRequired ? <p className="quiet">Your role asks for one, so it cannot be removed.</p> : null}
    </>
  );
}

function RecoveryCodesLeft({ account }: { account: Account }) {
  const { recoveryCodesLeft, recoveryCodesMadeAt, recoveryCodeUsedAt } = account;
  const left = recoveryCodesLeft === 1 ? 'One code is left' : `${recoveryCodesLeft || 'No'} codes are left`;
  return (
    <>
      <p>
        {recoveryCodesLeft <= FEW_CODES ? <Mark kind="risk">{left}</Mark> : left}
        {recoveryCodesMadeAt ? `, made on ${formatLongDate(pacificToday(recoveryCodesMadeAt))}` : ''}.
        {recoveryCodeUsedAt
          ? ` The last was used on ${formatLongDate(pacificToday(recoveryCodeUsedAt))}. If that was not you, change your password now.`
          : ''}
      </p>
      <LinkButton href="/account/recovery-codes">Make new codes</LinkButton>
    </>
  );
}
