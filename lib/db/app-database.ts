import { getEnv } from '../env.ts';
import { type Connection, connect, type Database } from './client.ts';

// Kept on the process so that a development reload reuses the pool instead of opening another.
const held = globalThis as { recourseConnection?: Connection };

/** The app's pool, signed in as the restricted role. */
export function getDatabase(): Database {
  held.recourseConnection ??= connect(getEnv().DATABASE_APP_URL);
  return held.recourseConnection.db;
}
