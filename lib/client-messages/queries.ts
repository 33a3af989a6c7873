import { and, asc, eq } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import { barredWhenClosed, type CaseForm, leadOf } from '../cases/case-form.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { clientMessages } from '../db/schema-reminders.ts';
import { CLIENT_MESSAGES, type ClientMessageKind } from '../db/vocabulary.ts';
import { momentText } from '../flight-recorder/moment-text.ts';
import { type Office, readOffice } from '../offices/queries.ts';
import type { ActiveStaff, Suppressed } from '../reminders/addressees.ts';
import { readWhoHears } from '../reminders/plan-deadline.ts';
import type { OfficePolicy } from '../reminders/policy.ts';
import { readPolicy } from '../reminders/queries.ts';
import type { Words } from '../words/words.ts';
import { isWaiting } from './ledger.ts';
import { type MessagePreview, previewClientMessage } from './preview-client-message.ts';

/** What messages to the client of one case are written with, beside the case. */
export type MessageSetting = {
  readonly office: Office;
  readonly policy: OfficePolicy;
  readonly staff: readonly ActiveStaff[];
  readonly suppressed: Suppressed;
};

export async function readMessageSetting(
  tx: Transaction,
  record: CaseRecord,
  today: LocalDate,
): Promise<MessageSetting> {
  return {
    office: await readOffice(tx),
    policy: await readPolicy(tx),
    ...(await readWhoHears(tx, record, today)),
  };
}

/** A message that waits to go, or to be tried again, and can be taken back. */
export type WaitingMessage = {
  readonly id: string;
  readonly kind: ClientMessageKind;
  readonly byName: string;
  /** "Mon, Nov 23, 2026, 8:00 am" */
  readonly planned: string;
  /** It could not be handed over, and may have arrived all the same. */
  readonly wasTried: boolean;
};

export type MessageValues = {
  readonly previews: readonly MessagePreview[];
  readonly waiting: readonly WaitingMessage[];
};

/** The form of a message: each text there is, exactly as this client would get it now. */
export async function readMessageForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  now: Date,
  words: Words['messages'],
): Promise<CaseForm<MessageValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { record } = source;
  const setting = await readMessageSetting(tx, record, today);
  const previews = CLIENT_MESSAGES.map((kind) => previewClientMessage(record, kind, setting, now, words));
  const [first] = previews;
  const violation = previews.every(({ barred }) => barred) ? (first?.barred ?? null) : null;
  return {
    case: source.case,
    lead: leadOf(source),
    barred:
      barredWhenClosed(record) ??
      (violation && { violation, ways: [{ folder: 'note?kind=call', label: words.call }] }),
    isCorrection: false,
    values: { previews, waiting: await listWaiting(tx, record.id, setting.policy) },
  };
}

async function listWaiting(tx: Transaction, caseId: string, policy: OfficePolicy): Promise<WaitingMessage[]> {
  const { id, kind, plannedAt, retryAt, attempts, writtenBy } = clientMessages;
  const rows = await tx
    .select({ id, kind, plannedAt, retryAt, attempts, byName: users.name })
    .from(clientMessages)
    .innerJoin(users, eq(users.id, writtenBy))
    .where(and(eq(clientMessages.caseId, caseId), isWaiting()))
    .orderBy(asc(plannedAt), asc(id));
  return rows.map(({ plannedAt: at, retryAt: again, attempts: tries, ...row }) => ({
    ...row,
    planned: momentText(again ?? at, policy),
    wasTried: tries > 0,
  }));
}
