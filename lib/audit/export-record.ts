import type { UserActor } from '../access/actor.ts';
import { pacificToday } from '../calendar/clock.ts';
import type { Database } from '../db/client.ts';
import { eachRow } from '../db/each-row.ts';
import { inOffice, type UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome } from '../errors.ts';
import { csvLine } from './csv.ts';
import { type RecordFilter, recordParams } from './list-filter.ts';
import { listRecord, type RecordedEvent } from './queries.ts';

const PAGE = 500;
/** Spreadsheets take a file without it for another alphabet. */
const BYTE_ORDER_MARK = '\uFEFF';

const COLUMNS: Readonly<Record<string, (event: RecordedEvent) => string | number | null>> = {
  seq: ({ seq }) => seq,
  at: ({ at }) => at.toISOString(),
  actor: ({ who }) => who,
  actor_id: ({ actorId }) => actorId,
  event: ({ event }) => event,
  sentence: ({ sentence }) => sentence,
  case_number: ({ caseNumber }) => caseNumber,
  case_id: ({ caseId }) => caseId,
  case_version: ({ caseVersion }) => caseVersion,
  subject_id: ({ subjectId }) => subjectId,
  changes: ({ changes }) => JSON.stringify(changes),
  reason: ({ reason }) => reason,
  request_id: ({ requestId }) => requestId,
  content_digest: ({ contentDigest }) => contentDigest,
  previous_hash: ({ previousHash }) => previousHash,
  hash: ({ hash }) => hash,
  erased_at: ({ erasedAt }) => erasedAt?.toISOString() ?? null,
};

/** Puts on the record that it was exported, and by which filter; the export begins after it. */
export async function noteExport(unit: UnitOfWork<UserActor>, filter: RecordFilter): Promise<Outcome<null>> {
  const changes = [...recordParams(filter)].map(([field, to]) => ({ field, from: null, to }));
  unit.record({ event: 'audit.exported', changes });
  return done(null);
}

/** The events of the record that fit a filter, newest first, as the lines of a CSV file; never holds more than a page. */
export async function* recordLines(
  db: Database,
  actor: UserActor,
  now: Date,
  filter: RecordFilter,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(Object.keys(COLUMNS));
  const events = eachRow<RecordedEvent>(PAGE, (after) =>
    inOffice(db, actor, pacificToday(now), (tx) =>
      listRecord(tx, actor.officeId, { ...filter, before: after?.seq ?? filter.before }, PAGE),
    ),
  );
  for await (const event of events) yield csvLine(Object.values(COLUMNS).map((read) => read(event)));
}
