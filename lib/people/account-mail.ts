import { randomUUID } from 'node:crypto';
import { systemActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import { getDatabase } from '../db/app-database.ts';
import type { Database } from '../db/client.ts';
import { inOffice, inUnitOfWork } from '../db/unit-of-work.ts';
import { type Env, getEnv } from '../env.ts';
import { done } from '../errors.ts';
import { createLogger, type Logger } from '../log.ts';
import { chooseTransport } from '../mail/choose-transport.ts';
import type { Letter } from '../mail/letter.ts';
import { printLetter } from '../mail/print-letter.ts';
import { type Delivery, type MailTransport, refused } from '../mail/transport.ts';
import { readOffice } from '../offices/queries.ts';
import type { IssuedLink } from './issue-link.ts';
import {
  factorRemovedLetter,
  invitationLetter,
  noPasswordLetter,
  passwordSetLetter,
  resetLetter,
} from './letters.ts';
import type { LinkHolder } from './queries.ts';
import type { RemovedFactor } from './remove-second-factor.ts';
import { withdrawLinks } from './repository.ts';
import type { ResetAnswer } from './request-reset.ts';

/** What letters about accounts are sent with. */
export type AccountMail = {
  readonly db: Database;
  readonly appUrl: string;
  readonly transport: MailTransport;
  readonly log: Logger;
};

export function accountMail(env: Env = getEnv()): AccountMail {
  const log = createLogger('accounts', env.LOG_LEVEL);
  return { db: getDatabase(), appUrl: env.APP_URL, transport: chooseTransport(env), log };
}

/** Mails an invitation. One that cannot be mailed is withdrawn, so that nobody waits for it; false says so. */
export async function mailInvitation(mail: AccountMail, link: IssuedLink, now: Date): Promise<boolean> {
  const { officeId, issuedBy: invitedBy, person } = link;
  const office = await officeOf(mail, officeId, now);
  const letter = invitationLetter(link, { officeName: office.name, invitedBy, appUrl: mail.appUrl });
  const isSent = await send(mail, { officeId, to: person.email, letter, id: link.linkId }, now);
  if (!isSent) await withdrawUnsent(mail, link, now);
  return isSent;
}

/** Mails what somebody who asked for a new password gets. */
export async function mailResetAnswer(mail: AccountMail, answer: ResetAnswer, now: Date): Promise<void> {
  const { name, email: to, office } = answer.account;
  const officeName = office.name;
  if (answer.kind === 'no-password') {
    const letter = noPasswordLetter({ name, officeName });
    await send(mail, { officeId: office.id, to, letter, id: randomUUID() }, now);
    return;
  }
  const letter = resetLetter(answer.link, { officeName, appUrl: mail.appUrl });
  if (!(await send(mail, { officeId: office.id, to, letter, id: answer.link.linkId }, now)))
    await withdrawUnsent(mail, answer.link, now);
}

export async function mailPasswordSet(mail: AccountMail, holder: LinkHolder, now: Date): Promise<void> {
  const { person, office } = holder;
  const letter = passwordSetLetter({ name: person.name, officeName: office.name }, now);
  await send(mail, { officeId: office.id, to: person.email, letter, id: randomUUID() }, now);
}

/** False where the person could not be told. */
export async function mailFactorRemoved(
  mail: AccountMail,
  { person, officeId, removedBy }: RemovedFactor,
  now: Date,
): Promise<boolean> {
  const office = await officeOf(mail, officeId, now);
  const letter = factorRemovedLetter({ name: person.name, officeName: office.name, removedBy }, now);
  return send(mail, { officeId, to: person.email, letter, id: randomUUID() }, now);
}

/** The log names neither the person nor the link. */
async function send(
  { transport, log }: AccountMail,
  { id, letter, ...addressed }: { officeId: string; to: string; letter: Letter; id: string },
  writtenAt: Date,
): Promise<boolean> {
  const message = {
    ...addressed,
    ...(await printLetter(letter)),
    replyTo: null,
    language: letter.language,
    unsubscribeAt: null,
    isAboutAccount: true,
    writtenAt,
  };
  const delivery = await transport
    .send(message, id)
    .catch((): Delivery => refused(true, 'The mail transport broke off.'));
  if (delivery.outcome === 'accepted') return true;
  log.warn({ mailId: id }, delivery.reason);
  return false;
}

async function withdrawUnsent({ db }: AccountMail, link: IssuedLink, now: Date): Promise<void> {
  const { officeId, person, purpose } = link;
  await inUnitOfWork(db, systemActor(officeId), now, async (unit) => {
    await withdrawLinks(unit, person.id, { purpose });
    unit.record({
      event: 'person.link-withdrawn',
      subjectId: person.id,
      changes: [{ field: 'purpose', from: null, to: purpose }],
      reason: 'The mail could not be sent.',
    });
    return done(null);
  });
}

const officeOf = ({ db }: AccountMail, officeId: string, now: Date) =>
  inOffice(db, systemActor(officeId), pacificToday(now), readOffice);
