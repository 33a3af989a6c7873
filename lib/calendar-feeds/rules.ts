import { may } from '../access/policy.ts';
import type { Role } from '../db/vocabulary.ts';
import type { Violation } from '../errors.ts';

/** A calendar tells of cases, so it is for those who may read them. */
export const mayHaveFeed = (person: { readonly role: Role }): boolean => may(person, 'case.read');

export const noCasesToTell: Violation = {
  field: null,
  message: 'Your role has no deadlines, so there is nothing a calendar could show.',
};
export const madeMeanwhile: Violation = {
  field: null,
  message: 'An address was made for you at this very moment in another window.',
  remedy: 'Open this page again.',
};
export const noFeed: Violation = {
  field: null,
  message: 'There is no address any more.',
  remedy: 'Open this page again.',
};
