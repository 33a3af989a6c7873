import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { assess } from '../lib/deadlines/assess.ts';
import { isList, readJsonText } from '../lib/deadlines/assess-json.ts';
import type { Facts } from '../lib/deadlines/facts.ts';

const help = `Usage: npm run --silent assess < facts.json

Reads one case's facts as JSON on standard input, or a list of them, and prints the
assessment as JSON on standard output, or a list in the same order. Stores nothing.

Flawed facts: exit code 2, and on standard output a list of { path, message }.

Example:
  echo '{"asOf":"2026-06-10","coverage":{"program":"commercial","regulator":"DMHC"},
         "grievance":{"receivedOn":"2026-05-01"}}' | npm run --silent assess
`;

const asked = process.argv.slice(2);
if (asked.length > 0) {
  const isHelp = asked.every((argument) => argument === '--help' || argument === '-h');
  (isHelp ? process.stdout : process.stderr).write(isHelp ? help : `Unknown argument.\n\n${help}`);
  process.exitCode = isHelp ? 0 : 1;
} else {
  const read = readJsonText(await text(process.stdin));
  if (!read.ok) process.exitCode = 2;
  await print(read.ok ? answerTo(read.facts) : listOf(read.problems, (problem) => problem));
}

function answerTo(facts: Facts | readonly Facts[]): Iterable<string> {
  return isList(facts) ? listOf(facts, (each) => assess(each)) : [`${written(assess(facts))}\n`];
}

/** A list as it would be printed whole, piece by piece: the whole of it can be longer than a text can be. */
function* listOf<Value>(values: readonly Value[], say: (value: Value) => unknown): Generator<string> {
  let before = '[\n  ';
  for (const value of values) {
    yield `${before}${written(say(value)).replaceAll('\n', '\n  ')}`;
    before = ',\n  ';
  }
  yield values.length === 0 ? '[]\n' : '\n]\n';
}

function written(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

async function print(pieces: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout);
  } catch (error) {
    // Whoever read the answer has read enough of it, such as `head`.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}
