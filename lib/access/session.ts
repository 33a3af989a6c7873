import { cookies } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { getServerSession, type NextAuthOptions } from 'next-auth';
import { encode } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { cache } from 'react';
import { systemClock } from '../calendar/clock.ts';
import { getDatabase } from '../db/app-database.ts';
import { getEnv } from '../env.ts';
import type { UserActor } from './actor.ts';
import { may, type Permission } from './policy.ts';
import { actorOfSession, type OpenedSession, signIn, signOut } from './sign-in.ts';

const SIGN_IN = '/sign-in';
const TWELVE_HOURS = 12 * 60 * 60;
export const TEST_CLOCK_COOKIE = 'recourse-test-now';

function sessionCookie() {
  const secure = getEnv().APP_URL.startsWith('https://');
  return {
    name: secure ? '__Host-recourse-session' : 'recourse-session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  };
}

/** The only place that knows next-auth. The cookie holds a session's id; the row decides whether it still counts. */
export function authOptions(): NextAuthOptions {
  const sessionToken = sessionCookie();
  return {
    secret: getEnv().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: TWELVE_HOURS },
    useSecureCookies: sessionToken.options.secure,
    cookies: { sessionToken },
    pages: { signIn: SIGN_IN, error: SIGN_IN },
    providers: [
      CredentialsProvider({
        id: 'password',
        credentials: { email: {}, password: {} },
        async authorize(given) {
          const opened = await signIn(getDatabase(), given?.email ?? '', given?.password ?? '');
          return opened ? { id: opened.userId, sessionId: opened.sessionId } : null;
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        return user ? { sub: user.id, sessionId: (user as { sessionId?: string }).sessionId } : token;
      },
      session({ session, token }) {
        return { expires: session.expires, sessionId: token['sessionId'] };
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token['sessionId'] === 'string') await signOut(getDatabase(), token['sessionId']);
      },
    },
  };
}

/** Gives the browser a session that `signIn` opened; a form without JavaScript signs in the same way as one with it. */
export async function startBrowserSession({ userId, sessionId }: OpenedSession): Promise<void> {
  const { name, options } = sessionCookie();
  const token = await encode({
    token: { sub: userId, sessionId },
    secret: getEnv().AUTH_SECRET,
    maxAge: TWELVE_HOURS,
  });
  (await cookies()).set(name, token, options);
}

/** Ends the session of this browser, in the database first: a copied cookie is worth nothing afterwards. */
export async function endBrowserSession(): Promise<void> {
  const session = await currentSession();
  if (session?.sessionId) await signOut(getDatabase(), session.sessionId);
  (await cookies()).delete(sessionCookie().name);
}

const currentSession = () => getServerSession(authOptions()) as Promise<{ sessionId?: string } | null>;

/** Who is signed in, read once a request; null when nobody is. */
export const currentActor = cache(async (): Promise<UserActor | null> => {
  const session = await currentSession();
  return session?.sessionId ? actorOfSession(getDatabase(), session.sessionId) : null;
});

/** For pages: a signed-in person who may do this, or the sign-in page, or the page that says no. */
export async function requireActor(permission: Permission): Promise<UserActor> {
  const actor = await currentActor();
  if (!actor) redirect(SIGN_IN);
  if (!may(actor, permission)) forbidden();
  return actor;
}

/** The moment this request works at. Only an instance started for tests lets a cookie say otherwise. */
export const requestTime = cache(async (): Promise<Date> => {
  if (getEnv().TEST_CLOCK === 'on') {
    const told = (await cookies()).get(TEST_CLOCK_COOKIE)?.value;
    if (told) return new Date(told);
  }
  return systemClock();
});
