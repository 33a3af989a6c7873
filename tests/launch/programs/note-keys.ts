import fs from 'node:fs';
import path from 'node:path';

const KEYS = [
  'DATABASE_URL',
  'DATABASE_APP_URL',
  'DATABASE_WORKER_URL',
  'AUTH_SECRET',
  'NEXTAUTH_SECRET',
  'DOCUMENT_KEY',
];

/** Leaves in the data folder which keys this program was given. */
export function noteKeys(program: string): void {
  const given = KEYS.filter((key) => process.env[key]);
  fs.writeFileSync(path.join(process.env.DATA_DIR ?? '', `${program}-keys.json`), JSON.stringify(given));
}
