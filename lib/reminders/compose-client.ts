import type { AssessedCase } from '../cases/assessed-case.ts';
import type { Transaction } from '../db/client.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { LANGUAGE_NAMES } from '../labels.ts';
import { printLetter } from '../mail/print-letter.ts';
import type { MailMessage } from '../mail/transport.ts';
import { type ActiveStaff, worksCase } from './addressees.ts';
import { clockOf } from './clock.ts';
import type { Sender } from './composed.ts';
import { isCorrection, LAPSED, ladderOf, OPENED } from './ladder.ts';
import type { Claim } from './ledger.ts';
import { actOpened, clientActOf } from './letters/client-acts.ts';
import { letterLanguage, wordsIn } from './letters/client-languages.ts';
import { type ClientMessage, clientLetter } from './letters/client-letter.ts';
import { seriesOf } from './letters/series.ts';
import { isNudge } from './plan.ts';
import type { OfficePolicy } from './policy.ts';
import { listEntries } from './queries.ts';

/** What about a letter differs from one message to a client to the next; the rest follows from the case. */
type About =
  | Pick<ClientMessage & { kind: 'countdown' }, 'kind' | 'act' | 'actBy' | 'ordinal' | 'total'>
  | Pick<ClientMessage & { kind: 'news' }, 'kind' | 'act'>
  | Pick<ClientMessage & { kind: 'correction' }, 'kind' | 'act' | 'formerDate' | 'actBy'>;

/** What a rung of the client's ladder is about. */
export async function aboutRung(
  tx: Transaction,
  claim: Claim,
  deadline: AdjustedDeadline,
  { assessment }: AssessedCase,
  policy: OfficePolicy,
): Promise<About> {
  if (claim.rung === LAPSED || claim.rung === OPENED) return { kind: 'news', act: actOpened(assessment) };
  const entries = await listEntries(tx, claim);
  const sent = entries.filter(
    ({ recipientId, state, rung }) =>
      recipientId === claim.recipientId && state === 'sent' && !isCorrection(rung),
  );
  const ladder = ladderOf(clockOf(deadline), policy).filter(({ to }) => to === 'client');
  return {
    kind: 'countdown',
    act: clientActOf(deadline.rule),
    actBy: deadline.dueOn,
    ...seriesOf(ladder, new Set(sent.map(({ rung }) => rung)), claim.rung),
  };
}

/** The mail to a client, at the level of detail and in the language that are recorded for them. */
export async function mailToClient(
  { record }: AssessedCase,
  about: About,
  claim: Pick<Claim, 'rung' | 'stopToken'>,
  staff: readonly ActiveStaff[],
  { office, appUrl, now }: Sender,
): Promise<MailMessage> {
  const { client, plan } = record;
  const owner = worksCase(record, staff);
  const answersTo = owner ?? staff[0] ?? null;
  const stopUrl = `${appUrl}/stop/${office.id}/${claim.stopToken}`;
  const letter = clientLetter({
    ...about,
    language: client.language,
    detail: client.messageDetail,
    clientName: client.name,
    officeName: client.maySayWhoWeAre ? office.name : null,
    officePhone: office.phone,
    ownerName: owner?.name ?? null,
    planName: plan?.name ?? null,
    stopUrl,
  });
  return {
    officeId: office.id,
    to: client.email,
    replyTo: answersTo?.email ?? null,
    ...(await printLetter(letter)),
    language: letter.language,
    // Stopping ends the nudges, and no other message.
    unsubscribeAt: isNudge({ to: 'client', id: claim.rung })
      ? `${appUrl}/api/mail/stop/${office.id}/${claim.stopToken}`
      : null,
    writtenAt: now,
  };
}

/**
 * Whether the client is written to in English for want of their own language, and nobody was asked to call them yet.
 * Once for a case: whoever was asked knows.
 */
export const needsCall = ({ record: { client, manualDeadlines } }: AssessedCase): boolean =>
  letterLanguage(client.language).isFallback &&
  !manualDeadlines.some(({ madeFor }) => madeFor === 'client-language');

/** What is worth knowing about the language of a message to this client, for the ledger. */
export function languageRemark({ record: { client } }: AssessedCase): string {
  const { language, isFallback } = letterLanguage(client.language);
  const name = client.language === 'other' ? 'the client’s language' : LANGUAGE_NAMES[client.language];
  if (isFallback) return `Written in English: there is no text in ${name} yet.`;
  const { by } = wordsIn(language).review;
  return by === 'nobody-yet' ? `Written in ${name}: nobody who reads it has looked at the text yet.` : '';
}
