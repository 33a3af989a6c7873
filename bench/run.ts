import path from 'node:path';
import { parseArgs } from 'node:util';
import { localDate } from '../lib/calendar/local-date.ts';
import { inOffice } from '../lib/db/unit-of-work.ts';
import { assess } from '../lib/deadlines/assess.ts';
import { factsOf } from '../lib/deadlines/case-facts.ts';
import { interruptionSignal } from '../scripts/launcher/interruption.ts';
import { reportFailure } from '../scripts/launcher/problem.ts';
import type { GeneratedOffice } from './generate/office.ts';
import { type PageCost, pageCosts } from './pages.ts';
import { explain, keepPlans, planProblems } from './plans.ts';
import { type ReminderCost, reminderCost } from './reminder-cost.ts';
import { type Screen, screensOf } from './screens.ts';
import { type BenchServer, type LoadedOffice, withBenchServer } from './server.ts';
import { signInCost } from './sign-in-cost.ts';
import { watchStatements } from './statements.ts';
import { count, milliseconds, printTable, times } from './table.ts';
import { medianOf } from './timing.ts';

const fullSize = 100_000;
const help = `npm run bench         Load a generated office into a PostgreSQL of its own and measure the screens, the pages, the reminders
                      and the deadline engine on it. Takes some minutes and leaves nothing behind.

--cases N             The size of the office, ${count(fullSize)} cases unless said.

Times are given as ratios: of the app to hand-written SQL, of a large office to a small one. The database's plans are
kept in bench/plans when the office has its full size. The exit code is 1 when a screen asks too many questions or
reads a growing table whole.`;

const today = localDate('2026-11-20');
const caseworkers = 40;
const mostQueries = 3;
const casesPerDue = 50;
const smallShare = 0.1;
const plansFolder = path.join(import.meta.dirname, 'plans');

const interrupted = interruptionSignal();
const size = readSize();
if (typeof size === 'string') {
  (size === help ? console.log : console.error)(size);
  process.exitCode = size === help ? 0 : 2;
} else {
  process.exitCode = await bench(size);
}
process.exit();

function readSize(): number | string {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', short: 'h' },
        cases: { type: 'string', default: String(fullSize) },
      },
    });
    if (values.help) return help;
    const cases = Number(values.cases);
    const fits = Number.isInteger(cases) && cases >= 5_000 && cases <= 1_000_000;
    return fits ? cases : `--cases must be a whole number from 5000 to 1000000.\n\n${help}`;
  } catch {
    return `${process.argv.slice(2).join(' ')} is not understood.\n\n${help}`;
  }
}

async function bench(cases: number): Promise<number> {
  try {
    const problems = await withBenchServer(interrupted, (server) => measure(server, cases));
    for (const problem of problems) console.error(`  ${problem}`);
    return problems.length > 0 ? 1 : 0;
  } catch (error) {
    return interrupted.aborted ? 130 : reportFailure(error);
  }
}

async function measure(server: BenchServer, cases: number): Promise<string[]> {
  const large = await load(server, cases);
  const problems = await measureScreens(large, cases);
  problems.push(...(await measureReminders(server, cases)));
  printPages(await pageCosts(large, interrupted));
  measureEngine(large.office);
  await measureSignIn(large);
  return problems;
}

