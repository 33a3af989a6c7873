import { asc, eq } from 'drizzle-orm';
import { systemActor, type UserActor } from '../../lib/access/actor.ts';
import { localDate } from '../../lib/calendar/local-date.ts';
import { deliverMessages } from '../../lib/client-messages/deliver-messages.ts';
import { messageInput } from '../../lib/client-messages/input.ts';
import { messageClient } from '../../lib/client-messages/message-client.ts';
import { clientMessages } from '../../lib/db/schema-reminders.ts';
import { inOffice } from '../../lib/db/unit-of-work.ts';
import type { ClientMessageKind } from '../../lib/db/vocabulary.ts';
import type { TestOffice } from './office.ts';
import { type Outbox, sweepContext } from './outbox.ts';

export const CLIENT = 'ana@example.org';
const CONSENT = { email: CLIENT, emailConsentOn: '2026-01-05', emailConsentHow: 'by phone' };

/** A case whose client may be written to, opened on Monday, January 5. */
export const consented = (office: TestOffice, more: Record<string, unknown> = {}) =>
  office.openCase({ on: '2026-01-05', line: 'dmhc', ...CONSENT, ...more });

/** The client of a case begins to consent to e-mail, without anybody recording it. */
export const mayBeWrittenTo = async ({ owner }: TestOffice, caseId: string) => {
  await owner.pool.query(
    `update clients k set email = $2, email_consent_on = '2026-01-05', email_consent_how = 'by phone'
     from cases c where c.id = $1 and k.id = c.client_id`,
    [caseId, CLIENT],
  );
};

/** One of the staff has a fixed text sent to the client, at nine in the morning of `on` or at the moment given. */
export const sendByHand = (
  office: TestOffice,
  caseId: string,
  kind: ClientMessageKind,
  { on, as }: { on: string; as?: UserActor },
) => office.run(messageClient, messageInput, { caseId, kind }, { on, ...(as && { as }) });

/** One run of what sends such messages in this office. */
export const deliverOn = (
  office: TestOffice,
  on: string,
  box: Outbox,
  options: { worker?: string; stopping?: AbortSignal } = {},
) => deliverMessages(sweepContext(office, on, box, options), { officeId: office.officeId });

export const messagesOf = (office: TestOffice, caseId: string) =>
  inOffice(office.app.db, systemActor(office.officeId), localDate('2026-12-31'), (tx) =>
    tx
      .select()
      .from(clientMessages)
      .where(eq(clientMessages.caseId, caseId))
      .orderBy(asc(clientMessages.createdAt)),
  );
