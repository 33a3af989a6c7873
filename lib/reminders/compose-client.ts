import type { AssessedCase } from '../cases/assessed-case.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import type { Transaction } from '../db/client.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { LANGUAGE_NAMES } from '../labels.ts';
import type { Letter } from '../mail/letter.ts';
import { printLetter } from '../mail/print-letter.ts';
import type { MailMessage } from '../mail/transport.ts';
import type { Office } from '../offices/queries.ts';
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
  | Pick<ClientMessage & { kind: 'correction' }, 'kind' | 'act' | 'formerDate' | 'actBy'>
  | (Pick<ClientMessage & { kind: 'by-hand' }, 'kind' | 'text'> & { readonly act: 'other' });

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

/** The letter to a client, at the level of detail and in the language that are recorded for them. */
export function letterToClient(
  record: CaseRecord,
  about: About,
  staff: readonly ActiveStaff[],
  office: Office,
  stopUrl: string,
): Letter {
  const { client, plan } = record;
  return clientLetter({
    ...about,
    language: client.language,
    detail: client.messageDetail,
    clientName: client.name,
    officeName: client.maySayWhoWeAre ? office.name : null,
    officePhone: office.phone,
    ownerName: worksCase(record, staff)?.name ?? null,
    planName: plan?.name ?? null,
    stopUrl,
  });
}

/** The mail that brings it. `mayBeStopped`: whether the mail program's own button ends such messages. */
export async function mailToClient(
  { record }: Pick<AssessedCase, 'record'>,
  about: About,
  { stopToken, mayBeStopped }: { readonly stopToken: string; readonly mayBeStopped: boolean },
  staff: readonly ActiveStaff[],
  { office, appUrl, now }: Sender,
): Promise<MailMessage> {
  const answersTo = worksCase(record, staff) ?? staff[0] ?? null;
  const letter = letterToClient(record, about, staff, office, `${appUrl}/stop/${office.id}/${stopToken}`);
  return {
    officeId: office.id,
    to: record.client.email,
    replyTo: answersTo?.email ?? null,
    ...(await printLetter(letter)),
    language: letter.language,
    unsubscribeAt: mayBeStopped ? `${appUrl}/api/mail/stop/${office.id}/${stopToken}` : null,
    writtenAt: now,
  };
}

/** The claim of a reminder as its mail needs it: stopping ends the nudges, and no other message. */
export const stopsOf = ({ rung, stopToken }: Pick<Claim, 'rung' | 'stopToken'>) => ({
  stopToken,
  mayBeStopped: isNudge({ to: 'client', id: rung }),
});

/**
 * Whether the client is written to in English for want of their own language, and nobody was asked to call them yet.
 * Once for a case: whoever was asked knows.
 */
export const needsCall = ({ record: { client, manualDeadlines } }: AssessedCase): boolean =>
  letterLanguage(client.language).isFallback &&
  !manualDeadlines.some(({ madeFor }) => madeFor === 'client-language');

/** What is worth knowing about the language of a message to this client, for the ledger. */
export function languageRemark({ record: { client } }: Pick<AssessedCase, 'record'>): string {
  const { language, isFallback } = letterLanguage(client.language);
  const name = client.language === 'other' ? 'the client’s language' : LANGUAGE_NAMES[client.language];
  if (isFallback) return `Written in English: there is no text in ${name} yet.`;
  const { by } = wordsIn(language).review;
  return by === 'nobody-yet' ? `Written in ${name}: nobody who reads it has looked at the text yet.` : '';
}
