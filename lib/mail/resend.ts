import { type ErrorResponse, Resend } from 'resend';
import { PATIENCE, type Patience, type Tried, tryPatiently } from './patience.ts';
import { retryAfter } from './retry-after.ts';
import {
  accepted,
  type Delivery,
  headersOf,
  type MailMessage,
  type MailTransport,
  type Parcel,
  refused,
} from './transport.ts';

/** What the provider's own documentation allows in one request. */
const LARGEST_BATCH = 100;

type Answer<T> =
  | { readonly data: T; readonly error: null }
  | { readonly error: ErrorResponse; readonly data: null };
type Headed<T> = Answer<T> & { readonly headers: Record<string, string> | null };
type Handed<T> = { readonly data: T } | { readonly error: ErrorResponse; readonly retryAt: Date | null };

/** Sends through Resend, which delivers once however often it is asked under the same key within a day. */
export function resendTransport(options: {
  apiKey: string;
  from: string;
  baseUrl?: string | undefined;
  patience?: Partial<Patience>;
}): MailTransport {
  const { apiKey, from, baseUrl } = options;
  const patience = { ...PATIENCE, ...options.patience };
  const resend = new Resend(apiKey, baseUrl ? { baseUrl } : {});

  const ask = <T>(request: (signal: AbortSignal) => Promise<Headed<T>>): Promise<Handed<T>> =>
    tryPatiently<Handed<T>>(patience, async (signal) => triedOf(await request(signal), patience.clock()));

  async function send(message: MailMessage, idempotencyKey: string): Promise<Delivery> {
    const email = emailOf({ message, key: idempotencyKey }, from);
    const handed = await ask((signal) => resend.emails.send(email, { idempotencyKey, signal }));
    return 'data' in handed ? accepted(handed.data.id) : deliveryOf(handed, idempotencyKey);
  }

  async function sendBatch(parcels: readonly Parcel[], batchKey: string): Promise<readonly Delivery[]> {
    const emails = parcels.map((parcel) => emailOf(parcel, from));
    const handed = await ask((signal) => resend.batch.send(emails, { idempotencyKey: batchKey, signal }));
    if ('data' in handed)
      return parcels.map(({ key }, index) => accepted(handed.data.data[index]?.id ?? key));
    if (isAboutTheMessage(handed.error)) return sendOneByOne(parcels);
    return parcels.map(({ key }) => deliveryOf(handed, key));
  }

  /** One message that cannot be sent must not keep the others. */
  async function sendOneByOne(parcels: readonly Parcel[]): Promise<readonly Delivery[]> {
    const deliveries: Delivery[] = [];
    let outage: Delivery | null = null;
    for (const { message, key } of parcels) {
      const delivery: Delivery = outage ?? (await send(message, key));
      const isRefused = delivery.outcome === 'refused';
      deliveries.push(isRefused ? { ...delivery, goesAlone: true } : delivery);
      if (isRefused && delivery.isRetryable) outage = delivery;
    }
    return deliveries;
  }

  return { name: 'Resend', send, largestBatch: LARGEST_BATCH, sendBatch };
}

/** The tags come back with everything the provider tells of the message, and lead to its row in the ledger. */
const emailOf = ({ message, key }: Parcel, from: string) => ({
  from,
  to: message.to,
  ...(message.replyTo && { replyTo: message.replyTo }),
  subject: message.subject,
  text: message.text,
  html: message.html,
  headers: headersOf(message),
  tags: [
    { name: 'office', value: message.officeId },
    { name: 'message', value: key },
  ],
});

function triedOf<T>({ data, error, headers }: Headed<T>, now: Date): Tried<Handed<T>> {
  if (error === null) return { result: { data: data as T }, mayRepeat: false, notBefore: null };
  const retryAt = retryAfter(headers?.['retry-after'], now);
  return { result: { error, retryAt }, mayRepeat: isPassing(error), notBefore: retryAt };
}

/** What the next seconds can change: a lost connection, too many requests at once, a failure inside the provider. */
const isPassing = ({ name, statusCode }: ErrorResponse): boolean =>
  statusCode === null ||
  statusCode >= 500 ||
  name === 'rate_limit_exceeded' ||
  name === 'concurrent_idempotent_requests';

/** What is wrong with the message itself; a bad key, a quota, an outage or a lost connection can be mended meanwhile. */
const ABOUT_THE_MESSAGE: ReadonlySet<number> = new Set([400, 404, 405, 413, 422]);

const isAboutTheMessage = ({ statusCode }: ErrorResponse): boolean =>
  statusCode !== null && ABOUT_THE_MESSAGE.has(statusCode);

function deliveryOf(
  { error, retryAt }: { readonly error: ErrorResponse; readonly retryAt: Date | null },
  key: string,
): Delivery {
  const { name, statusCode } = error;
  if (statusCode === null) return refused(true, 'Resend could not be reached.');
  // An earlier try got through, and the text has changed since: "6 days" became "5 days".
  if (name === 'invalid_idempotent_request') return accepted(key);
  const reason = `Resend refused the message (${statusCode} ${name}).`;
  return refused(!isAboutTheMessage(error), reason, retryAt);
}
