import type { LocalDate } from '../../calendar/local-date.ts';
import type { ClientMessageKind, Language, MessageDetail } from '../../db/vocabulary.ts';
import { firstName } from '../../mail/first-name.ts';
import { type Letter, type Paragraph, strong } from '../../mail/letter.ts';
import { telHref } from '../../mail/tel-href.ts';
import type { ClientAct } from './client-acts.ts';
import { letterLanguage, wordsIn } from './client-languages.ts';
import type { ClientWords } from './client-words.ts';

export type ClientMessage = ClientNews & {
  readonly language: Language;
  /** How much the client agreed to have told. */
  readonly detail: MessageDetail;
  readonly clientName: string;
  /** The office's name, where the client lets us say who we are. */
  readonly officeName: string | null;
  readonly officePhone: string;
  readonly ownerName: string | null;
  readonly act: ClientAct;
  readonly planName: string | null;
  /** Where one press stops the reminders; null where there is no such page. */
  readonly stopUrl: string | null;
};

type ClientNews =
  /** The last day to act, and which of how many messages about it this is. */
  | {
      readonly kind: 'countdown';
      readonly actBy: LocalDate;
      readonly ordinal: number;
      readonly total: number;
    }
  /** The insurer stayed silent, and `act` is what that opened. */
  | { readonly kind: 'news' }
  /** One of the fixed texts that somebody of the office sends. */
  | { readonly kind: 'by-hand'; readonly text: ClientMessageKind }
  /** A day named before no longer holds; `actBy` is the new one, or null where there is nothing to do any more. */
  | { readonly kind: 'correction'; readonly formerDate: LocalDate; readonly actBy: LocalDate | null };

type ByHand = Extract<ClientMessage, { kind: 'by-hand' }>;

/**
 * A letter to a client at the level of detail they agreed to. Neutral tells a stranger who reads it nothing: no name, plan,
 * diagnosis, treatment or law. Subject and preview are neutral at every level.
 */
export function clientLetter(message: ClientMessage): Letter {
  const { kind, detail, clientName, officeName, officePhone, ownerName, stopUrl } = message;
  const { language } = letterLanguage(message.language);
  const words = wordsIn(language);
  const canCall = officePhone !== '';
  const isNamed = detail !== 'neutral';
  const footnote = [
    seriesOf(message, words),
    words.why,
    canCall ? words.stopByReplyOrPhone : words.stopByReply,
  ];
  return {
    language,
    subject: words.subject[kind],
    preview: words.preview,
    greeting: isNamed ? words.greetingTo(firstName(clientName)) : words.greeting,
    paragraphs: [
      ...bodyOf(message, words),
      ...askOf(message, words, canCall),
      ...(isNamed && officeName ? [words.from(officeName)] : []),
    ],
    button: canCall ? { label: words.call(officePhone), href: telHref(officePhone) } : null,
    closing: isNamed && ownerName ? words.questions(firstName(ownerName)) : null,
    footnote: footnote.filter((sentence) => sentence !== null).join(language === 'zh-Hant' ? '' : ' '),
    footnoteLinks: stopUrl ? [{ label: words.stopLink, href: stopUrl }] : [],
  };
}

function bodyOf(message: ClientMessage, words: ClientWords): Paragraph[] {
  switch (message.kind) {
    case 'countdown':
      return [datedSentence(message, words.countdown, words, message.actBy), ...aboutPlan(message, words)];
    case 'correction':
      return [
        datedSentence(message, words.correction, words, message.formerDate),
        message.actBy ? words.correction.moved(strong(words.day(message.actBy))) : words.correction.dropped,
        ...aboutPlan(message, words),
      ];
    case 'news':
      return newsOf(message, words);
    case 'by-hand':
      return [textByHand(message, words), ...aboutPlan(message, words)];
  }
}

/** An act without words of its own is told as the standard level tells it. */
function datedSentence(
  { detail, act }: ClientMessage,
  sentences: Pick<ClientWords['countdown'], MessageDetail>,
  { acts, day }: ClientWords,
  on: LocalDate,
): Paragraph {
  const date = strong(day(on));
  if (detail === 'neutral') return sentences.neutral(date);
  return detail === 'detailed' && act !== 'other'
    ? sentences.detailed(acts[act], date)
    : sentences.standard(date);
}

function newsOf({ detail, act, planName }: ClientMessage, { news, acts }: ClientWords): Paragraph[] {
  if (detail !== 'detailed') return [news[detail]];
  return [news.silence(planName), act === 'other' ? news.openedSomething : news.opened(acts[act])];
}

function textByHand({ text, detail }: ByHand, { byHand, news }: ClientWords): string {
  return (text === 'news' ? news : byHand[text])[detail === 'neutral' ? 'neutral' : 'standard'];
}

const aboutPlan = ({ detail, planName }: ClientMessage, words: ClientWords): Paragraph[] =>
  detail === 'detailed' && planName ? [words.about(planName)] : [];

function askOf(message: ClientMessage, words: ClientWords, canCall: boolean): Paragraph[] {
  if (message.kind === 'by-hand' && TOLD_ONLY.has(message.text)) return [words.nothingToDo];
  if (message.kind === 'news' || message.kind === 'by-hand')
    return [canCall ? words.callSoon : words.replySoon];
  if (message.actBy === null) return [];
  return [canCall ? words.callBefore : words.replyBefore];
}

/** What asks the client for nothing. */
const TOLD_ONLY: ReadonlySet<ClientMessageKind> = new Set(['papers-sent', 'still-waiting']);

/** A correction stands outside the count: the messages about the new day have their own. So does what a person sends. */
function seriesOf(message: ClientMessage, words: ClientWords): string | null {
  if (message.kind === 'correction' || message.kind === 'by-hand') return null;
  if (message.kind === 'news' || message.total === 1) return words.only;
  const { ordinal, total } = message;
  return ordinal === 1 ? words.first(total) : words.later(ordinal, total);
}
