import { expiryOf, newLinkToken } from '../access/access-links.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { LinkPurpose } from '../db/vocabulary.ts';
import { insertLink, withdrawLinks } from './repository.ts';

/** A link as it is to be mailed: the only moment at which its token is known. */
export type IssuedLink = {
  readonly linkId: string;
  readonly purpose: LinkPurpose;
  readonly token: string;
  readonly expiresAt: Date;
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly officeId: string;
  readonly issuedBy: string;
};

/** Makes a link for one person and withdraws the former ones of its purpose, so that one at most works. */
export async function issueLink(
  unit: UnitOfWork,
  purpose: LinkPurpose,
  person: IssuedLink['person'],
): Promise<IssuedLink> {
  const { token, tokenHash } = newLinkToken();
  const expiresAt = expiryOf(purpose, unit.now);
  await withdrawLinks(unit, person.id, { purpose });
  const linkId = await insertLink(unit, { personId: person.id, purpose, tokenHash, expiresAt });
  unit.record({
    event: purpose === 'invitation' ? 'person.invited' : 'person.link-sent',
    subjectId: person.id,
    changes: Object.entries({ purpose, expiresAt }).map(([field, to]) => ({ field, from: null, to })),
  });
  const { id, name, email } = person;
  const { officeId, name: issuedBy } = unit.actor;
  return { linkId, purpose, token, expiresAt, person: { id, name, email }, officeId, issuedBy };
}
