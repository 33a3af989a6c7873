import { formatMediumDate } from '../../lib/calendar/format-date.ts';
import { connect } from '../../lib/db/client.ts';
import { dayOf } from '../drill/day-plan.ts';
import { type DrillReport, runDrill, unexpectedIn } from '../drill/drill.ts';
import { openScratchDatabase } from '../drill/scratch-database.ts';
import { lineOf } from './compare.ts';
import { counted } from './foresight.ts';

const CASES = 40;

/** Plays a drill in a database of its own and prints its story; 1 where a reminder was lost or went twice. */
export async function playAndPrint({ days, seed }: { days: number; seed: number }): Promise<number> {
  const database = await openScratchDatabase();
  const of = (url: string) => connect(url, { max: 2, name: 'recourse-drill' });
  const connections = {
    owner: of(database.ownerUrl),
    app: of(database.appUrl),
    worker: of(database.workerUrl),
  };
  const begun = performance.now();
  try {
    console.log(
      `${days} days of an invented office with ${CASES} cases, from ${formatMediumDate(dayOf(0))} on; seed ${seed}.\n`,
    );
    const report = await runDrill({
      ...connections,
      days,
      seed,
      caseCount: CASES,
      say: (on, line) => console.log(`  ${formatMediumDate(on).padEnd(18)} ${line}`),
    });
    printTotals(report);
    console.log(`\nPlayed in ${Math.round((performance.now() - begun) / 1000)} s.`);
    const { lost, twice, errors } = report;
    return lost + twice + errors + unexpectedIn(report) > 0 ? 1 : 0;
  } finally {
    for (const { pool } of Object.values(connections)) await pool.end();
    await database.close();
  }
}

function printTotals(report: DrillReport): void {
  const skipped = report.skipped.reduce((total, { count }) => total + count, 0);
  const line = (name: string, figure: number | string) =>
    console.log(`  ${name.padEnd(36)} ${String(figure).padStart(8)}`);
  console.log(`\n${counted(report.acts, 'act')} recorded, ${report.refusedActs} refused by the rules.\n`);
  line('reminders due', report.due);
  line('sent alone', report.sentAlone);
  line('told by a digest', report.toldByDigest);
  line('skipped', skipped);
  for (const { reason, count } of report.skipped)
    console.log(`      ${String(count).padStart(5)}  ${reason}`);
  line('canceled, since the case had moved on', report.canceled);
  line('under way at the end', report.underWay);
  line('given up', report.givenUp);
  line('corrections sent', report.corrections);
  line('digests and alarms sent', report.bulletins);
  line('came back', report.bounced);
  line('longest wait', `${Math.round(report.longestWaitMinutes / 60)} h`);
  line('differences while mail was up', unexpectedIn(report));
  line('lost', report.lost);
  line('twice', report.twice);
  for (const { on, isTroubled, differences } of report.nights)
    if (!isTroubled)
      for (const difference of differences) console.log(`\n  ${formatMediumDate(on)}  ${lineOf(difference)}`);
}
