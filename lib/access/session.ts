import { createHash, randomBytes } from 'node:crypto';
import { cookies, headers } from 'next/headers';
import { forbidden, redirect } from 'next/navigation';
import { after, NextRequest } from 'next/server';
import NextAuth, { type CookieOption, getServerSession, type NextAuthOptions } from 'next-auth';
import { encode } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { cache } from 'react';
import { z } from 'zod';
import { systemClock } from '../calendar/clock.ts';
import { getDatabase } from '../db/app-database.ts';
import type { StaffLanguage } from '../db/vocabulary.ts';
import { getEnv } from '../env.ts';
import { createLogger } from '../log.ts';
import type { UserActor } from './actor.ts';
import { noteRefusal } from './note-refusal.ts';
import { type Caller, callerOf, type OpenedSession } from './open-session.ts';
import { ownPath, stepTo } from './own-path.ts';
import { may, type Permission } from './policy.ts';
import { readProviderClaims, SHOWN_WITHIN_SECONDS } from './provider-claims.ts';
import type { Access } from './queries.ts';
import { isFactorRecent, type SessionState } from './session-state.ts';
import { signIn } from './sign-in.ts';
import { signInByProvider } from './sign-in-by-provider.ts';
import { type SessionKey, signOut, visitSession } from './visit-session.ts';

const SIGN_IN = '/sign-in';
const PROVIDER_ID = 'provider';
const TWELVE_HOURS = 12 * 60 * 60;
const TEST_CLOCK_COOKIE = 'recourse-test-now';
/** Set by the proxy: a page does not know its own address. */
const PATH_HEADER = 'x-page-path';

/** Where a person in each state is led before anything else opens. */
const STEPS: Readonly<Record<Exclude<SessionState, 'open'>, string>> = {
  ended: SIGN_IN,
  'factor-owed': '/second-factor',
  'set-up-owed': '/second-factor/set-up',
  locked: '/unlock',
};

function ownCookie(name: string): CookieOption & { options: { secure: boolean } } {
  const secure = getEnv().APP_URL.startsWith('https://');
  return {
    name: `${secure ? '__Host-' : ''}recourse-${name}`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const,
  };
}

const sessionCookie = () => ownCookie('session');

/** The only place that knows next-auth. The cookie holds a session's id; the row decides whether it still counts. */
export function authOptions(): NextAuthOptions {
  const sessionToken = sessionCookie();
  return {
    secret: getEnv().AUTH_SECRET,
    session: { strategy: 'jwt', maxAge: TWELVE_HOURS },
    useSecureCookies: sessionToken.options.secure,
    cookies: {
      sessionToken,
      csrfToken: ownCookie('csrf'),
      callbackUrl: ownCookie('callback'),
      state: ownCookie('state'),
      pkceCodeVerifier: ownCookie('pkce'),
      nonce: ownCookie('nonce'),
    },
    pages: { signIn: SIGN_IN, error: SIGN_IN },
    providers: [
      CredentialsProvider({
        id: 'password',
        credentials: { email: {}, password: {} },
        authorize: (given, request) =>
          orBrokenOff(async () => {
            const { email, password } = credentials.parse(given);
            const caller = callerOf(
              new Headers(request.headers as Record<string, string>),
              getEnv().TRUSTED_PROXIES,
            );
            const opened = await signIn(getDatabase(), { email, password }, caller, systemClock());
            if (!opened.ok) {
              after(opened.afterwards);
              return null;
            }
            const { userId, sessionId, officeId } = opened.session;
            return { id: userId, sessionId, officeId };
          }),
      }),
      ...singleSignOn(),
    ],
    // What went wrong is logged by its code: the rest may hold what the provider told of a person.
    logger: {
      error(code) {
        // A cookie that nobody here signed is the browser's business: it opens nothing.
        if (code !== 'JWT_SESSION_ERROR') log().error({ code }, 'a sign-in broke off');
      },
      warn: () => undefined,
      debug: () => undefined,
    },
    callbacks: {
      /** The claims come from an ID token whose signature, state, nonce and PKCE were checked. */
      async signIn({ user, account, profile }) {
        const isAllowed = await orBrokenOff(async () => {
          if (account?.provider === PROVIDER_ID) {
            const opened = await vouchedFor(profile);
            if (!opened) return `${SIGN_IN}?refused=provider`;
            const { userId: id, sessionId, officeId } = opened;
            Object.assign(user, { id, sessionId, officeId });
          }
          await endFormerSession();
          return true;
        });
        return isAllowed ?? `${SIGN_IN}?error=Callback`;
      },
      jwt({ token, user }) {
        if (!user) return token;
        const { sessionId, officeId } = user as Partial<SessionKey>;
        return { sub: user.id, sessionId, officeId };
      },
      session({ session, token }) {
        return { expires: session.expires, sessionId: token['sessionId'], officeId: token['officeId'] };
      },
    },
    events: {
      async signOut({ token }) {
        const key = keyIn(token);
        if (key) await signOut(getDatabase(), key, systemClock());
      },
    },
  };
}

