import { text } from 'node:stream/consumers';
import { assessJsonText } from '../lib/deadlines/assess-json.ts';

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
  const assessed = assessJsonText(await text(process.stdin));
  process.stdout.write(`${JSON.stringify(assessed.ok ? assessed.body : assessed.problems, null, 2)}\n`);
  if (!assessed.ok) process.exitCode = 2;
}
