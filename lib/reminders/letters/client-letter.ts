import { formatLongDate } from '../../calendar/format-date.ts';
import { dayOfMonth, type LocalDate, monthOf, weekday, yearOf } from '../../calendar/local-date.ts';
import type { Language } from '../../db/vocabulary.ts';
import { type Letter, type Paragraph, strong } from '../../mail/letter.ts';

export type ClientReminder = {
  readonly clientName: string;
  readonly language: Language;
  /** The office's name, where the client lets us say who we are. */
  readonly officeName: string | null;
  readonly officePhone: string;
  readonly ownerName: string | null;
  /** The last day to act; null where something happened and there is news. */
  readonly actBy: LocalDate | null;
};

/** Clients are written to in the languages we have, and otherwise in English. */
export const letterLanguage = (language: Language): 'en' | 'es' => (language === 'es' ? 'es' : 'en');

/**
 * A reminder to a client, in words that tell a stranger who reads it nothing: no plan, diagnosis, treatment or law.
 * It names one day at most and asks for one call.
 */
export function clientLetter(reminder: ClientReminder): Letter {
  const { clientName, officeName, officePhone, ownerName, actBy } = reminder;
  const language = letterLanguage(reminder.language);
  const words = WORDS[language];
  const canCall = officePhone !== '';
  return {
    language,
    subject: officeName ? words.subjectFrom(officeName) : words.subject,
    preview: words.subject,
    greeting: words.greeting(firstWord(clientName)),
    paragraphs: [actBy ? words.act(strong(words.day(actBy)), canCall) : words.news(canCall)],
    button: canCall ? { label: words.call(officePhone), href: `tel:${dialed(officePhone)}` } : null,
    closing: ownerName ? words.questions(firstWord(ownerName)) : null,
    footnote: words.stop,
  };
}

/** What a reply must say to stop the messages, for the header that mail programs turn into a button. */
export const stopWord = (language: Language): string => WORDS[letterLanguage(language)].stopWord;

type Words = {
  readonly subject: string;
  readonly subjectFrom: (office: string) => string;
  readonly greeting: (name: string) => string;
  readonly act: (day: { strong: string }, canCall: boolean) => Paragraph;
  readonly news: (canCall: boolean) => string;
  readonly call: (phone: string) => string;
  readonly questions: (name: string) => string;
  readonly day: (date: LocalDate) => string;
  readonly stopWord: string;
  readonly stop: string;
};

const WORDS: Readonly<Record<'en' | 'es', Words>> = {
  en: {
    subject: 'A reminder',
    subjectFrom: (office) => `A reminder from ${office}`,
    greeting: (name) => `Hello, ${name}.`,
    act: (day, canCall) => [
      'There is something for us to do together, at the latest on ',
      day,
      `. Please ${canCall ? 'call us' : 'reply to this message'} before that day: it takes a few minutes.`,
    ],
    news: (canCall) =>
      `We have news for you. Please ${canCall ? 'call us' : 'reply to this message'} when you can.`,
    call: (phone) => `Call ${phone}`,
    questions: (name) => `Questions? Ask for ${name}.`,
    day: formatLongDate,
    stopWord: 'STOP',
    stop: 'You get this because you agreed to e-mail from us. To get no more, reply STOP or tell us by phone.',
  },
  es: {
    subject: 'Un recordatorio',
    subjectFrom: (office) => `Un recordatorio de ${office}`,
    greeting: (name) => `Hola, ${name}:`,
    act: (day, canCall) => [
      'Hay algo que tenemos que hacer juntos, a más tardar el ',
      day,
      `. Por favor, ${canCall ? 'llámenos' : 'responda a este mensaje'} antes de ese día: toma unos minutos.`,
    ],
    news: (canCall) =>
      `Tenemos noticias para usted. Por favor, ${canCall ? 'llámenos' : 'responda a este mensaje'} cuando pueda.`,
    call: (phone) => `Llamar al ${phone}`,
    questions: (name) => `¿Preguntas? Pida hablar con ${name}.`,
    day: formatSpanishDate,
    stopWord: 'ALTO',
    stop: 'Recibe este mensaje porque aceptó recibir correos nuestros. Para no recibir más, responda ALTO o díganoslo por teléfono.',
  },
};

const SPANISH_WEEKDAYS = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'] as const;
const SPANISH_MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
] as const;

/** "martes 24 de noviembre de 2026". */
function formatSpanishDate(date: LocalDate): string {
  const month = SPANISH_MONTHS[monthOf(date) - 1] ?? '';
  return `${SPANISH_WEEKDAYS[weekday(date)]} ${dayOfMonth(date)} de ${month} de ${yearOf(date)}`;
}

const firstWord = (name: string): string => name.trim().split(/\s+/)[0] ?? '';

const dialed = (phone: string): string => phone.replace(/[^+\d]/g, '');
