import type { UserActor } from '@/lib/access/actor.ts';
import type { ActInput } from '@/lib/acts/input.ts';
import { readActMessage } from '@/lib/acts/queries.ts';
import { partsOf } from '@/lib/acts/rules.ts';
import { formatLongDate } from '@/lib/calendar/format-date.ts';
import type { MessagePreview, PreviewedText } from '@/lib/client-messages/preview-client-message.ts';
import type { UnitOfWork } from '@/lib/db/unit-of-work.ts';
import { done, type Outcome } from '@/lib/errors.ts';
import { LANGUAGE_NAMES } from '@/lib/labels.ts';
import { type Words, wordsIn } from '@/lib/words/words.ts';
import { previewRecord, type RecordPreview } from '../../preview-record.ts';

/** One text of a message, in the language it is in. */
export type ShownText = PreviewedText & { readonly heading: string };

/** What saving an act does, in words and whole: each part, the message as the client reads it, the clocks. */
export type ActPreview = {
  readonly parts: readonly string[];
  readonly inOneSentence: string;
  readonly message: {
    readonly to: string;
    readonly howMuch: string;
    readonly warning: string | null;
    readonly texts: readonly ShownText[];
  } | null;
  readonly clocks: RecordPreview;
};

/** Tries an act out; the caller rolls everything back. */
export async function previewAct(
  unit: UnitOfWork<UserActor>,
  input: ActInput,
  command: () => Promise<Outcome<{ caseId: string }>>,
): Promise<Outcome<ActPreview>> {
  const { tx, today, now, actor } = unit;
  const words = wordsIn(actor.language);
  const { caseId, messageKind } = input;
  const clocks = await previewRecord(unit, caseId, command);
  if (!clocks.ok) return clocks;
  const message =
    messageKind && (await readActMessage(tx, caseId, messageKind, { today, now, words: words.messages }));
  const parts = partsInWords(input, message, words);
  return done({
    parts,
    inOneSentence: words.acts.partCount(parts.length),
    message: message && shown(message, words.messages),
    clocks: clocks.value,
  });
}

function partsInWords(input: ActInput, message: MessagePreview | null, words: Words): string[] {
  const { will, waitingInSentence, clocksSay } = words.acts;
  const parts = partsOf(input);
  const { waitsFor, title, dueOn, kind } = input;
  return [
    ...(parts.note ? [kind === 'call' ? will.call : will.note] : []),
    ...(waitsFor ? [will.waits(waitsFor === 'nobody' ? clocksSay : waitingInSentence[waitsFor])] : []),
    ...(message ? [will.message(words.messages.kinds[message.kind], whenOf(message, words.messages))] : []),
    ...(parts.task && dueOn ? [will.task(title, formatLongDate(dueOn))] : []),
  ];
}

const whenOf = ({ goesAt }: MessagePreview, words: Words['messages']): string =>
  goesAt ? words.goesAt(goesAt) : words.goesNow;

function shown(message: MessagePreview, words: Words['messages']): NonNullable<ActPreview['message']> {
  const { text, inEnglish } = message;
  const texts: ShownText[] = [
    { ...text, heading: words.inLanguage(LANGUAGE_NAMES[message.clientLanguage]) },
    ...(inEnglish ? [{ ...inEnglish, heading: words.inEnglish }] : []),
  ];
  return {
    to: words.to(message.to),
    howMuch: words.howMuch[message.detail],
    warning: message.isReviewed ? null : words.notReviewed,
    texts,
  };
}
