import type { CaseRecord } from '../cases/case-record.ts';
import type { ClientMessageKind, Language, MessageDetail } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';
import { momentText } from '../flight-recorder/moment-text.ts';
import type { Letter, LetterLanguage, Paragraph } from '../mail/letter.ts';
import { letterToClient } from '../reminders/compose-client.ts';
import { heldUntil } from '../reminders/ladder.ts';
import { wordsIn } from '../reminders/letters/client-languages.ts';
import type { Words } from '../words/words.ts';
import type { MessageSetting } from './queries.ts';
import { barToMessage, violationOf } from './rules.ts';

/** What the client would read, line by line. */
export type PreviewedText = {
  readonly language: LetterLanguage;
  readonly subject: string;
  readonly lines: readonly string[];
};

/** A message before it is sent: what the client would get, word for word, and when. */
export type MessagePreview = {
  readonly kind: ClientMessageKind;
  readonly to: string;
  readonly clientLanguage: Language;
  readonly detail: MessageDetail;
  readonly text: PreviewedText;
  /** The same in English, where the client is written to in another language. */
  readonly inEnglish: PreviewedText | null;
  readonly isReviewed: boolean;
  /** When it goes, where the office is closed now: "Mon, Nov 23, 2026, 8:00 am". */
  readonly goesAt: string | null;
  readonly barred: Violation | null;
};

/** What this client would get if that message were sent now; `barred` says why it could not be. Pure. */
export function previewClientMessage(
  record: CaseRecord,
  kind: ClientMessageKind,
  { office, policy, staff, suppressed }: MessageSetting,
  now: Date,
  words: Words['messages'],
): MessagePreview {
  const { client } = record;
  const letterIn = (language: Language) =>
    letterToClient(
      { ...record, client: { ...client, language } },
      { kind: 'by-hand', text: kind, act: 'other' },
      staff,
      office,
      STOPS,
    );
  const letter = letterIn(client.language);
  const bar = barToMessage(client, kind, suppressed.get(client.email.toLowerCase()));
  const opensAt = heldUntil({ at: now, mustGoBy: null }, now, policy);
  return {
    kind,
    to: client.email,
    clientLanguage: client.language,
    detail: client.messageDetail,
    text: textOf(letter),
    inEnglish: letter.language === 'en' ? null : textOf(letterIn('en')),
    isReviewed: wordsIn(letter.language).review.by !== 'nobody-yet',
    goesAt: opensAt && momentText(opensAt, policy),
    barred: bar && violationOf(bar, words),
  };
}

/** Where the link that stops such messages leads is decided when one is written. */
const STOPS = '#';

const textOf = (letter: Letter): PreviewedText => ({
  language: letter.language,
  subject: letter.subject,
  lines: [
    letter.greeting,
    ...letter.paragraphs.map(plain),
    ...(letter.button ? [letter.button.label] : []),
    ...(letter.closing ? [letter.closing] : []),
    [letter.footnote, ...(letter.footnoteLinks ?? []).map(({ label }) => label)].join(' '),
  ],
});

const plain = (paragraph: Paragraph): string =>
  typeof paragraph === 'string'
    ? paragraph
    : paragraph.map((part) => (typeof part === 'string' ? part : part.strong)).join('');
