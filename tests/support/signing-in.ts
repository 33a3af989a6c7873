import type { Showing } from '../../lib/access/check-proof.ts';
import { type Caller, type OpenedSession } from '../../lib/access/open-session.ts';
import type { Access } from '../../lib/access/queries.ts';
import { signIn } from '../../lib/access/sign-in.ts';
import { visitSession } from '../../lib/access/visit-session.ts';
import { systemClock } from '../../lib/calendar/clock.ts';
import type { Role } from '../../lib/db/vocabulary.ts';
import { TEST_PASS_PHRASE, type TestOffice } from './office.ts';

export const DESK: Caller = { address: '192.0.2.10', device: 'Firefox on Windows' };
export const ELSEWHERE: Caller = { address: '198.51.100.7', device: 'Another program' };

export const tryToSignIn = (office: TestOffice, email: string, password: string, caller: Caller = DESK) =>
  signIn(office.app.db, { email, password }, caller, systemClock());

/** The session that a right password opens, whatever it still owes. */
export async function passwordShown(
  office: TestOffice,
  role: Role,
  caller: Caller = DESK,
): Promise<OpenedSession> {
  const answer = await tryToSignIn(office, office.emailOf(role), TEST_PASS_PHRASE, caller);
  if (!answer.ok) throw new Error(`not signed in; held for ${answer.heldFor}`);
  return answer.session;
}

export const visit = (
  office: TestOffice,
  session: OpenedSession,
  now = systemClock(),
): Promise<Access | null> => visitSession(office.app.db, session, now, { isSignOfLife: true });

/** Where somebody shows a proof: their session as it stands. */
export async function showingIn(
  office: TestOffice,
  session: OpenedSession,
  { now = systemClock(), caller = DESK }: { now?: Date; caller?: Caller } = {},
): Promise<Showing> {
  const access = await visitSession(office.app.db, session, now, { isSignOfLife: false });
  if (!access) throw new Error('the session has ended');
  return { db: office.app.db, access, caller, now };
}

/** The names of the events on record about one person, oldest first. */
export async function eventsAbout(office: TestOffice, role: Role): Promise<string[]> {
  const { rows } = await office.owner.pool.query<{ event: string }>(
    'select event from audit_events where subject_id = $1 and event not like $2 order by id',
    [office.person(role).userId, 'person.%'],
  );
  return rows.map(({ event }) => event);
}
