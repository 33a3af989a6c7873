import { keyFor } from '../access/keys.ts';
import { openSecret, sealSecret } from '../access/sealed-secret.ts';
import { NO_SEARCH, type Search, searchedFor } from './list-filter.ts';

/** Words are filled up to whole blocks, so that the length of an address does not tell a short name from a long one. */
const BLOCK = 32;

/** A search as it may stand in an address: nobody but this person, on this server, reads what was searched for. */
export function sealSearch(typed: string, userId: string): Search {
  const query = searchedFor(typed);
  if (query === '') return NO_SEARCH;
  const padded = query.padEnd(Math.ceil(query.length / BLOCK) * BLOCK);
  return { query, sealedQuery: sealSecret(keyFor('search'), padded, userId) };
}

/** The search in an address; null where it was sealed for somebody else, under a former key, or not at all. */
export function openSearch(sealedQuery: string, userId: string): Search | null {
  try {
    const query = searchedFor(openSecret(keyFor('search'), sealedQuery, userId));
    return { query, sealedQuery };
  } catch {
    return null;
  }
}
