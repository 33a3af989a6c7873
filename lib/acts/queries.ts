import { addWorkingDays } from '../calendar/business-days.ts';
import { formatLongDate, formatTypedDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { barredWhenClosed, type CaseForm, leadOf } from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import { readCase } from '../cases/load-case.ts';
import { type MessagePreview, previewClientMessage } from '../client-messages/preview-client-message.ts';
import { readMessageSetting } from '../client-messages/queries.ts';
import type { Transaction } from '../db/client.ts';
import { CLIENT_MESSAGES, type ClientMessageKind, type WaitingOn } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';
import { type NoteAsked, type NoteStart, readNoteStart } from '../notes/queries.ts';
import type { Words } from '../words/words.ts';

type Prefilled = { readonly typed: string; readonly echo: string };

export type ActValues = {
  readonly note: NoteStart;
  readonly happenedOn: Prefilled;
  /** The next working day: where nothing else is typed, a task is due then. */
  readonly dueOn: Prefilled;
  readonly waitingOn: WaitingOn | null;
  readonly messages: readonly { readonly kind: ClientMessageKind; readonly isBarred: boolean }[];
  /** Why no message at all can be sent, where none can. */
  readonly noMessage: Violation | null;
};

/** The form that takes action on a case. */
export async function readActForm(
  tx: Transaction,
  caseId: string,
  { today, now, readerId }: { readonly today: LocalDate; readonly now: Date; readonly readerId: string },
  asked: NoteAsked,
  words: Words,
): Promise<CaseForm<ActValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { record } = source;
  const setting = await readMessageSetting(tx, record, today);
  const previews = CLIENT_MESSAGES.map((kind) =>
    previewClientMessage(record, kind, setting, now, words.messages),
  );
  const isAnyOpen = previews.some(({ barred }) => !barred);
  return {
    case: source.case,
    lead: leadOf(source),
    barred: barredWhenClosed(record),
    isCorrection: false,
    values: {
      note: await readNoteStart(tx, readerId, asked, words.noteTemplates),
      happenedOn: prefilled(today),
      dueOn: prefilled(addWorkingDays(today, 1)),
      waitingOn: record.waitingOn,
      messages: previews.map(({ kind, barred }) => ({ kind, isBarred: barred !== null })),
      noMessage: isAnyOpen ? null : (previews[0]?.barred ?? null),
    },
  };
}

const prefilled = (on: LocalDate): Prefilled => ({ typed: formatTypedDate(on), echo: formatLongDate(on) });

/** The message of an act before it is sent, word for word. */
export async function readActMessage(
  tx: Transaction,
  caseId: string,
  kind: ClientMessageKind,
  { today, now, words }: { readonly today: LocalDate; readonly now: Date; readonly words: Words['messages'] },
): Promise<MessagePreview | null> {
  const record = await readCase(tx, caseId);
  if (!record) return null;
  return previewClientMessage(record, kind, await readMessageSetting(tx, record, today), now, words);
}
