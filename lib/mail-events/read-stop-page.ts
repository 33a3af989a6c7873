import { z } from 'zod';
import { systemActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import type { Database } from '../db/client.ts';
import { inOffice } from '../db/unit-of-work.ts';
import type { LetterLanguage } from '../mail/letter.ts';
import { readOfficePhone } from '../offices/queries.ts';
import { languageAccepted, letterLanguage, wordsIn } from '../reminders/letters/client-languages.ts';
import type { StopPageWords } from '../reminders/letters/client-words.ts';
import type { StopLink } from './answer-stop.ts';
import { isStopAsked, readMessageToStop } from './queries.ts';
import { mayStop } from './rules.ts';

export type StopPage = {
  readonly state: 'asks' | 'done' | 'unknown';
  readonly language: LetterLanguage;
  readonly words: StopPageWords;
  /** Whom to call, in the reader's words; null where the office has no phone. */
  readonly call: { readonly label: string; readonly phone: string } | null;
};

const DIGEST_WORDS: StopPageWords = {
  title: 'Stop the digest',
  question: 'Do you want no more digests by e-mail?',
  whatStops: 'We will send you no more digests. You start them again under Your account.',
  whatStays: 'Reminders of a clock that is about to be missed cannot be turned off.',
  button: 'Stop the digest',
  doneTitle: 'The digest is stopped',
  done: 'You will get no more digests. You start them again under Your account.',
  unknownTitle: wordsIn('en').stopPage.unknownTitle,
  unknown: wordsIn('en').stopPage.unknown,
};

const links = z.object({ officeId: z.uuid(), token: z.uuid() });

/**
 * What the page behind a message's link says: in the client's language, and where nobody knows the link in one the browser
 * asks for. It names nobody and no case.
 */
export async function readStopPage(
  db: Database,
  given: StopLink & { readonly wasPressed: boolean; readonly acceptLanguage: string | null },
  now: Date,
): Promise<StopPage> {
  const unknownIn = languageAccepted(given.acceptLanguage);
  const link = links.safeParse(given);
  if (!link.success) return pageOf('unknown', unknownIn, '');
  const { officeId, token } = link.data;
  return inOffice(db, systemActor(officeId), pacificToday(now), async (tx) => {
    const phone = await readOfficePhone(tx);
    const message = await readMessageToStop(tx, token);
    if (!message || !mayStop(message.recipientKind)) return pageOf('unknown', unknownIn, phone);
    const isDone = given.wasPressed && (await isStopAsked(tx, message.messageId));
    const { language } = letterLanguage(message.language ?? 'en');
    const page = pageOf(isDone ? 'done' : 'asks', language, phone);
    return message.recipientKind === 'client' ? page : { ...page, words: DIGEST_WORDS, call: null };
  });
}

function pageOf(state: StopPage['state'], language: LetterLanguage, phone: string): StopPage {
  const words = wordsIn(language);
  return { state, language, words: words.stopPage, call: phone ? { label: words.call(phone), phone } : null };
}
