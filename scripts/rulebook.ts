import fs from 'node:fs';
import path from 'node:path';
import { rulebookTables } from '../lib/deadlines/rulebook.ts';

const file = path.join(import.meta.dirname, '../docs/deadlines.md');
const help = `Usage: node scripts/rulebook.ts [--check]

Writes the tables of docs/deadlines.md anew from lib/deadlines: run it after changing a rule.
With --check it writes nothing, and fails where the page is behind the rules.
`;

const asked = process.argv.slice(2);
const isCheck = asked.length === 1 && asked[0] === '--check';
if (asked.length > 0 && !isCheck) {
  const isHelp = asked.every((argument) => argument === '--help' || argument === '-h');
  (isHelp ? process.stdout : process.stderr).write(help);
  process.exitCode = isHelp ? 0 : 1;
} else {
  const page = fs.readFileSync(file, 'utf8');
  const renewed = withTables(page);
  if (isCheck && renewed !== page) {
    process.stderr.write('docs/deadlines.md is behind the rules: run "node scripts/rulebook.ts".\n');
    process.exitCode = 1;
  } else if (!isCheck) fs.writeFileSync(file, renewed);
}

function withTables(page: string): string {
  return Object.entries(rulebookTables()).reduce((text, [name, table]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`docs/deadlines.md has no place for the table "${name}"`);
    return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`;
  }, page);
}
