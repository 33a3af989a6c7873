import type { LocalDate } from '../../calendar/local-date.ts';
import type { ClientMessageKind } from '../../db/vocabulary.ts';
import type { Paragraph, Strong } from '../../mail/letter.ts';
import type { NamedAct } from './client-acts.ts';

/** Why a client is written to: to do something by a day, to hear what changed, to forget a day named before, or since somebody asks. */
type Occasion = 'countdown' | 'news' | 'correction' | 'by-hand';

/** Everything that is ever said to a client in one language, and how far somebody who reads it has looked at it. */
export type ClientWords = {
  readonly review: { readonly by: 'authors' | 'nobody-yet'; readonly note: string };
  /** Subject and preview are read over shoulders: they say the same at every level of detail. */
  readonly subject: Readonly<Record<Occasion, string>>;
  readonly preview: string;
  readonly greeting: string;
  readonly greetingTo: (name: string) => string;
  readonly countdown: {
    readonly neutral: (day: Strong) => Paragraph;
    readonly standard: (day: Strong) => Paragraph;
    readonly detailed: (act: string, day: Strong) => Paragraph;
  };
  readonly news: {
    readonly neutral: string;
    readonly standard: string;
    readonly silence: (plan: string | null) => string;
    readonly opened: (act: string) => string;
    readonly openedSomething: string;
  };
  readonly correction: {
    readonly neutral: (former: Strong) => Paragraph;
    readonly standard: (former: Strong) => Paragraph;
    readonly detailed: (act: string, former: Strong) => Paragraph;
    readonly moved: (day: Strong) => Paragraph;
    readonly dropped: string;
  };
  /** What somebody of the office sends by hand; "news" has its words above. */
  readonly byHand: Readonly<
    Record<Exclude<ClientMessageKind, 'news'>, { readonly neutral: string; readonly standard: string }>
  >;
  /** An act as the sentences above take it in, in words a person uses at a kitchen table. */
  readonly acts: Readonly<Record<NamedAct, string>>;
  readonly about: (plan: string) => string;
  readonly from: (office: string) => string;
  readonly callBefore: string;
  readonly replyBefore: string;
  readonly callSoon: string;
  readonly replySoon: string;
  readonly nothingToDo: string;
  readonly call: (phone: string) => string;
  readonly questions: (name: string) => string;
  readonly only: string;
  readonly first: (total: number) => string;
  readonly later: (ordinal: number, total: number) => string;
  readonly why: string;
  readonly stopByReplyOrPhone: string;
  readonly stopByReply: string;
  readonly stopLink: string;
  readonly day: (date: LocalDate) => string;
  readonly stopPage: StopPageWords;
};

/** The page behind the link that stops messages. It opens on any screen, so it says no more than a neutral letter. */
export type StopPageWords = {
  readonly title: string;
  readonly question: string;
  readonly whatStops: string;
  readonly whatStays: string;
  readonly button: string;
  readonly doneTitle: string;
  readonly done: string;
  readonly unknownTitle: string;
  readonly unknown: string;
};

/** A day in full, as the language's readers write it; the same whatever the machine's own time zone. */
export const fullDay =
  (locale: string) =>
  (date: LocalDate): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
      new Date(`${date}T00:00:00Z`),
    );
