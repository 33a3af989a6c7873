import type { UserActor } from '../lib/access/actor.ts';
import { findDuplicates } from '../lib/duplicates/queries.ts';
import { findCases } from '../lib/find/queries.ts';
import type { Screen } from './screens.ts';
import type { Statement } from './statements.ts';

/** What people type into the search box, each at least once while they type it. */
export function findsOf(officeId: string, actor: UserActor): Screen[] {
  const find = (name: string, typed: string, terms: readonly string[], indexes = [BY_TERM]): Screen => ({
    name: `find-${name}`,
    actor,
    read: (tx) => findCases(tx, typed),
    indexes,
    bare: [bareFind(officeId, terms)],
  });
  return [
    find('exact', 'García', ['garcia']),
    find('prefix', 'ga', ['ga']),
    find('two-words', 'rosario villa', ['rosario', 'villa']),
    find('typo', 'vilasenor', ['villasenor'], [BY_TERM, WORD_KEYS]),
    find('number', '2026-000123', ['2026000123']),
    find('phone', '619-555-0177', ['6195550177']),
    find('plan', 'regional garcia', ['garcia']),
    find('note', 'pharmacy refused', ['pharmacy', 'refused']),
    find('no-match', 'zzyzx quill', ['zzyzx'], [BY_TERM, WORD_KEYS]),
    {
      name: 'find-duplicates',
      actor,
      read: (tx) =>
        findDuplicates(tx, {
          name: 'Rosario Vilasenor',
          birthOn: null,
          phone: '619-555-0177',
          memberNumber: '',
        }),
      indexes: [BY_TERM, WORD_KEYS],
      bare: [bareFind(officeId, ['rosario', 'villasenor'])],
    },
  ];
}

const BY_TERM = 'case_search_terms_by_term';
const WORD_KEYS = 'search_word_keys_office_id_key_word_pk';

function bareFind(officeId: string, terms: readonly string[]): Statement {
  const found = terms.map(
    (_, index) => `c.id in (select t.case_id from case_search_terms t where t.office_id = $1
      and t.source in ('case', 'note') and t.term >= $${index + 2} and t.term < $${index + 2} || chr(1114111))`,
  );
  return {
    text: `select c.id, c.number, cl.name, c.next_due_on from cases c join clients cl on cl.id = c.client_id
      where c.office_id = $1 and ${found.join(' and ')} order by c.next_due_on limit 9`,
    values: [officeId, ...terms],
  };
}