async function load(server: BenchServer, cases: number, closedShare?: number): Promise<LoadedOffice> {
  const startedAt = performance.now();
  console.log(`\nLoading an office of ${count(cases)} ${closedShare === 0 ? 'open ' : ''}cases`);
  let said = 0;
  const size = { cases, caseworkers, ...(closedShare !== undefined && { closedShare }) };
  const loaded = await server.load(size, today, (caseCount) => {
    if (caseCount - said < cases / 5) return;
    said = caseCount;
    console.log(`  ${count(caseCount)}`);
  });
  console.log(`  done in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  return loaded;
}

async function measureScreens(
  { office, owner, app }: Omit<LoadedOffice, 'worker'>,
  cases: number,
): Promise<string[]> {
  const watched = watchStatements(app.pool);
  const problems: string[] = [];
  const rows: string[][] = [];
  for (const screen of screensOf(office)) {
    const open = () => inOffice(app.db, screen.actor, office.today, (tx) => screen.read(tx));
    const statements = await watched.during(open);
    const ofApp = await medianOf(open, 15);
    const bare = await medianOf(async () => {
      for (const { text, values } of screen.bare) await owner.pool.query(text, [...values]);
    }, 15);
    rows.push([
      screen.name,
      String(statements.length),
      times(ofApp / bare),
      milliseconds(ofApp),
      milliseconds(bare),
    ]);
    if (statements.length > mostQueries) problems.push(`${screen.name}: asks ${statements.length} questions`);
    problems.push(...(await keepScreenPlans(screen, { office, app }, statements, cases)));
  }
  console.log('\nScreens, against hand-written SQL without row security\n');
  printTable(['screen', 'queries', 'ratio', 'app', 'bare SQL'], rows);
  return problems;
}

async function keepScreenPlans(
  screen: Screen,
  { office, app }: Pick<LoadedOffice, 'office' | 'app'>,
  statements: Parameters<typeof explain>[2],
  cases: number,
): Promise<string[]> {
  const client = await app.pool.connect();
  try {
    const explained = await explain(client, { actor: screen.actor, today: office.today }, statements);
    if (cases === fullSize) keepPlans(plansFolder, screen.name, explained);
    return planProblems(explained, screen.indexes).map((problem) => `${screen.name}: ${problem}`);
  } finally {
    client.release();
  }
}

function printPages(costs: readonly PageCost[]): void {
  console.log(
    '\nPages over HTTP, against a page of the same server that reads nothing, and against hand-written SQL\n',
  );
  printTable(
    ['page', 'connections', 'a second', 'median', 'to bare page', 'bare page', 'to bare SQL', 'bare SQL'],
    costs.map(({ name, connections, page, barePage, bareSql }) => [
      name,
      String(connections),
      count(page.perSecond),
      milliseconds(page.median),
      times(page.median / barePage.median),
      milliseconds(barePage.median),
      bareSql ? times(page.median / bareSql.median) : '',
      bareSql ? milliseconds(bareSql.median) : '',
    ]),
  );
}

async function measureSignIn(loaded: LoadedOffice): Promise<void> {
  const { known, unknown, noise } = await signInCost(loaded);
  console.log('\nA wrong password, for an account against for none\n');
  printTable(
    ['', 'ratio', 'account', 'none', 'noise'],
    [['sign-in', ratioOf(known / unknown), milliseconds(known), milliseconds(unknown), ratioOf(noise)]],
  );
}

/** Two places, since what it has to show is how near to 1 it is. */
function ratioOf(ratio: number): string {
  return `${ratio.toFixed(2)}×`;
}

/** An office with that many open cases beside one with a tenth of them, and as much due in both. */
async function measureReminders(server: BenchServer, openCases: number): Promise<string[]> {
  const dueCount = Math.round(openCases / casesPerDue);
  const costs: ReminderCost[] = [];
  for (const cases of [Math.round(openCases * smallShare), openCases])
    costs.push(await reminderCost(await load(server, cases, 0), dueCount, interrupted));
  const [small, large] = costs as [ReminderCost, ReminderCost];
  const row = (name: string, key: 'due' | 'idle') => [
    name,
    times(large[key].time / small[key].time),
    milliseconds(small[key].time),
    milliseconds(large[key].time),
    times(large[key].time / large[key].bare),
    milliseconds(large[key].bare),
    count(large[key].questions),
    count(small[key].rows),
    count(large[key].rows),
  ];
  console.log(
    `\nReminders with ${count(openCases)} open cases, against a tenth of them with as much due, and against their own reads as bare SQL\n`,
  );
  printTable(
    ['work', 'ratio', 'small', 'large', 'to bare', 'bare SQL', 'questions', 'rows, small', 'rows, large'],
    [
      row(`sweep, ${count(dueCount)} deadlines due`, 'due'),
      row('sweep, nothing due', 'idle'),
      [
        'lapses, nothing to note',
        times(large.idleLapses / small.idleLapses),
        milliseconds(small.idleLapses),
        milliseconds(large.idleLapses),
      ],
    ],
  );
  const perMessage = (whole: number) => (whole / large.messages).toFixed(1);
  console.log(
    `  ${count(large.messages)} messages, each ${perMessage(large.due.time)} ms, ${perMessage(large.due.questions)} questions and ${perMessage(large.due.rows)} rows`,
  );
  return large.problems.map((problem) => `sweep, nothing due: ${problem}`);
}

function measureEngine(office: GeneratedOffice): void {
  const facts = [];
  for (const { record } of office.cases()) {
    facts.push(factsOf(record, office.today));
    if (facts.length === 20_000) break;
  }
  for (const each of facts.slice(0, 2_000)) assess(each);
  const startedAt = performance.now();
  for (const each of facts) assess(each);
  const perSecond = facts.length / ((performance.now() - startedAt) / 1000);
  console.log(`\nDeadline engine: ${count(perSecond)} assessments a second\n`);
}
