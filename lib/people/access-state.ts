import { stillWorks } from '../access/access-links.ts';

export type Invitation = {
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

/** How a person comes in, and since when or until when. */
export type AccessState =
  | { readonly kind: 'deactivated'; readonly at: Date }
  | { readonly kind: 'password'; readonly acceptedAt: Date | null }
  | { readonly kind: 'single-sign-on' }
  | { readonly kind: 'invited'; readonly sentAt: Date; readonly expiresAt: Date }
  | { readonly kind: 'expired'; readonly sentAt: Date; readonly expiresAt: Date }
  | { readonly kind: 'withdrawn'; readonly at: Date }
  | { readonly kind: 'not-invited' };

/** Works a person's way in out of what is recorded of them, as of `now`. */
export function accessStateOf(
  person: {
    readonly deactivatedAt: Date | null;
    readonly hasPassword: boolean;
    readonly hasIdentity: boolean;
    readonly invitation: Invitation | null;
  },
  now: Date,
): AccessState {
  const { deactivatedAt, invitation } = person;
  if (deactivatedAt) return { kind: 'deactivated', at: deactivatedAt };
  if (person.hasPassword) return { kind: 'password', acceptedAt: invitation?.usedAt ?? null };
  if (person.hasIdentity) return { kind: 'single-sign-on' };
  if (!invitation) return { kind: 'not-invited' };
  if (invitation.withdrawnAt) return { kind: 'withdrawn', at: invitation.withdrawnAt };
  const { sentAt, expiresAt } = invitation;
  return { kind: stillWorks(invitation, now) ? 'invited' : 'expired', sentAt, expiresAt };
}
