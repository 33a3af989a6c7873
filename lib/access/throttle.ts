import { type IRateLimiterPostgresOptions, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../db/client.ts';
import { hashedSubject } from './keys.ts';

/** One thing that tries are counted by, with how many are free before they have to wait. */
export type Bucket = { readonly key: string; readonly freeTries: number };

/** How long the next try waits after each one past the free ones. */
const HOLDS_SECONDS = [60, 120, 240, 480, 900, 1_800, 3_600] as const;
const COUNTED_FOR_SECONDS = 24 * 60 * 60;
const REMEMBERED_FOR_SECONDS = 30 * 24 * 60 * 60;
const FREE_PER_ACCOUNT = 5;
const FREE_PER_ADDRESS = 30;

const accountKey = (email: string) => `account.${hashedSubject(email)}`;
const placeKey = (email: string, address: string) =>
  `place.${hashedSubject(email)}.${hashedSubject(address)}`;
const factorKey = (userId: string) => `factor.${hashedSubject(userId)}`;

/** Tries of somebody's second factor, from wherever they come: the password was right already. */
export const factorBucket = (userId: string): Bucket => ({
  key: factorKey(userId),
  freeTries: FREE_PER_ACCOUNT,
});

/** Passwords tried inside a session that is there already. */
export const sessionBucket = (sessionId: string): Bucket => ({
  key: `session.${hashedSubject(sessionId)}`,
  freeTries: FREE_PER_ACCOUNT,
});

/**
 * What a try at signing in counts by. An address from which this account was signed in lately has its own count, so that
 * strangers elsewhere hold nobody off at their own desk; every other address shares the account's.
 */
export async function signInBuckets(
  db: Database,
  email: string,
  address: string,
): Promise<readonly Bucket[]> {
  const place = placeKey(email, address);
  if (await limitersOf(db).known.get(place)) return [{ key: place, freeTries: FREE_PER_ACCOUNT }];
  return [
    { key: accountKey(email), freeTries: FREE_PER_ACCOUNT },
    { key: `address.${hashedSubject(address)}`, freeTries: FREE_PER_ADDRESS },
  ];
}

export type Taken = {
  /** Seconds until another try counts; 0 where this one does. */
  readonly heldFor: number;
  /** Whether this try, if it fails, begins the first wait. */
  readonly beginsHold: boolean;
};

/**
 * Counts a try before it is made, for every process at once: of many at the same moment no more get through than of as
 * many after each other. A try past the free ones shuts the gate behind itself, longer each time.
 */
export async function takeTry(db: Database, buckets: readonly Bucket[]): Promise<Taken> {
  const { tries, gates } = limitersOf(db);
  const shut = await Promise.all(buckets.map(({ key }) => gates.get(key)));
  const heldFor = Math.max(0, ...shut.map((gate) => secondsOf(gate)));
  if (heldFor > 0) return { heldFor, beginsHold: false };
  let beginsHold = false;
  for (const { key, freeTries } of buckets) {
    const { consumedPoints } = await tries.consume(key);
    if (consumedPoints < freeTries) continue;
    const hold = HOLDS_SECONDS[Math.min(consumedPoints - freeTries, HOLDS_SECONDS.length - 1)];
    const passed = await passGate(gates, key, hold ?? 0);
    if (passed > 0) return { heldFor: passed, beginsHold: false };
    beginsHold ||= consumedPoints === freeTries;
  }
  return { heldFor: 0, beginsHold };
}

/** After a right answer the tries before it are forgotten, save that an address keeps what it tried on other accounts. */
export async function forgiveTries(db: Database, buckets: readonly Bucket[]): Promise<void> {
  const { tries, gates } = limitersOf(db);
  for (const { key } of buckets) {
    if (key.startsWith('address.')) {
      await tries.reward(key);
    } else {
      await tries.delete(key);
      await gates.delete(key);
    }
  }
}

/** Remembers an address as one of the account's own for thirty days: somebody was signed in there to the end. */
export async function rememberPlace(db: Database, email: string, address: string): Promise<void> {
  await limitersOf(db).known.set(placeKey(email, address), 1, REMEMBERED_FOR_SECONDS);
}

export type TriedThing = 'password' | 'second factor';

/** The beginnings of the keys under which tries at a person's password, from everywhere, or second factor are counted. */
export function keysOfTries(
  thing: TriedThing,
  person: { readonly userId: string; readonly email: string },
): readonly string[] {
  const email = person.email.toLowerCase();
  const keys =
    thing === 'password' ? [accountKey(email), `place.${hashedSubject(email)}.`] : [factorKey(person.userId)];
  return keys.flatMap((key) => [`try:${key}`, `gate:${key}`]);
}

async function passGate(gates: RateLimiterPostgres, key: string, seconds: number): Promise<number> {
  try {
    await gates.consume(key, 1, { customDuration: seconds });
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return secondsOf(refused);
    throw refused;
  }
}

const secondsOf = (gate: RateLimiterRes | null): number =>
  gate ? Math.max(1, Math.ceil(gate.msBeforeNext / 1_000)) : 0;

type Limiters = Readonly<Record<'tries' | 'gates' | 'known', RateLimiterPostgres>>;
const held = new WeakMap<object, Limiters>();

function limitersOf(db: Database): Limiters {
  const { $client: pool } = db as Database & { $client?: object };
  if (!pool) throw new Error('tries are counted outside of a transaction, which could take them back');
  const made = held.get(pool) ?? makeLimiters(pool);
  held.set(pool, made);
  return made;
}

function makeLimiters(pool: object): Limiters {
  const limiter = (options: Pick<IRateLimiterPostgresOptions, 'keyPrefix' | 'points' | 'duration'>) =>
    new RateLimiterPostgres({
      ...options,
      storeClient: pool,
      storeType: 'pool',
      tableName: 'attempt_counts',
      tableCreated: true,
      // One of the three clears for all: they share the table.
      clearExpiredByTimeout: options.keyPrefix === 'try',
    });
  return {
    tries: limiter({ keyPrefix: 'try', points: Number.MAX_SAFE_INTEGER, duration: COUNTED_FOR_SECONDS }),
    gates: limiter({ keyPrefix: 'gate', points: 1, duration: HOLDS_SECONDS[0] }),
    known: limiter({ keyPrefix: 'known', points: 1, duration: REMEMBERED_FOR_SECONDS }),
  };
}
