import { type LocalDate, localDate } from '../../lib/calendar/local-date.ts';
import { createLogger } from '../../lib/log.ts';
import { answerWebhook } from '../../lib/mail-events/answer-webhook.ts';
import { applyMailEvents } from '../../lib/mail-events/apply-mail-events.ts';
import type { TakenMail } from './fake-resend.ts';
import { morningOf, type TestOffice } from './office.ts';
import { signedRequest, WEBHOOK_SECRET, webhookOf } from './resend-webhook.ts';

const silent = createLogger('test', 'silent');

/** A message in the ledger, as the provider knows it, and the token in its link. */
export type ToldMail = Pick<TakenMail, 'id' | 'message' | 'office' | 'to' | 'subject'> & {
  readonly stopToken: string;
};

type Sent = {
  readonly to: 'owner' | 'supervisor' | 'client';
  readonly on: string;
  readonly dueOn?: string;
  readonly state?: 'sent' | 'claimed' | 'failed' | 'skipped';
};

/** A reminder on a case's ledger that went out on the morning of a day. */
export async function aSentReminder(
  { owner, officeId, person }: TestOffice,
  caseId: string,
  { to, on, dueOn = '2026-03-04', state = 'sent' }: Sent,
): Promise<ToldMail> {
  const staff = person(to === 'supervisor' ? 'supervisor' : 'caseworker').userId;
  const { rows } = await owner.pool.query<{ id: string; stop_token: string; address: string }>(
    `insert into reminders (office_id, case_id, rule, due_on, rung, recipient_kind, recipient_id, planned_at, sent_at, state)
     select $1, c.id, 'ca.imr.deadline.silence', $3, 'T-' || gen_random_uuid(), $4::text,
       case when $4 = 'client' then c.client_id else $5::uuid end, $6::timestamptz, case when $7::text <> 'skipped' then $6::timestamptz end, $7::text
     from cases c where c.id = $2
     returning id, stop_token, (select coalesce(
       (select email from clients where id = recipient_id), (select email from users where id = recipient_id)) as address)`,
    [officeId, caseId, dueOn, to, staff, morningOf(localDate(on)), state],
  );
  return toldMail(officeId, rows[0]);
}

/** A message by hand on a case's ledger that went out on the morning of a day. */
export async function aSentMessage(
  { owner, officeId, person }: TestOffice,
  caseId: string,
  on: string,
): Promise<ToldMail> {
  const { rows } = await owner.pool.query<{ id: string; stop_token: string; address: string }>(
    `insert into client_messages (office_id, case_id, kind, written_by, planned_at, sent_at, state)
     select $1, c.id, 'call-us', $3, $4, $4, 'sent' from cases c where c.id = $2
     returning id, stop_token, (select k.email from cases c join clients k on k.id = c.client_id where c.id = $2) as address`,
    [officeId, caseId, person('caseworker').userId, morningOf(localDate(on))],
  );
  return toldMail(officeId, rows[0]);
}

/** A digest that went to the caseworker. */
export async function aSentBulletin(
  { owner, officeId, person, emailOf }: TestOffice,
  on: string,
  kind: 'morning-digest' | 'alarm' = 'morning-digest',
): Promise<ToldMail> {
  const { rows } = await owner.pool.query<{ id: string; stop_token: string }>(
    `insert into bulletins (office_id, kind, recipient_id, for_on, planned_at, sent_at, state)
     values ($1, $2, $3, $4, $5, $5, 'sent') returning id, stop_token`,
    [officeId, kind, person('caseworker').userId, on, morningOf(localDate(on))],
  );
  return toldMail(officeId, rows[0] && { ...rows[0], address: emailOf('caseworker') });
}

function toldMail(
  office: string,
  row: { id: string; stop_token: string; address: string } | undefined,
): ToldMail {
  if (!row) throw new Error('no message was stored');
  const { id, stop_token: stopToken, address: to } = row;
  return { id: `provider-${id}`, message: id, office, to, subject: 'A reminder', stopToken };
}

/** The provider tells of a mail on the morning of a day, and the web server takes it down. */
export async function tell(
  { app }: TestOffice,
  on: string,
  mail: ToldMail,
  type: string,
  { id, ...more }: { readonly id?: string } & Readonly<Record<string, unknown>> = {},
): Promise<number> {
  const now = morningOf(localDate(on));
  const happenedAt = new Date(now.getTime() - 60_000);
  const request = signedRequest(
    'https://recourse.example.org/api/mail/resend',
    webhookOf(mail, type, { happenedAt, ...more }),
    id === undefined ? {} : { id },
  );
  const answer = await answerWebhook(request, { db: app.db, secret: WEBHOOK_SECRET, now, log: silent });
  return answer.status;
}

/** The worker applies what was told. */
export const applyOn = ({ worker, officeId }: TestOffice, on: LocalDate | string) =>
  applyMailEvents({ db: worker.db, clock: () => morningOf(localDate(on)), log: silent }, { officeId });
