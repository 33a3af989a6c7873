import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import type { UserActor } from '../../lib/access/actor.ts';
import { getEnv, inheritEnv } from '../../lib/env.ts';
import { issueTicket } from '../../lib/saved-forms/ticket.ts';
import type { TestOffice } from '../../tests/support/office.ts';

/** A form's inputs, as a browser or somebody with worse intentions would send them. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

export type Answer = {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** Where the answer leads, by script or without. */
  readonly location: string | null;
};

export type Session = { readonly cookie: string; readonly holder: UserActor | null };

export const NOBODY: Session = { cookie: '', holder: null };

const OWN = inheritEnv({})['E2E_URL'] ?? '';
const NINE_OCLOCK = 'T17:00:00Z';
const MINUTE = 60_000;

type SessionFacts = {
  readonly expiresIn?: number;
  readonly seenAgo?: number;
  readonly factorAgo?: number | null;
  readonly isLocked?: boolean;
  readonly isRevoked?: boolean;
};

/** A session of this person as the database would hold it, in whatever state an attack needs. Times are in minutes. */
export async function sessionOf(
  office: TestOffice,
  actor: UserActor,
  facts: SessionFacts = {},
): Promise<Session> {
  const sessionId = randomUUID();
  const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE);
  const factorAgo = facts.factorAgo === undefined ? 0 : facts.factorAgo;
  await office.owner.pool.query(
    `insert into sessions (id, office_id, user_id, created_at, last_seen_at, expires_at, factor_at, locked_at, revoked_at, ended_because, device)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'the sweep')`,
    [
      sessionId,
      actor.officeId,
      actor.userId,
      ago(60),
      ago(facts.seenAgo ?? 0),
      ago(-(facts.expiresIn ?? 60)),
      factorAgo === null ? null : ago(factorAgo),
      facts.isLocked ? ago(1) : null,
      facts.isRevoked ? ago(1) : null,
      facts.isRevoked ? 'revoked' : null,
    ],
  );
  const token = { sub: actor.userId, sessionId, officeId: actor.officeId };
  const sealed = await encode({ token, secret: getEnv().AUTH_SECRET, maxAge: 3_600 });
  return { cookie: `recourse-session=${sealed}`, holder: actor };
}

/** The number of a form that was drawn for this person. */
export const numberFor = (actor: UserActor): string =>
  `${issueTicket(actor, new Date(), getEnv().AUTH_SECRET)}._sweep_`;

export type Sending = {
  readonly path: string;
  readonly session: Session;
  readonly on: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For an action that is not told what it answered before. */
  readonly takesFormAlone?: boolean;
};

const headersOf = ({ session, on, headers = {} }: Sending): Record<string, string> => ({
  cookie: [session.cookie, `recourse-test-now=${on}${NINE_OCLOCK}`].filter(Boolean).join('; '),
  ...headers,
});

export async function open(sending: Sending): Promise<Answer> {
  const init: RequestInit = { headers: headersOf(sending), redirect: 'manual' };
  const answer = await answerOf(await fetch(OWN + sending.path, init));
  // What a script asks for stands under an address that names how it asked; anybody is sent there first.
  return answer.location?.startsWith(sending.path) && /[?&]_rsc\b/.test(answer.location)
    ? answerOf(await fetch(OWN + answer.location, init))
    : answer;
}

/** Sends a body as it is; `origin` null leaves the Origin out. */
export async function post(
  sending: Sending,
  body: BodyInit | null,
  origin: string | null = OWN,
): Promise<Answer> {
  const headers = { ...headersOf(sending), ...(origin !== null && { origin }) };
  // Undici asks for half-duplex where a body is streamed.
  const init = { method: 'POST', headers, body, redirect: 'manual', duplex: 'half' } as RequestInit;
  return answerOf(await fetch(OWN + sending.path, init));
}

/** Calls a server action as the script of its page does. */
export function callAction(
  id: string,
  sending: Sending,
  fields: Fields | FormData,
  origin: string | null = OWN,
): Promise<Answer> {
  const headers = { ...sending.headers, 'next-action': id, accept: 'text/x-component' };
  const former = sending.takesFormAlone ? '' : '{"status":"idle"},';
  return post({ ...sending, headers }, scriptBody(fields, former), origin);
}

/** Sends the same form as a browser without script does. */
export function submitForm(
  id: string,
  sending: Sending,
  fields: Fields,
  origin: string | null = OWN,
): Promise<Answer> {
  const form = formOf(fields);
  form.set('$ACTION_REF_1', '');
  form.set('$ACTION_1:0', JSON.stringify({ id, bound: '$@1' }));
  form.set('$ACTION_1:1', '[{"status":"idle"}]');
  form.set('$ACTION_KEY', `k${id.slice(0, 32)}`);
  return post(sending, form, origin);
}

export function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, given] of Object.entries(fields))
    for (const value of [given].flat()) form.append(name, value);
  return form;
}

/** The arguments of a form action as React writes them: the former state, and the form behind a reference. */
function scriptBody(fields: Fields | FormData, former: string): FormData {
  const body = new FormData();
  for (const [name, value] of fields instanceof FormData ? fields : formOf(fields))
    body.append(`_1_${name}`, value);
  body.append('0', `[${former}"$K1"]`);
  return body;
}

async function answerOf(response: Response): Promise<Answer> {
  const { headers } = response;
  const text = await response.text();
  const byScript = headers.get('x-action-redirect')?.replace(/;.*$/, '');
  const location = byScript ?? headers.get('location')?.replace(OWN, '') ?? null;
  if (!headers.get('content-type')?.startsWith('text/x-component'))
    return { status: response.status, text, headers, location };
  // What a script is answered can say inside where to go, or that something is not there, under the status 200.
  const inside = /NEXT_REDIRECT;\w+;([^;"]+);|NEXT_HTTP_ERROR_FALLBACK;(\d{3})/.exec(text);
  return {
    status: inside?.[2] ? Number(inside[2]) : response.status,
    text,
    headers,
    location: location ?? inside?.[1] ?? null,
  };
}
