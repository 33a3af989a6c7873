import { getTableColumns, getTableName, type Table } from 'drizzle-orm';
import type pg from 'pg';
import type { CaseRecord } from '../lib/cases/case-record.ts';
import {
  auditEvents,
  caseClosures,
  caseNotes,
  caseNumbers,
  caseSearchTerms,
  cases,
  clients,
  complaints,
  deadlines,
  denials,
  grievances,
  healthPlans,
  hearings,
  imrApplications,
  offices,
  planDecisions,
  planLines,
  users,
} from '../lib/db/schema.ts';
import type { GeneratedCase, GeneratedOffice } from './generate/office.ts';

const casesAtOnce = 2_000;

/**
 * Stores a generated office through the database's own guards: what the app could not have recorded is refused here
 * too. `owner` is a connection of the database's owner. Ends with fresh statistics and a clean heap.
 */
export async function loadOffice(
  owner: pg.Client,
  office: GeneratedOffice,
  onProgress: (caseCount: number) => void = () => {},
): Promise<void> {
  await owner.query('set synchronous_commit = off');
  await owner.query(`select set_config('app.office_id', $1, false), set_config('app.today', $2, false)`, [
    office.id,
    office.today,
  ]);
  await insert(owner, offices, [
    { id: office.id, name: office.name, phone: '', timeZone: 'America/Los_Angeles' },
  ]);
  await insert(
    owner,
    users,
    office.people.map((person) => ({ ...person, officeId: office.id, passwordHash: 'none signs in' })),
  );
  await insert(owner, healthPlans, office.plans);
  await insert(owner, planLines, office.lines);
  await insert(
    owner,
    caseNumbers,
    [...office.numbers].map(([year, lastNumber]) => ({ officeId: office.id, year, lastNumber })),
  );
  let batch: GeneratedCase[] = [];
  let loaded = 0;
  let analyzedAt = 0;
  const flush = async () => {
    await insertCases(owner, batch, office);
    loaded += batch.length;
    batch = [];
    // The guards look each case up by plans that were made when the table was nearly empty.
    if (loaded >= analyzedAt * 2) {
      await owner.query('analyze');
      analyzedAt = loaded;
    }
    onProgress(loaded);
  };
  for (const generated of office.cases()) {
    batch.push(generated);
    if (batch.length === casesAtOnce) await flush();
  }
  if (batch.length > 0) await flush();
  await owner.query('vacuum (analyze)');
}

async function insertCases(
  owner: pg.Client,
  batch: readonly GeneratedCase[],
  office: GeneratedOffice,
): Promise<void> {
  const records = batch.map(({ record }) => record);
  const closed = records.filter(({ closedAt }) => closedAt !== null);
  await owner.query('begin');
  await insert(
    owner,
    clients,
    records.map(({ client }) => client),
  );
  await insert(
    owner,
    cases,
    records.map((record) => ({ ...record, closedAt: null, outcome: null })),
  );
  await insert(
    owner,
    denials,
    present(records, ({ denial }) => [denial]),
  );
  await insert(
    owner,
    grievances,
    present(records, (record) => record.grievances),
  );
  await insert(
    owner,
    planDecisions,
    present(records, (record) => record.grievances.map(({ decision }) => decision)),
  );
  await insert(
    owner,
    imrApplications,
    present(records, ({ imrApplications: filed }) => filed),
  );
  await insert(
    owner,
    hearings,
    present(records, ({ hearing }) => [hearing]),
  );
  await insert(
    owner,
    complaints,
    present(records, ({ complaint }) => [complaint]),
  );
  await insert(
    owner,
    caseNotes,
    batch.flatMap(({ notes }) => notes),
  );
  await insert(
    owner,
    caseClosures,
    closed.map((record) => closureOf(record, office)),
  );
  await owner.query(
    `update cases set closed_at = c.closed_at, outcome = c.outcome
     from json_populate_recordset(null::cases, $1) c where cases.id = c.id`,
    [JSON.stringify(closed.map(({ id, closedAt, outcome }) => ({ id, closed_at: closedAt, outcome })))],
  );
  await insert(
    owner,
    deadlines,
    batch.flatMap(({ clocks }) => clocks),
  );
  await insert(
    owner,
    caseSearchTerms,
    batch.flatMap(({ record, terms, noteTerms }) => [
      ...terms.map((term) => termRow(record, 'case', term)),
      ...noteTerms.map((term) => termRow(record, 'note', term)),
    ]),
  );
  await insert(
    owner,
    auditEvents,
    batch.flatMap(({ events }) => events),
  );
  await owner.query('commit');
}

const termRow = ({ officeId, id }: CaseRecord, source: 'case' | 'note', term: string) => ({
  officeId,
  caseId: id,
  source,
  term,
});

const present = <T>(
  records: readonly CaseRecord[],
  facts: (record: CaseRecord) => readonly (T | null)[],
): T[] => records.flatMap(facts).filter((fact) => fact !== null);

const closureOf = ({ officeId, id, closedAt, outcome, ownerId }: CaseRecord, office: GeneratedOffice) => ({
  officeId,
  caseId: id,
  closedAt,
  closedBy: ownerId ?? office.people[0]?.id,
  outcome,
  note: '',
  reopenReason: '',
});

/** Columns that no row mentions are left to their defaults. */
async function insert(owner: pg.Client, table: Table, rows: readonly object[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.entries(getTableColumns(table)).filter(([field]) => field in first);
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const stored = rows.map((row) =>
    Object.fromEntries(
      columns.map(([field, column]) => [column.name, (row as Record<string, unknown>)[field]]),
    ),
  );
  const name = getTableName(table);
  await owner.query(
    `insert into ${name} (${names}) select ${names} from json_populate_recordset(null::${name}, $1)`,
    [JSON.stringify(stored)],
  );
}
