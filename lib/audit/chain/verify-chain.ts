import { systemActor } from '../../access/actor.ts';
import type { LocalDate } from '../../calendar/local-date.ts';
import type { Database } from '../../db/client.ts';
import { inOffice } from '../../db/unit-of-work.ts';
import { type ChainPage, followChain, type Head, type Verification } from './chain.ts';
import { isBlind, type Place, readChainPage } from './queries.ts';

const PAGE = 1_000;

/** The role that asks does not see the whole record, so it can prove nothing about it. */
export class RecordPartlyHidden extends Error {
  override name = 'RecordPartlyHidden';
}

/**
 * Proves an office's record against itself, and against a former head where one is given. Computes every hash itself
 * rather than asking the database, which whoever changed a row may have changed too.
 */
export async function verifyChain(
  db: Database,
  officeId: string,
  today: LocalDate,
  { expected = null, pageSize = PAGE }: { expected?: Head | null; pageSize?: number } = {},
): Promise<Verification> {
  const actor = systemActor(officeId);
  if (await inOffice(db, actor, today, isBlind))
    throw new RecordPartlyHidden('restricted cases are hidden from this role of the database');
  async function* pages(): AsyncGenerator<ChainPage> {
    const readAfter = (after: Place | null) =>
      inOffice(db, actor, today, (tx) => readChainPage(tx, officeId, after, pageSize));
    let page = await readAfter(null);
    yield page;
    while (page.events.length === pageSize) {
      page = await readAfter(page.end);
      yield page;
    }
  }
  return followChain(pages(), expected);
}
