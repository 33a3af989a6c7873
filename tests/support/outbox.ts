import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import { systemActor } from '../../lib/access/actor.ts';
import { sendBulletins } from '../../lib/bulletins/send-bulletins.ts';
import { localDate } from '../../lib/calendar/local-date.ts';
import { auditEvents, deadlines } from '../../lib/db/schema.ts';
import { bulletins, reminders } from '../../lib/db/schema-reminders.ts';
import { inOffice } from '../../lib/db/unit-of-work.ts';
import { checkStoredDeadlines, recomputeRestrictedCases } from '../../lib/deadlines/check-stored.ts';
import { noteLapses } from '../../lib/deadlines/note-lapses.ts';
import { createLogger } from '../../lib/log.ts';
import {
  accepted,
  type Delivery,
  type MailMessage,
  type MailTransport,
  type Parcel,
} from '../../lib/mail/transport.ts';
import type { SweepContext } from '../../lib/reminders/context.ts';
import { sweepReminders } from '../../lib/reminders/sweep.ts';
import { momentOf, type TestOffice } from './office.ts';

type Sent = MailMessage & { readonly key: string };

const silent = createLogger('test', 'silent');
const TODAY_OF_READS = localDate('2026-12-31');

/** A transport that keeps what it is given; `answer` says what becomes of each message. */
export function outbox(
  answer: (message: MailMessage, key: string) => Delivery | Promise<Delivery> = (_, key) => accepted(key),
) {
  const sent: Sent[] = [];
  const transport: MailTransport = {
    name: 'the local mailbox',
    async send(message, key) {
      const delivery = await answer(message, key);
      if (delivery.outcome === 'accepted') sent.push({ ...message, key });
      return delivery;
    },
  };
  return { transport, sent };
}

export type Outbox = ReturnType<typeof outbox>;

/** One that takes several at once, and notes under which keys it was asked; `answer` says what becomes of each request. */
export function batchOutbox(
  largestBatch: number,
  answer: (parcels: readonly Parcel[], key: string) => Promise<readonly Delivery[]> | readonly Delivery[] = (
    parcels,
  ) => parcels.map(({ key }) => accepted(key)),
) {
  const { transport, sent } = outbox();
  const requests: { readonly key: string; readonly ids: readonly string[] }[] = [];
  const batching: MailTransport = {
    ...transport,
    largestBatch,
    async sendBatch(parcels, key) {
      requests.push({ key, ids: parcels.map((parcel) => parcel.key) });
      const deliveries = await answer(parcels, key);
      for (const [index, parcel] of parcels.entries())
        if (deliveries[index]?.outcome === 'accepted') sent.push({ ...parcel.message, key: parcel.key });
      return deliveries;
    },
  };
  return { transport: batching, sent, requests };
}

type SweepOptions = { worker?: string; stopping?: AbortSignal };

/** What scheduled work in this office works with, at nine in the morning of `on` or at the moment given. */
export const sweepContext = (
  office: TestOffice,
  on: string,
  box: Outbox,
  { worker = randomUUID(), stopping }: SweepOptions = {},
): SweepContext => ({
  db: office.worker.db,
  transport: box.transport,
  clock: () => momentOf(on),
  appUrl: 'https://recourse.example.org',
  worker,
  log: silent,
  ...(stopping && { stopping }),
});

/** One run of the reminder sweep in this office, at nine in the morning of `on`. */
export const sweep = (office: TestOffice, on: string, box: Outbox, options: SweepOptions = {}) =>
  sweepReminders(sweepContext(office, on, box, options), { officeId: office.officeId });

/** One run of what sends the digests in this office, at nine in the morning of `on`. */
export const sendDigests = (office: TestOffice, on: string, box: Outbox, options: SweepOptions = {}) =>
  sendBulletins(sweepContext(office, on, box, options), { officeId: office.officeId });

export const noteLapsesOn = (office: TestOffice, on: string) =>
  noteLapses({ db: office.worker.db, clock: () => momentOf(on), log: silent }, { officeId: office.officeId });

export const checkStoredOn = (office: TestOffice, on: string) =>
  checkStoredDeadlines(
    { db: office.worker.db, clock: () => momentOf(on), log: silent },
    { officeId: office.officeId },
  );

export const recomputeRestrictedOn = (office: TestOffice, on: string) =>
  recomputeRestrictedCases(
    { db: office.worker.db, clock: () => momentOf(on), log: silent },
    { officeId: office.officeId },
  );

const reading = <T>(office: TestOffice, read: Parameters<typeof inOffice<T>>[3]) =>
  inOffice(office.app.db, systemActor(office.officeId), TODAY_OF_READS, read);

export const ledgerOf = (office: TestOffice, caseId: string) =>
  reading(office, (tx) =>
    tx
      .select()
      .from(reminders)
      .where(eq(reminders.caseId, caseId))
      .orderBy(asc(reminders.plannedAt), asc(reminders.recipientKind)),
  );

export const clockOfCase = async (office: TestOffice, caseId: string, rule: string) => {
  const rows = await reading(office, (tx) => tx.select().from(deadlines).where(eq(deadlines.caseId, caseId)));
  return rows.find((row) => row.rule === rule);
};

export const eventsOf = (office: TestOffice, caseId: string) =>
  reading(office, (tx) =>
    tx.select().from(auditEvents).where(eq(auditEvents.caseId, caseId)).orderBy(asc(auditEvents.id)),
  );

/** Every bulletin of the office, in the order of their days. */
export const bulletinsOf = (office: TestOffice) =>
  reading(office, (tx) =>
    tx.select().from(bulletins).orderBy(asc(bulletins.forOn), asc(bulletins.kind), asc(bulletins.plannedAt)),
  );
