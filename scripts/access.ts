import { letBackIn } from '../lib/access/let-back-in.ts';
import { systemClock } from '../lib/calendar/clock.ts';
import { connect } from '../lib/db/client.ts';
import { openDatabase } from './launcher/database.ts';
import { reportFailure } from './launcher/problem.ts';

const help = `npm run access -- unlock EMAIL          Let somebody try to sign in again who is held off after wrong tries.
npm run access -- remove-factor EMAIL   The same, and take their authenticator and recovery codes away: for when
                                        both are lost and no administrator is left to do it in the program.

Both are put on record. Ends with 0 when it was done, 1 when there is no such account, 2 when it was asked wrongly.`;

process.exitCode = await access(process.argv.slice(2));

async function access([verb, email, ...rest]: string[]): Promise<number> {
  if (verb === '--help' || verb === '-h') {
    console.log(help);
    return 0;
  }
  if ((verb !== 'unlock' && verb !== 'remove-factor') || !email?.includes('@') || rest.length > 0) {
    console.error(help);
    return 2;
  }
  try {
    const database = await openDatabase('npm run access');
    const { db, pool } = connect(database.appUrl, { max: 2, name: 'recourse-access' });
    try {
      const withoutFactor = verb === 'remove-factor';
      if (!(await letBackIn(db, email, { withoutFactor }, systemClock()))) {
        console.error('No account has this e-mail address.');
        return 1;
      }
      console.log(
        withoutFactor
          ? 'Done: the password alone signs in once more; whoever must have an authenticator sets up a new one then.'
          : 'Done: the next right password signs in.',
      );
      return 0;
    } finally {
      await pool.end();
      await database.close();
    }
  } catch (error) {
    return reportFailure(error);
  }
}
