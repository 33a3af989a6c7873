import type pg from 'pg';
import { JOB_SCHEMA } from './job-queues.ts';

/** The role the app and the worker sign in with: it owns nothing and row-level security binds it. */
export const APP_ROLE = 'recourse_app';

/**
 * Makes the app's role sign in with `password` and grants exactly what the app needs. Safe to repeat; runs after every
 * migration so that a new table is never left out.
 */
export async function grantAppRole(owner: pg.Client, password: string): Promise<void> {
  const role = owner.escapeIdentifier(APP_ROLE);
  const exists = await owner.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
  if (exists.rowCount === 0) await owner.query(`create role ${role} nologin nosuperuser nobypassrls`);
  const attributes = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
  await owner.query(`alter role ${role} with login password ${owner.escapeLiteral(password)}`);
  if (await isSuperuser(owner)) await owner.query(`alter role ${role} with ${attributes}`);
  await owner.query(`revoke all on schema public from public`);
  await owner.query(`grant usage on schema public to ${role}`);
  await owner.query(`grant select, insert, update on all tables in schema public to ${role}`);
  await owner.query(`grant usage on all sequences in schema public to ${role}`);
  await owner.query(
    `grant delete on deadlines, case_search_terms, restrictions, named_people, attempt_counts, saved_forms to ${role}`,
  );
  await owner.query(`grant usage on schema ${JOB_SCHEMA} to ${role}`);
  await owner.query(`grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to ${role}`);
  await owner.query(`revoke update on audit_events from ${role}`);
  await owner.query(`revoke insert, update on audit_heads, erased_cases from ${role}`);
  await owner.query(`revoke insert on offices from ${role}`);
}

async function isSuperuser(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query<{ super: boolean }>(
    'select rolsuper as super from pg_roles where rolname = current_user',
  );
  return rows[0]?.super ?? false;
}
