import type pg from 'pg';
import { JOB_SCHEMA } from './job-queues.ts';

/** The role the web server signs in with: it owns nothing and row-level security binds it. */
export const APP_ROLE = 'recourse_app';
/** The role of the scheduled work, bound the same way: it reads what reminders are written from and sees no way in. */
export const WORKER_ROLE = 'recourse_worker';

export type RolePasswords = { readonly app: string; readonly worker: string };

/** What the scheduled work may read. Of people: who they are and how to write to them, and nothing they sign in with. */
const WORKER_READS = [
  'offices',
  'users (id, office_id, email, name, role, created_at, deactivated_at)',
  'clients',
  'health_plans',
  'plan_lines',
  'rule_versions',
  'cases',
  'denials',
  'grievances',
  'plan_decisions',
  'imr_applications',
  'extension_requests',
  'hearings',
  'complaints',
  'date_adjustments',
  'manual_deadlines',
  'deadlines',
  'reminders',
  'reminder_policies',
  'digest_preferences',
  'reminder_answers',
  'bulletins',
  'client_messages',
  'mail_events',
  'suppressions',
  'reconciliations',
  'worker_runs',
  'stored_files',
  'files_to_discard',
  'uploads',
  'documents',
  'document_versions',
  'date_documents',
  'checklist_answers',
  'packets',
  'official_forms',
  'covers (id, office_id, absent_id, cover_id, from_on, until_on, arranged_at, ended_at)',
  'restrictions (office_id, case_id, restricted_by)',
  'named_people',
  'audit_events',
  'audit_heads',
  'saved_forms (office_id, id, saved_at)',
  'drafts (office_id, saved_at)',
];

const WORKER_WRITES = [
  'insert, update, delete on deadlines',
  'insert, update on reminders',
  'insert, update on bulletins',
  'update on client_messages',
  // An address is forgotten once what was told of it is applied: nobody could erase it with its case later.
  'update (applied_at, address) on mail_events',
  'insert, update on suppressions',
  // Who followed the link to stop the digest.
  'insert, update on digest_preferences',
  // The tasks that Recourse itself puts on a case.
  'insert on manual_deadlines',
  'insert on reconciliations',
  'insert, update on worker_runs',
  'insert on audit_events',
  // A restricted case on which no supervisor or administrator is left is given to the administrators.
  'insert on named_people',
  'update (from_on, until_on) on named_people',
  'delete on saved_forms',
  'delete on drafts',
  // What it finds inside a document, the pages it makes of it, and the packets it assembles.
  'insert on stored_files',
  'update (wrapped_key, master_key_id) on stored_files',
  'update (wrapped_key, master_key_id) on uploads',
  'delete on uploads',
  'delete on files_to_discard',
  'update (state, refusal, page_count, sha256, claimed_at, attempt_count) on documents',
  'update (pages_file_id, page_count) on document_versions',
  'update (state, changes, step_count, steps_done, failure, file_id, sha256, page_count, claimed_at, attempt_count, finished_at) on packets',
  // What the recomputing of a case stores on it, and nothing that somebody recorded.
  `update (${['version', 'stage', 'next_rule', 'next_owed_by', 'next_starts_on', 'next_due_on', 'file_by', 'last_reading_on'].join(', ')}) on cases`,
];

/**
 * Makes both roles sign in with their passwords and grants each exactly what it needs. Safe to repeat; runs after every
 * migration so that a new table is never left out.
 */
export async function grantRoles(owner: pg.Client, passwords: RolePasswords): Promise<void> {
  await letSignIn(owner, APP_ROLE, passwords.app);
  await letSignIn(owner, WORKER_ROLE, passwords.worker);
  // In one transaction: programs that are running must not meet the moment in which nothing is granted.
  await owner.query('begin');
  try {
    await owner.query(`revoke all on schema public from public`);
    for (const role of [APP_ROLE, WORKER_ROLE]) {
      await owner.query(`revoke all on all tables in schema public, ${JOB_SCHEMA} from ${role}`);
      await owner.query(`revoke all on schema public, ${JOB_SCHEMA} from ${role}`);
      await owner.query(`grant usage on schema public to ${role}`);
    }
    await grantApp(owner);
    await grantWorker(owner);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

async function letSignIn(owner: pg.Client, role: string, password: string): Promise<void> {
  const exists = await owner.query('select 1 from pg_roles where rolname = $1', [role]);
  if (exists.rowCount === 0) await owner.query(`create role ${role} nologin nosuperuser nobypassrls`);
  await owner.query(`alter role ${role} with login password ${owner.escapeLiteral(password)}`);
  const attributes = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
  if (await isSuperuser(owner)) await owner.query(`alter role ${role} with ${attributes}`);
}

async function grantApp(owner: pg.Client): Promise<void> {
  await owner.query(`grant select, insert, update on all tables in schema public to ${APP_ROLE}`);
  await owner.query(`grant usage on all sequences in schema public to ${APP_ROLE}`);
  await owner.query(
    `grant delete on deadlines, case_search_terms, restrictions, named_people, attempt_counts, uploads, stored_files, date_documents, drafts, unread_marks to ${APP_ROLE}`,
  );
  await owner.query(`revoke update on audit_events, saved_forms from ${APP_ROLE}`);
  await owner.query(`revoke insert, update on audit_heads, erased_cases, worker_runs from ${APP_ROLE}`);
  await owner.query(`revoke insert, update on files_to_discard from ${APP_ROLE}`);
  // Kept by the database itself.
  await owner.query(`revoke insert, update on unread_marks, search_word_keys from ${APP_ROLE}`);
  await owner.query(`revoke update on mail_events, reconciliations from ${APP_ROLE}`);
  await owner.query(`revoke insert, update on offices from ${APP_ROLE}`);
  // What an administrator sets; that an office is a demo of invented people is the seed's to say.
  await owner.query(
    `grant update (name, phone, time_zone, second_factor_for, idle_lock_minutes, retention_years) on offices to ${APP_ROLE}`,
  );
}

async function grantWorker(owner: pg.Client): Promise<void> {
  for (const read of WORKER_READS) {
    const [table = '', columns = ''] = read.split(/ (?=\()/);
    await owner.query(`grant select ${columns} on ${table} to ${WORKER_ROLE}`);
  }
  for (const write of WORKER_WRITES) await owner.query(`grant ${write} to ${WORKER_ROLE}`);
  await owner.query(`grant usage on schema ${JOB_SCHEMA} to ${WORKER_ROLE}`);
  await owner.query(
    `grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to ${WORKER_ROLE}`,
  );
}

async function isSuperuser(owner: pg.Client): Promise<boolean> {
  const { rows } = await owner.query<{ super: boolean }>(
    'select rolsuper as super from pg_roles where rolname = current_user',
  );
  return rows[0]?.super ?? false;
}
