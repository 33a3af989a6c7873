import type { Role, StaffLanguage } from '../db/vocabulary.ts';

/** A signed-in person, as of this request. */
export type UserActor = {
  readonly kind: 'user';
  readonly userId: string;
  readonly officeId: string;
  readonly name: string;
  readonly role: Role;
  /** What they read the app in. */
  readonly language: StaffLanguage;
};

/** The scheduled work, which writes in one office at a time under its own name. */
export type SystemActor = { readonly kind: 'system'; readonly officeId: string; readonly name: string };

export type Actor = UserActor | SystemActor;

export const systemActor = (officeId: string): SystemActor => ({
  kind: 'system',
  officeId,
  name: 'Recourse',
});
