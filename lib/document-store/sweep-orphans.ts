import { systemActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import { inOffice } from '../db/unit-of-work.ts';
import type { DocumentContext } from '../document-work/context.ts';
import { listOffices } from '../offices/queries.ts';
import { listKnownKeys } from './queries.ts';

const DAY_IN_MILLISECONDS = 24 * 60 * 60 * 1_000;
const BATCH = 500;
/** As many files as crashes of one day may leave, whatever the size of the store. */
const FEW = 20;

/**
 * Takes out of the store what a crash left there between keeping a file and recording it: bytes older than a day that no
 * row of any office knows, and whose keys are therefore nowhere. A crash leaves few: a store that holds more than that
 * and that the database hardly knows is left alone, since it belongs to another database, or to a later state of this one.
 */
export async function sweepOrphans(context: DocumentContext): Promise<{ swept: number }> {
  const { store, clock, log, stopping } = context;
  const before = new Date(clock().getTime() - DAY_IN_MILLISECONDS);
  const orphans: string[] = [];
  let knownCount = 0;
  for await (const keys of inBatches(store.keptBefore(before))) {
    if (stopping?.aborted) return { swept: 0 };
    const known = await knownAmong(context, keys);
    knownCount += known.size;
    orphans.push(...keys.filter((key) => !known.has(key)));
  }
  if (orphans.length === 0) return { swept: 0 };
  if (knownCount === 0 || orphans.length > Math.max(FEW, knownCount / 10)) {
    log.warn(
      { files: orphans.length },
      'the document store holds more files that this database knows nothing of than a crash leaves',
    );
    return { swept: 0 };
  }
  for (const key of orphans) await store.discard(key);
  log.info({ swept: orphans.length }, 'files that nothing opens were taken out of the document store');
  return { swept: orphans.length };
}

async function knownAmong(
  { db, clock }: DocumentContext,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const today = pacificToday(clock());
  const known = new Set<string>();
  for (const { id } of await listOffices(db))
    for (const key of await inOffice(db, systemActor(id), today, (tx) => listKnownKeys(tx, keys)))
      known.add(key);
  return known;
}

async function* inBatches(keys: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const key of keys) {
    batch.push(key);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
