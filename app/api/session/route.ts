import { after } from 'next/server';
import type { ProofAnswer } from '@/lib/access/check-proof.ts';
import { finishSignIn } from '@/lib/access/finish-sign-in.ts';
import { heldOffViolation } from '@/lib/access/held-off.ts';
import { lockSession } from '@/lib/access/lock-session.ts';
import type { Access } from '@/lib/access/queries.ts';
import { currentAccess, peekAccess, requestCaller, startBrowserSession } from '@/lib/access/session.ts';
import { type SessionState, secondsLeft } from '@/lib/access/session-state.ts';
import { signIn } from '@/lib/access/sign-in.ts';
import { unlockSession } from '@/lib/access/unlock-session.ts';
import { waysToUnlock } from '@/lib/access/ways-to-show.ts';
import { hasOwnOrigin } from '@/lib/actions/own-origin.ts';
import { systemClock } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';

/** What the page that watches over the session is told: nothing of who it is beyond an id it knows already. */
export type SessionReport = {
  readonly state: SessionState;
  readonly personId: string | null;
  readonly locksInSeconds: number;
  readonly problem?: { readonly message: string; readonly remedy?: string };
};

const WRONG = { field: null, message: 'That is not right.', remedy: 'Type it again.' };
const REFUSED = new Response(null, { status: 403 });
const MOST_BYTES = 8_192;

/** How the session stands. Asking is no sign of life. */
export async function GET(): Promise<Response> {
  return Response.json(reportOf(await peekAccess()));
}

/**
 * Keeps the session alive, locks it, or opens it again for its person, from inside a page that has to stay as it is: a
 * server action would draw the page anew, and what is typed on it would go.
 */
export async function POST(request: Request): Promise<Response> {
  if (!(await hasOwnOrigin())) return REFUSED.clone();
  if (Number(request.headers.get('content-length') ?? MOST_BYTES + 1) > MOST_BYTES)
    return new Response(null, { status: 413 });
  const form = await request.formData().catch(() => null);
  const text = (name: string) => {
    const value = form?.get(name);
    return typeof value === 'string' ? value.replaceAll('\0', '') : '';
  };
  switch (text('do')) {
    case 'touch':
      return Response.json(reportOf(await currentAccess()));
    case 'lock':
      return lock();
    case 'unlock':
      return unlock(text('passwordOrCode'));
    case 'sign-in':
      return signInHere(text('email'), text('passwordOrCode'));
    case 'code':
      return takeCode(text('passwordOrCode'));
    default:
      return new Response(null, { status: 400 });
  }
}

async function lock(): Promise<Response> {
  const access = await peekAccess();
  if (access?.state === 'open') await lockSession(getDatabase(), access, systemClock());
  return Response.json(
    reportOf(access && { ...access, state: access.state === 'open' ? 'locked' : access.state }),
  );
}

async function unlock(proof: string): Promise<Response> {
  const access = await peekAccess();
  if (access?.state !== 'locked') return Response.json(reportOf(access));
  const kind = waysToUnlock(access) ?? 'password';
  const answer = await unlockSession(await showing(access), { kind, text: proof });
  if (answer.ok) await startBrowserSession(answer.value, true);
  return answerTo(answer, access);
}

async function signInHere(email: string, password: string): Promise<Response> {
  const answer = await signIn(getDatabase(), { email, password }, await requestCaller(), systemClock());
  if (!answer.ok) {
    after(answer.afterwards);
    return Response.json({ ...reportOf(null), problem: problemOf(answer.heldFor) });
  }
  const { session } = answer;
  await startBrowserSession(session);
  const state = ({ nothing: 'open', 'second factor': 'factor-owed', 'set-up': 'set-up-owed' } as const)[
    session.owes
  ];
  return Response.json({ state, personId: session.userId, locksInSeconds: 60 } satisfies SessionReport);
}

async function takeCode(code: string): Promise<Response> {
  const access = await peekAccess();
  if (access?.state !== 'factor-owed') return Response.json(reportOf(access));
  const answer = await finishSignIn(await showing(access), { kind: 'code', text: code });
  if (answer.ok) await startBrowserSession(answer.value, true);
  return answerTo(answer, access);
}

const showing = async (access: Access) => ({
  db: getDatabase(),
  access,
  caller: await requestCaller(),
  now: systemClock(),
});

function answerTo(answer: ProofAnswer<unknown>, access: Access): Response {
  if (!answer.ok) return Response.json({ ...reportOf(access), problem: problemOf(answer.heldFor) });
  const { idleLockMinutes } = access.facts;
  return Response.json({
    state: 'open',
    personId: access.actor.userId,
    locksInSeconds: idleLockMinutes * 60,
  } satisfies SessionReport);
}

const problemOf = (heldFor: number) =>
  heldFor > 0 ? heldOffViolation(heldFor, 'You can also sign out and in again.') : WRONG;

function reportOf(access: Access | null): SessionReport {
  if (!access) return { state: 'ended', personId: null, locksInSeconds: 0 };
  return {
    state: access.state,
    personId: access.actor.userId,
    locksInSeconds: access.state === 'open' ? secondsLeft(access.facts, systemClock()) : 0,
  };
}
