import { parseArgs } from 'node:util';
import { type Head, sayBreak } from '../lib/audit/chain/chain.ts';
import { verifyChain } from '../lib/audit/chain/verify-chain.ts';
import { pacificToday, systemClock } from '../lib/calendar/clock.ts';
import { connect } from '../lib/db/client.ts';
import { listOffices, type Office } from '../lib/offices/queries.ts';
import { openDatabase } from './launcher/database.ts';
import { Problem, reportFailure } from './launcher/problem.ts';

const help = `npm run audit -- verify     Prove the record of every office: each event over the one before it, up to the head.

     --office ID               One office only.
     --expect SEQ:HASH         Prove also that this former head is still in the record. Whoever has every right in the
                               database can cut off its end, or write all of it anew with hashes that fit; only a head
                               that was noted elsewhere finds that. The worker writes one to the log every night.

Prints the head of each record, to be noted down outside the database, or the first break. Works while Recourse runs.
Ends with 0 when every record is whole, 1 when one is not or could not be read, 2 when it was asked wrongly.`;

/** The person at the terminal asked for something that cannot be done. */
class AskedWrongly extends Problem {}

process.exitCode = await audit(process.argv.slice(2));

async function audit(args: string[]): Promise<number> {
  try {
    const asked = readArguments(args);
    if (asked) return await verify(asked);
    console.log(help);
    return 0;
  } catch (error) {
    reportFailure(error);
    return error instanceof AskedWrongly ? 2 : 1;
  }
}

type Asked = { readonly officeId: string | null; readonly expected: Head | null };

/** Null where only the help was asked for. */
function readArguments(args: string[]): Asked | null {
  const { values, positionals } = parsed(args);
  if (values.help) return null;
  if (positionals.length !== 1 || positionals[0] !== 'verify')
    throw new AskedWrongly(
      `${positionals.length === 0 ? 'Say what to do.' : `${positionals.join(' ')} is not understood.`}\n\n${help}`,
    );
  return {
    officeId: values.office ?? null,
    expected: values.expect === undefined ? null : headOf(values.expect),
  };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        office: { type: 'string' },
        expect: { type: 'string' },
      },
    });
  } catch (error) {
    throw new AskedWrongly(`${error instanceof Error ? error.message : 'Not understood.'}\n\n${help}`);
  }
}

function headOf(text: string): Head {
  const [, seq, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!seq || !hash) throw new AskedWrongly(`--expect ${text} is not a head such as this command prints.`);
  return { seq: Number(seq), hash };
}

async function verify({ officeId, expected }: Asked): Promise<number> {
  const database = await openDatabase('npm run audit');
  // As the owner: the app's role does not see what belongs to restricted cases.
  const { db, pool } = connect(database.ownerUrl, { max: 1, name: 'recourse-audit' });
  try {
    const offices = officesAsked(await listOffices(db), officeId);
    if (expected && offices.length !== 1)
      throw new AskedWrongly('--expect needs --office: each office has its own record.');
    const today = pacificToday(systemClock());
    let brokenCount = 0;
    for (const { id, name } of offices) {
      const { head, broken } = await verifyChain(db, id, today, { expected });
      if (broken) brokenCount += 1;
      console.log(`${name} (${id})`);
      if (broken) console.log(`  BROKEN at event ${broken.seq}, ${broken.kind}: ${sayBreak(broken)}`);
      else
        console.log(
          `  whole: ${counted(head?.seq ?? 0)}${expected ? ', the expected head among them' : ''}.`,
        );
      if (head) console.log(`  ${broken ? 'whole up to' : 'head'} ${head.seq}:${head.hash}`);
    }
    return brokenCount > 0 ? 1 : 0;
  } finally {
    await pool.end();
    await database.close();
  }
}

function officesAsked(offices: readonly Office[], officeId: string | null): readonly Office[] {
  if (officeId === null) return offices;
  const asked = offices.filter(({ id }) => id === officeId);
  if (asked.length === 0) throw new AskedWrongly(`There is no office ${officeId}.`);
  return asked;
}

function counted(count: number): string {
  return `${count.toLocaleString('en-US')} event${count === 1 ? '' : 's'}`;
}
