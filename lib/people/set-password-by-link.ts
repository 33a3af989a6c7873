import { couldBeToken, hashOfToken, isHashOf, stillWorks } from '../access/access-links.ts';
import type { UserActor } from '../access/actor.ts';
import { endSessionsOf } from '../access/end-sessions.ts';
import { hashPassword } from '../access/password.ts';
import { passwordViolations } from '../access/password-rules.ts';
import { forgetTries, setPasswordHash } from '../access/repository.ts';
import type { Database } from '../db/client.ts';
import { inUnitOfWork } from '../db/unit-of-work.ts';
import type { LinkPurpose } from '../db/vocabulary.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { findLink, type LinkHolder } from './queries.ts';
import { useLink, withdrawLinks } from './repository.ts';
import { linkWorksNoMore } from './rules.ts';

/** Whom a link that still works belongs to; null for one that was used, withdrawn or ran out, and for any other text. */
export async function holderOfLink(
  db: Database,
  purpose: LinkPurpose,
  token: string,
  now: Date,
): Promise<LinkHolder | null> {
  if (!couldBeToken(token)) return null;
  const holder = await findLink(db, hashOfToken(token));
  const isTheirs = holder && isHashOf(holder.tokenHash, token) && holder.purpose === purpose;
  return isTheirs && stillWorks(holder, now) && !holder.person.deactivatedAt ? holder : null;
}

/**
 * Sets the password of whoever holds the link and uses the link up. Every session of theirs, every other link and any wait for
 * wrong tries end with it; a second factor stays, so that a mailbox alone opens no account that has one.
 */
export async function setPasswordByLink(
  db: Database,
  { purpose, token, password }: { purpose: LinkPurpose; token: string; password: string },
  now: Date,
): Promise<Outcome<LinkHolder>> {
  const holder = await holderOfLink(db, purpose, token, now);
  if (!holder) return refuse(linkWorksNoMore);
  const { linkId, person, office } = holder;
  const violations = passwordViolations(password, { ...person, officeName: office.name });
  if (violations.length > 0) return refuse(...violations);
  const passwordHash = await hashPassword(password);
  const actor: UserActor = {
    kind: 'user',
    userId: person.id,
    officeId: office.id,
    name: person.name,
    role: person.role,
    language: person.language,
  };
  return inUnitOfWork(db, actor, now, async (unit) => {
    if (!(await useLink(unit, linkId))) return refuse(linkWorksNoMore);
    await setPasswordHash(unit.tx, person.id, passwordHash);
    await withdrawLinks(unit, person.id);
    await endSessionsOf(unit, person.id, 'password-changed');
    await forgetTries(unit.tx, 'password', { userId: person.id, email: person.email });
    unit.record({
      event: 'password.reset',
      subjectId: person.id,
      changes: [{ field: 'purpose', from: null, to: purpose }],
    });
    return done(holder);
  });
}
