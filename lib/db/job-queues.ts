import type pg from 'pg';
import { PgBoss } from 'pg-boss';

/** Where pg-boss keeps its schedules and jobs, beside the tables of the cases. */
export const JOB_SCHEMA = 'pgboss';

/** Installs or upgrades the job queues. The worker's restricted role could not: it may use the tables and not make them. */
export async function installJobQueues(owner: pg.Client): Promise<void> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => owner.query(text, values) },
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  await boss.stop({ graceful: false });
}

/** pg-boss as the worker runs it, signed in as its restricted role. */
export function connectJobQueues(workerUrl: string): PgBoss {
  return new PgBoss({
    connectionString: workerUrl,
    schema: JOB_SCHEMA,
    application_name: 'recourse-jobs',
    max: 2,
    migrate: false,
    // Only an index's owner may rebuild it.
    reindex: false,
  });
}
