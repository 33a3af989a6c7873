import { connect } from '../../../lib/db/client.ts';
import { diskBlobs } from '../../../lib/document-store/disk-store.ts';
import { sealedStore } from '../../../lib/document-store/document-store.ts';
import { masterKeys } from '../../../lib/document-store/file-keys.ts';
import { createLogger } from '../../../lib/log.ts';
import { assemblePackets } from '../../../lib/packets/assemble-packets.ts';

/** A worker that puts together what waits, once, and says so; it is there to be killed. */
const setting = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
};

const { db, pool } = connect(setting('DATABASE_WORKER_URL'), { max: 2, name: 'faulted-worker' });
await assemblePackets({
  db,
  store: sealedStore(diskBlobs(setting('STORE')), masterKeys({ DOCUMENT_KEY: setting('DOCUMENT_KEY') })),
  clock: () => new Date(),
  worker: `worker ${process.pid}`,
  log: createLogger('worker', 'silent'),
});
await pool.end();