const log = () => createLogger('web', getEnv().LOG_LEVEL);

/** What a script may post in the place of our form; PostgreSQL stores no NUL, and nobody types one. */
const typed = z.string().transform((text) => text.replaceAll('\0', ''));
const credentials = z.object({ email: typed, password: typed }).catch({ email: '', password: '' });

/** What is thrown goes to the log: next-auth would put its message into an address. */
async function orBrokenOff<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (err) {
    log().error({ err }, 'a sign-in broke off');
    return null;
  }
}

async function vouchedFor(profile: unknown): Promise<OpenedSession | null> {
  const { TRUSTED_PROXIES, OIDC_EMAIL_IS_VERIFIED, OIDC_ISSUER: issuer = '' } = getEnv();
  const now = systemClock();
  const trust = { issuer, emailIsVerified: OIDC_EMAIL_IS_VERIFIED === 'on' };
  const vouched = readProviderClaims(profile, trust, now);
  return vouched && signInByProvider(getDatabase(), vouched, callerOf(await headers(), TRUSTED_PROXIES), now);
}

/** The identity provider of the environment, when there is one. */
function singleSignOn(): NextAuthOptions['providers'] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = getEnv();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      id: PROVIDER_ID,
      name: OIDC_NAME,
      type: 'oauth',
      issuer: OIDC_ISSUER,
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email', max_age: SHOWN_WITHIN_SECONDS } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: ({ sub }: { sub: string }) => ({ id: sub }),
    },
  ];
}

/** What browsers and the provider need of next-auth. The rest, such as a log that anybody may write to, is not here. */
const ANSWERED: ReadonlySet<string> = new Set(['callback', 'csrf', 'error', 'signin', 'signout']);

