import { migrateDatabase } from '../lib/db/migrate.ts';
import { openDatabase, rolePasswords } from './launcher/database.ts';
import { reportFailure } from './launcher/problem.ts';

const help = `npm run migrate       Bring the database to this version of Recourse. Repeating it changes nothing.

Uses DATABASE_URL, or else the embedded database in .data/. "npm start" does the same by itself.`;

if (process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) {
  console.log(help);
} else {
  process.exitCode = await migrate();
}

async function migrate(): Promise<number> {
  try {
    const database = await openDatabase('npm run migrate');
    try {
      const { applied } = await migrateDatabase({
        ownerUrl: database.ownerUrl,
        passwords: rolePasswords(database),
        onProgress: console.log,
      });
      console.log(applied === 0 ? 'The database is up to date.' : `Applied ${applied} migrations.`);
    } finally {
      await database.close();
    }
    return 0;
  } catch (error) {
    return reportFailure(error);
  }
}
