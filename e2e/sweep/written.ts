import type { TestOffice } from '../../tests/support/office.ts';

/** What an attack may leave behind: that somebody looked, took a copy, was held off or locked out. */
const LEFT_BEHIND = [
  'case.viewed',
  'client.viewed',
  'review.read',
  'audit.read',
  'audit.exported',
  'reminders.exported',
  'cases.exported',
  'document.saved',
  'letter.saved',
  'packet.saved',
  'session.locked',
  'sign-in.held-off',
];
/**
 * Counts that grow with each attempt, the place of the record's end, which grows with what may be left behind, and the
 * marks of what somebody has not seen, which go once they look.
 */
const NOT_COUNTED = ['attempt_counts', 'audit_heads', 'unread_marks'];
/** The rows of a table that count; the sweep's own sessions come and go. */
const COUNTED: Readonly<Record<string, string>> = {
  audit_events: 'event <> all($2)',
  sessions: `device <> 'the sweep'`,
};
/** A sign of life is no change. */
const SIGNS_OF_LIFE = `'{last_seen_at,locked_at,seen_at}'::text[]`;

/**
 * Everything these offices have in the database: for each table the number of its rows and a digest of them. Two that are
 * equal mean that nothing was written in between.
 */
export async function writtenIn(offices: readonly TestOffice[]): Promise<Record<string, string>> {
  const pool = offices[0]?.owner.pool;
  if (!pool) return {};
  const { rows: tables } = await pool.query<{ name: string; key: string }>(
    `select table_name as name, case table_name when 'offices' then 'id' else 'office_id' end as key
     from information_schema.columns where table_schema = 'public' and table_name <> all($1)
       and (column_name = 'office_id' or (table_name = 'offices' and column_name = 'id')) order by 1`,
    [NOT_COUNTED],
  );
  const counts = tables.map(
    ({ name, key }) => `
      select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(line, '|' order by line)), '') as rows
      from (select (to_jsonb(r) - ${SIGNS_OF_LIFE})::text as line from ${name} r where ${key} = any($1)
        and ${COUNTED[name] ?? 'true'} and $2::text[] is not null) as lines`,
  );
  const { rows } = await pool.query<{ name: string; rows: string }>(counts.join(' union all '), [
    offices.map(({ officeId }) => officeId),
    LEFT_BEHIND,
  ]);
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}
