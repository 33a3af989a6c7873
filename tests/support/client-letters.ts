import { localDate } from '../../lib/calendar/local-date.ts';
import {
  CLIENT_MESSAGES,
  type Language,
  MESSAGE_DETAILS,
  type MessageDetail,
} from '../../lib/db/vocabulary.ts';
import type { Letter } from '../../lib/mail/letter.ts';
import { type ClientMessage, clientLetter } from '../../lib/reminders/letters/client-letter.ts';

/** The languages there are letters in, as they are recorded for a client. */
export const WRITTEN_LANGUAGES = ['en', 'es', 'zh', 'vi', 'ko', 'tl'] as const satisfies readonly Language[];

export const theCase = {
  clientName: 'Rosario Villaseñor',
  planName: 'Anthem Blue Cross',
  service: 'Proton beam therapy, prostate cancer',
  diagnosis: 'Malignant neoplasm of prostate, C61',
  officeName: 'Cedar Street Legal Aid',
} as const;

const common = {
  clientName: theCase.clientName,
  officeName: theCase.officeName,
  officePhone: '(619) 555-0142',
  ownerName: 'Inés Caldera',
  planName: theCase.planName,
  stopUrl: 'https://recourse.example/stop/1f6c1f7e-0d0e-4a55-9f0f-5f0c8d1f3b11/9b1d6f0a',
  act: 'review-request',
  kind: 'countdown',
  actBy: localDate('2026-11-24'),
  ordinal: 1,
  total: 4,
} as const;

export const message = (more: Partial<ClientMessage> = {}): ClientMessage =>
  ({ ...common, language: 'en', detail: 'neutral', ...more }) as ClientMessage;

const TEMPLATES: Readonly<Record<string, Partial<ClientMessage>>> = {
  'countdown, the first': {},
  'countdown, a later one': { ordinal: 3, act: 'appeal' },
  news: { kind: 'news', act: 'hearing' },
  'correction to another day': { kind: 'correction', formerDate: localDate('2026-11-17'), act: 'hearing' },
  'correction to nothing': { kind: 'correction', formerDate: localDate('2026-11-17'), actBy: null },
  ...Object.fromEntries(
    CLIENT_MESSAGES.map((text) => [`by hand: ${text}`, { kind: 'by-hand' as const, text }]),
  ),
  'by hand, without a phone': { kind: 'by-hand', text: 'call-us', officePhone: '' },
  'without a phone': { officePhone: '', ownerName: null, act: 'other', ordinal: 1, total: 1 },
};

export type Template = { readonly name: string; readonly detail: MessageDetail; readonly letter: Letter };

/** Every template of a language at every level of detail. */
export const clientTemplates = (language: Language): Template[] =>
  Object.entries(TEMPLATES).flatMap(([name, more]) =>
    MESSAGE_DETAILS.map((detail) => ({
      name,
      detail,
      letter: clientLetter(message({ ...more, language, detail })),
    })),
  );
