import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Brand } from '@/components/brand.tsx';
import { DayStrip } from '@/components/day-strip.tsx';
import { ownPath } from '@/lib/access/own-path.ts';
import { currentAccess, providerName, requestTime } from '@/lib/access/session.ts';
import { closureName } from '@/lib/calendar/business-days.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatLongDate } from '@/lib/calendar/format-date.ts';
import { addDays } from '@/lib/calendar/local-date.ts';
import { SignInForm } from './form.tsx';

export const metadata: Metadata = { title: 'Sign in' };

const DAYS_SHOWN = 28;

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const asked = await searchParams;
  const to = ownPath(asked['to']);
  const provider = providerName();
  if ((await currentAccess())?.state === 'open') redirect(to as never);
  const today = pacificToday(await requestTime());
  const closures = Array.from({ length: DAYS_SHOWN }, (_, index) => addDays(today, index)).filter(
    (day) => closureName(day) !== null,
  );
  const closedDays = closures.map((day) => formatLongDate(day)).join(' and ');
  return (
    <main id="main" className="sign">
      <div className="sign-in">
        <Brand name="Recourse" href="/sign-in" size={30} />
        <h1>Sign in</h1>
        {to === '/' ? null : <p className="quiet">Sign in to go on where you were.</p>}
        {provider && asked['refused'] ? <NotKnown provider={provider} /> : null}
        {provider && asked['error'] ? <BrokenOff provider={provider} /> : null}
        {provider ? (
          <p>
            <a className="btn tall" href={`/sign-in/provider?to=${encodeURIComponent(to)}`}>
              Sign in with {provider}
            </a>
          </p>
        ) : null}
        <SignInForm to={to} />
      </div>
      <figure className="sign-rail">
        <DayStrip
          today={today}
          dayCount={DAYS_SHOWN}
          closures={closures}
          closedWords="State offices closed"
          label={`The next four weeks. Today is ${formatLongDate(today)}.${
            closures.length > 0 ? ` State offices are closed on ${closedDays}.` : ''
          }`}
        />
      </figure>
      <footer className="sign-foot">
        <p>Deadlines and records of health-plan disputes in California.</p>
        <p>General information, not legal advice.</p>
      </footer>
    </main>
  );
}

/** The way there or back failed: a page left open too long, a going back, a provider that refused. */
function BrokenOff({ provider }: { provider: string }) {
  return (
    <div className="summary" role="alert">
      <p>
        <strong>Signing in with {provider} broke off.</strong>
      </p>
      <p>Try once more. If it stays, sign in with your password or tell whoever runs this copy.</p>
    </div>
  );
}

/** The same for an account that nobody here has and for one whose address is not verified. */
function NotKnown({ provider }: { provider: string }) {
  return (
    <div className="summary" role="alert">
      <p>
        <strong>Your account at {provider} opens no account here.</strong>
      </p>
      <p>
        It does when an administrator of your office has added you with the same e-mail address, and{' '}
        {provider} says that the address is yours.
      </p>
    </div>
  );
}
