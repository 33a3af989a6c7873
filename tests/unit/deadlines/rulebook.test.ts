import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { law } from '../../../lib/deadlines/citations.ts';
import { disagreementIds, disagreements } from '../../../lib/deadlines/disagreements.ts';
import { rulebookTables } from '../../../lib/deadlines/rulebook.ts';
import { ruleOf } from '../../../lib/deadlines/rules.ts';

const page = readFileSync(new URL('../../../docs/deadlines.md', import.meta.url), 'utf8');

describe('the rulebook for readers', () => {
  it.each(Object.entries(rulebookTables()))('has the rules’ own table of %s', (name, table) => {
    expect(page, 'run "node scripts/rulebook.ts"').toContain(`<!-- ${name} -->\n${table}\n<!-- /${name} -->`);
  });

  it('says of every date what it is counted from', () => {
    const rows = rulebookTables()
      ['dated-rules'].split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(rows.length).toBeGreaterThanOrEqual(31);
    expect(rows.filter((row) => (row.split(' | ')[3] ?? '').length < 10)).toEqual([]);
    expect(rows.find((row) => row.includes('`mc.hearing.file`'))).toContain(
      'the date of the plan’s answer; or the last day of the plan’s time to answer, if it was silent',
    );
  });
});

describe('where popular pages and the law disagree', () => {
  it('is about rules and provisions that exist, and each is said once', () => {
    const provisions = new Set<object>(Object.values(law));
    const unknown = disagreementIds.flatMap((id) =>
      disagreements[id].citations.filter((citation) => !provisions.has(citation)),
    );
    expect(unknown).toEqual([]);
    for (const id of disagreementIds) disagreements[id].rules.forEach(ruleOf);
    const said = disagreementIds.flatMap((id) => [disagreements[id].popular, disagreements[id].legal]);
    expect(new Set(said).size).toBe(said.length);
  });
});
