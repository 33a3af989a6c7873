import { hashPassword } from '../lib/access/password.ts';
import { signIn } from '../lib/access/sign-in.ts';
import { systemClock } from '../lib/calendar/clock.ts';
import { readEnv, setEnv } from '../lib/env.ts';
import type { LoadedOffice } from './server.ts';
import { timed } from './timing.ts';

const ROUNDS = 120;
const WARM_UP = 10;

export type SignInCost = { readonly known: number; readonly unknown: number; readonly noise: number };

/**
 * Times a wrong password for an account and for none, taking turns so that both meet the same machine: the median of
 * each in milliseconds, and how far two halves of the unknown ones lie apart, as a ratio.
 */
export async function signInCost({ app, owner, office }: LoadedOffice): Promise<SignInCost> {
  const env = readEnv({
    DATABASE_APP_URL: 'postgres://unused@localhost/unused',
    AUTH_SECRET: 'x'.repeat(40),
    DOCUMENT_KEY: 'k'.repeat(43),
  });
  if (!env.ok) throw new Error(env.problems.join(' '));
  setEnv(env.env);
  const [person] = office.people;
  if (!person) throw new Error('the office has nobody');
  await owner.pool.query('update users set password_hash = $1 where id = $2', [
    await hashPassword('the right pass phrase'),
    person.id,
  ]);
  const taken = { known: [] as number[], unknown: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of round % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      // Each is the first try, so that neither meets a hold.
      await owner.pool.query('delete from attempt_counts');
      const email = kind === 'known' ? person.email : `nobody-${round}@example.org`;
      const caller = { address: `192.0.2.${round % 250}`, device: '' };
      const spent = await timed(() =>
        signIn(app.db, { email, password: 'a wrong one' }, caller, systemClock()),
      );
      if (round >= WARM_UP) taken[kind].push(spent);
    }
  }
  const [odd, even] = [0, 1].map((half) => median(taken.unknown.filter((_, at) => at % 2 === half)));
  return {
    known: median(taken.known),
    unknown: median(taken.unknown),
    noise: Math.max(odd ?? 1, even ?? 1) / Math.min(odd ?? 1, even ?? 1),
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