/** Answers for next-auth at the addresses it is needed at. Options are read per request: they are not the build's. */
export async function answerAuth(
  request: Request,
  context: { readonly params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const [action = ''] = (await context.params).nextauth;
  if (!ANSWERED.has(action)) return new Response(null, { status: 404 });
  return NextAuth(request as never, context as never, authOptions()) as Promise<Response>;
}

/**
 * Begins a sign-in at the identity provider: answers with the way there. Following a link of ours is enough, though
 * next-auth asks for a form's token: what comes back is bound to this browser by state, nonce and PKCE, so nobody can be
 * signed in as somebody else by it. A link from another site leads to the page that asks. For route handlers.
 */
export async function startSingleSignOn(to: unknown): Promise<Response> {
  const site = (await headers()).get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') redirect(stepTo(SIGN_IN, ownPath(to)) as never);
  const { APP_URL, AUTH_SECRET } = getEnv();
  const token = randomBytes(32).toString('hex');
  const proof = createHash('sha256').update(`${token}${AUTH_SECRET}`).digest('hex');
  const { name, options } = ownCookie('csrf');
  (await cookies()).set(name, `${token}|${proof}`, options);
  const asked = new NextRequest(`${APP_URL}/api/auth/signin/${PROVIDER_ID}`, {
    method: 'POST',
    body: new URLSearchParams({ csrfToken: token, callbackUrl: `${APP_URL}${ownPath(to)}` }),
  });
  return NextAuth(
    asked as never,
    { params: Promise.resolve({ nextauth: ['signin', PROVIDER_ID] }) } as never,
    authOptions(),
  ) as Promise<Response>;
}

/** What people call the identity provider, or null when there is none. */
export const providerName = (): string | null => (singleSignOn().length > 0 ? getEnv().OIDC_NAME : null);

/** From where this request comes. */
export async function requestCaller(): Promise<Caller> {
  return callerOf(await headers(), getEnv().TRUSTED_PROXIES);
}

/** Gives the browser a session that was opened for it; the one it had before ends, unless it is the same with a new id. */
export async function startBrowserSession(opened: OpenedSession, isRenewal = false): Promise<void> {
  if (!isRenewal) await endFormerSession();
  const { userId, sessionId, officeId } = opened;
  const { name, options } = sessionCookie();
  const token = await encode({
    token: { sub: userId, sessionId, officeId },
    secret: getEnv().AUTH_SECRET,
    maxAge: TWELVE_HOURS,
  });
  (await cookies()).set(name, token, options);
}

/** Ends the session of this browser, in the database first: a copied cookie is worth nothing afterwards. */
export async function endBrowserSession(): Promise<void> {
  await endFormerSession();
  (await cookies()).delete({ ...sessionCookie().options, name: sessionCookie().name });
}

async function endFormerSession(): Promise<void> {
  const former = await currentKey();
  if (former) await signOut(getDatabase(), former, systemClock());
}

const currentKey = async () => keyIn(await getServerSession(authOptions()));

function keyIn(claims: unknown): SessionKey | null {
  const { sessionId, officeId } = (claims ?? {}) as Partial<SessionKey>;
  return typeof sessionId === 'string' && typeof officeId === 'string' ? { sessionId, officeId } : null;
}

/** This browser's session as it stands, read once a request, without counting the request as a sign of life. */
export const peekAccess = cache(async (): Promise<Access | null> => {
  const key = await currentKey();
  return key ? visitSession(getDatabase(), key, systemClock(), { isSignOfLife: false }) : null;
});

/** This browser's session as it stands, read once a request; null when there is none or it ended. */
export const currentAccess = cache(async (): Promise<Access | null> => {
  const key = await currentKey();
  return key ? visitSession(getDatabase(), key, systemClock(), { isSignOfLife: true }) : null;
});

/** For pages: the open session of whoever is signed in, or the step that has to come first. */
export async function requireAccess(): Promise<Access> {
  const access = await currentAccess();
  const state = access?.state ?? 'ended';
  if (!access || state !== 'open')
    redirect(stepTo(state === 'open' ? SIGN_IN : STEPS[state], await pageAddress()) as never);
  return access;
}

/** For pages: a signed-in person who may do this, or the step that has to come first, or the page that says no. */
export async function requireActor(permission: Permission): Promise<UserActor> {
  const { actor } = await requireAccess();
  if (!may(actor, permission)) {
    noteRefusal({ what: permission, personId: actor.userId });
    forbidden();
  }
  return actor;
}

/** For pages that need a factor shown in the last ten minutes: asks for it first and comes back here. */
export async function requireRecentFactor(): Promise<void> {
  const { facts } = await requireAccess();
  if (!isFactorRecent(facts, systemClock())) redirect(stepTo('/confirm', await pageAddress()) as never);
}

/** For the steps of signing in: a session in one of these states, or the page that fits the state it is in. */
export async function requireState(states: readonly SessionState[], to: string): Promise<Access> {
  const access = await currentAccess();
  const state = access?.state ?? 'ended';
  if (access && states.includes(state)) return access;
  redirect((state === 'open' ? to : stepTo(STEPS[state], to)) as never);
}

/** What whoever is signed in reads the app in; English for everybody else. */
export const pageLanguage = async (): Promise<StaffLanguage> =>
  (await currentAccess())?.actor.language ?? 'en';

/** The address of the page that is drawn, with its query. */
export async function pageAddress(): Promise<string> {
  return ownPath((await headers()).get(PATH_HEADER));
}

/** The moment this request works at. Only an instance started for tests lets a cookie say otherwise. */
export const requestTime = cache(async (): Promise<Date> => {
  if (getEnv().TEST_CLOCK === 'on') {
    const told = (await cookies()).get(TEST_CLOCK_COOKIE)?.value;
    if (told) return new Date(told);
  }
  return systemClock();
});
