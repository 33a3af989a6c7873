import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import type { Actor } from '../lib/access/actor.ts';
import type { LocalDate } from '../lib/calendar/local-date.ts';
import type { Statement } from './statements.ts';

export type Explained = { readonly statement: Statement; readonly plan: readonly string[] };

/** Tables that grow with the office: a screen that reads one of them whole gets slower every year. */
const growing = [
  'audit_events',
  'case_notes',
  'case_search_terms',
  'cases',
  'clients',
  'deadlines',
  'denials',
  'grievances',
  'imr_applications',
  'plan_decisions',
  'reminders',
  'search_word_keys',
];

/** How the database answers each statement when a restricted role asks it from inside the office, as this actor. */
export async function explain(
  client: pg.ClientBase,
  { actor, today }: { readonly actor: Actor; readonly today: LocalDate },
  statements: readonly Statement[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Explained[]> {
  const explained: Explained[] = [];
  await client.query('begin read only');
  for (const [name, value] of Object.entries({
    'app.office_id': actor.officeId,
    'app.user_id': actor.kind === 'user' ? actor.userId : '',
    'app.role': actor.kind === 'user' ? actor.role : 'system',
    'app.today': today,
    ...settings,
  }))
    await client.query('select set_config($1, $2, true)', [name, value]);
  for (const statement of statements) {
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${statement.text}`, [
      ...statement.values,
    ]);
    explained.push({ statement, plan: rows.map((row) => row['QUERY PLAN']) });
  }
  await client.query('rollback');
  return explained;
}

/** What is wrong with the way a screen is answered: a growing table read whole, or an index left unused. */
export function planProblems(explained: readonly Explained[], indexes: readonly string[]): string[] {
  const lines = explained.flatMap(({ plan }) => plan);
  const wholes = lines.flatMap((line) => {
    const table = /Seq Scan on (\w+)/.exec(line)?.[1];
    return table && growing.includes(table) ? [`reads all of ${table}`] : [];
  });
  const unused = indexes.filter((index) => !lines.some((line) => new RegExp(`\\b${index}\\b`).test(line)));
  return [...new Set(wholes), ...unused.map((index) => `does not use ${index}`)];
}

/** Keeps a screen's plans as text, so that a change of them is seen in review. */
export function keepPlans(folder: string, name: string, explained: readonly Explained[]): void {
  const text = explained.map(({ statement, plan }) =>
    [statement.text.trim().replaceAll(/\s+/g, ' '), '', ...plan].join('\n'),
  );
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, `${name}.txt`), `${text.join('\n\n----\n\n')}\n`);
}
