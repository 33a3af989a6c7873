import { randomUUID } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

/** How one request can go wrong. In the last three the mail is taken, and the asker does not learn of it. */
export const FAULTS = [
  'drop-before',
  'rate-limit',
  'error-before',
  'slow',
  'drop-after',
  'error-after',
] as const;
export type Fault = (typeof FAULTS)[number];

/** A mail as the provider took it, on its way to somebody. */
export type TakenMail = {
  readonly id: string;
  readonly key: string;
  /** The ledger's row and its office, by the mail's tags. */
  readonly message: string;
  readonly office: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
};

type Options = {
  /** How likely each fault is, from 0 to 1, together at most 1. */
  readonly faults?: Readonly<Partial<Record<Fault, number>>>;
  /** The same seed makes the same faults in the same order. */
  readonly seed?: number;
  readonly retryAfterSeconds?: number;
  readonly slowMilliseconds?: number;
  /** Addresses that the provider will not send to at all. */
  readonly refuses?: (to: string) => boolean;
};

type Asked = { readonly path: string; readonly key: string; readonly fault: Fault | null };
type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
type Payload = {
  readonly to?: string | readonly string[];
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly tags?: readonly { readonly name: string; readonly value: string }[];
};
/** What was asked first under a key, and its answer once there is one. */
type Kept = { readonly asked: string; answer: Answer | null };

const MOST_IN_A_BATCH = 100;

export type FakeResend = Awaited<ReturnType<typeof startFakeResend>>;

/**
 * A mail provider on this machine that answers as Resend does: one mail for a key however often it is asked, and another
 * text under a used key refused. It goes wrong on demand (`failNext`) or at random; `sent` is what really went out.
 */
export async function startFakeResend(options: Options = {}) {
  const { faults = {}, retryAfterSeconds = 1, slowMilliseconds = 1_000, refuses = () => false } = options;
  const random = randomFrom(options.seed ?? 1);
  const taken: TakenMail[] = [];
  const asked: Asked[] = [];
  const queued: (Fault | null)[] = [];
  const kept = new Map<string, Kept>();
  let isDown = false;

  const server = http.createServer(
    (request, response) => void handle(request, response).catch(() => request.socket.destroy()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  async function handle(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const text = await bodyOf(request);
    const path = request.url ?? '';
    const key = String(request.headers['idempotency-key'] ?? '');
    const fault = nextFault();
    asked.push({ path, key, fault });
    if (isDown || fault === 'drop-before') return void request.socket.destroy();
    if (fault === 'rate-limit')
      return reply(response, {
        ...failure(429, 'rate_limit_exceeded'),
        headers: { 'retry-after': String(retryAfterSeconds) },
      });
    if (fault === 'error-before') return reply(response, failure(500, 'internal_server_error'));
    const answer = await answerOnce(path, key, text, fault === 'slow' ? slowMilliseconds : 0);
    if (fault === 'drop-after') return void request.socket.destroy();
    if (fault === 'error-after') return reply(response, failure(500, 'internal_server_error'));
    reply(response, answer);
  }

  function nextFault(): Fault | null {
    const next = queued.shift();
    if (next !== undefined) return next;
    let left = random();
    for (const fault of FAULTS) {
      left -= faults[fault] ?? 0;
      if (left < 0) return fault;
    }
    return null;
  }

  async function answerOnce(path: string, key: string, text: string, delay: number): Promise<Answer> {
    const first = key === '' ? undefined : kept.get(key);
    if (first?.answer === null) return failure(409, 'concurrent_idempotent_requests');
    if (first)
      return first.asked === text
        ? (first.answer ?? failure(500, ''))
        : failure(409, 'invalid_idempotent_request');
    const mine: Kept = { asked: text, answer: null };
    if (key !== '') kept.set(key, mine);
    if (delay > 0) await after(delay);
    mine.answer = take(path, key, JSON.parse(text) as Payload | Payload[]);
    // What was refused has not been sent, so its key is free again.
    if (mine.answer.status !== 200) kept.delete(key);
    return mine.answer;
  }

  function take(path: string, key: string, payload: Payload | Payload[]): Answer {
    const mails = Array.isArray(payload) ? payload : [payload];
    if (path !== (Array.isArray(payload) ? '/emails/batch' : '/emails')) return failure(404, 'not_found');
    if (mails.length > MOST_IN_A_BATCH || mails.some((mail) => !isSendable(mail)))
      return failure(422, 'validation_error');
    const ids = mails.map((mail) => {
      const id = randomUUID();
      taken.push(takenOf(id, key, mail));
      return { id };
    });
    return { status: 200, body: Array.isArray(payload) ? { data: ids } : ids[0] };
  }

  const isSendable = (mail: Payload): boolean =>
    /^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$/.test(recipientOf(mail)) && !refuses(recipientOf(mail));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Every mail taken, in order: the provider's view. */
    sent: (): readonly TakenMail[] => taken,
    /** The ledger's rows of which more than one mail was taken, and how many were. */
    duplicates: (): ReadonlyMap<string, number> =>
      new Map([...countsOf(taken)].filter(([, count]) => count > 1)),
    /** Every request that arrived, with the fault it met. */
    asked: (): readonly Asked[] => asked,
    /** The next requests fail like this, in this order; null is one that goes well. Then chance rules again. */
    failNext: (...next: readonly (Fault | null)[]): void => void queued.push(...next),
    /** Nobody is reached from now on, until told otherwise. */
    setDown: (down: boolean): void => {
      isDown = down;
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

// ---------------------------------------------------------------- small parts

const failure = (statusCode: number, name: string): Answer => ({
  status: statusCode,
  body: { statusCode, name, message: 'No mail to rosario@example.org.' },
});

function reply(response: http.ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function bodyOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const recipientOf = ({ to = '' }: Payload): string => (typeof to === 'string' ? to : (to[0] ?? ''));

function takenOf(id: string, key: string, mail: Payload): TakenMail {
  const { subject = '', text = '', html = '', headers = {}, tags = [] } = mail;
  const tag = (name: string) => tags.find((each) => each.name === name)?.value ?? '';
  return {
    id,
    key,
    message: tag('message'),
    office: tag('office'),
    to: recipientOf(mail),
    subject,
    text,
    html,
    headers,
  };
}

function countsOf(mails: readonly TakenMail[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { message } of mails) counts.set(message, (counts.get(message) ?? 0) + 1);
  return counts;
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
