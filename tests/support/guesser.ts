import { parseArgs } from 'node:util';
import { signIn } from '../../lib/access/sign-in.ts';
import { systemClock } from '../../lib/calendar/clock.ts';
import { connect } from '../../lib/db/client.ts';
import { getEnv } from '../../lib/env.ts';

// A process of its own that guesses at one account, many guesses at a time, and prints how many were looked at.
const { values } = parseArgs({
  options: {
    email: { type: 'string', default: '' },
    tries: { type: 'string', default: '0' },
    address: { type: 'string', default: '' },
  },
});
const { db, pool } = connect(getEnv().DATABASE_APP_URL, { max: 8 });
const guesses = Array.from({ length: Number(values.tries) }, (_, at) =>
  signIn(
    db,
    { email: values.email, password: `guess number ${at}` },
    { address: values.address === '' ? `203.0.113.${at % 250}` : values.address, device: '' },
    systemClock(),
  ),
);
const answers = await Promise.all(guesses);
console.log(answers.filter((answer) => !answer.ok && answer.heldFor === 0).length);
await pool.end();
