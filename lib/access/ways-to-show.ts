import type { Access } from './queries.ts';

/** What a person can be asked for to show again that it is them, the stronger first; empty where only a provider knows. */
export function waysToShow({
  facts,
  hasPassword,
}: Pick<Access, 'facts' | 'hasPassword'>): ('code' | 'password')[] {
  if (facts.hasFactor) return ['code'];
  return hasPassword ? ['password'] : [];
}

/** What opens a locked screen: the password, or a code for people who have none. */
export const waysToUnlock = ({
  facts,
  hasPassword,
}: Pick<Access, 'facts' | 'hasPassword'>): 'code' | 'password' | null =>
  hasPassword ? 'password' : facts.hasFactor ? 'code' : null;
