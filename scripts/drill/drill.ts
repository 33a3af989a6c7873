import { addDays, type LocalDate } from '../../lib/calendar/local-date.ts';
import { dateIn, instantIn, wallTime } from '../../lib/calendar/zoned-time.ts';
import type { Connection } from '../../lib/db/client.ts';
import { noteLapses } from '../../lib/deadlines/note-lapses.ts';
import { createLogger } from '../../lib/log.ts';
import { alarmOfDifferences } from '../../lib/reconciliation/alarm-of-differences.ts';
import type { Difference } from '../../lib/reconciliation/difference.ts';
import { reconcileReminders } from '../../lib/reconciliation/reconcile.ts';
import { sendWhatIsDue } from '../scheduled-work.ts';
import { Chance } from './chance.ts';
import { dayOf, isWorkday, mishapsOf } from './day-plan.ts';
import { DrillMailServer } from './mail-server.ts';
import { Stage } from './stage.ts';
import { openSyntheticOffice } from './synthetic-office.ts';
import { nextMoment, readTally, type Tally } from './tally.ts';

export type DrillOptions = {
  readonly owner: Connection;
  readonly app: Connection;
  readonly worker: Connection;
  readonly days: number;
  readonly seed: number;
  readonly caseCount: number;
  /** Is told of every notable day. */
  readonly say: (on: LocalDate, line: string) => void;
};

export type Night = {
  readonly on: LocalDate;
  /** Mail was down, or had come back and no digest had gone out since: something had to be missing. */
  readonly isTroubled: boolean;
  readonly differences: readonly Difference[];
};

export type DrillReport = Tally & {
  readonly acts: number;
  readonly refusedActs: number;
  readonly taken: number;
  /** Messages the mail server took more than once. */
  readonly twice: number;
  readonly bounced: number;
  /** What differed in the end, once everything had its time. */
  readonly lost: number;
  readonly nights: readonly Night[];
  readonly errors: number;
};

/** Differences found in nights in which mail was up: there is no reason for any. */
export const unexpectedIn = ({ nights }: Pick<DrillReport, 'nights'>): number =>
  nights.reduce((total, { isTroubled, differences }) => total + (isTroubled ? 0 : differences.length), 0);

const CALIFORNIA = 'America/Los_Angeles';
const STEP = 15 * 60_000;
const at = (on: LocalDate, time: string): Date => instantIn(CALIFORNIA, on, wallTime(time));

/**
 * Plays so many days of an invented office on a clock of its own, with the scheduled work running every 15 minutes in
 * which it has something to do, and says what became of every reminder. The same seed plays the same days.
 */
export async function runDrill(options: DrillOptions): Promise<DrillReport> {
  const { owner, app, days, seed, caseCount, say } = options;
  const chance = new Chance(seed);
  const mail = new DrillMailServer(chance);
  const office = await openSyntheticOffice(
    { owner: owner.db, app: app.db },
    `${seed}-${Date.now().toString(36)}`,
    at(addDays(dayOf(0), -1), '12:00'),
  );
  const stage = new Stage(app, office, chance);
  const work = new ScheduledWork(options, office.officeId, mail);
  const mishaps = mishapsOf(days);
  const nights: Night[] = [];
  let opened = 0;
  let isTroubled = false;

  for (let day = 0; day < days; day += 1) {
    const on = dayOf(day);
    await work.until(at(on, '00:05'));
    await work.noteLapses();
    await work.until(at(on, '03:45'));
    const differences = await work.reconcile();
    nights.push({ on, isTroubled, differences });
    if (differences.length > 0) say(on, `the comparison found ${differences.length} differences`);

    await work.until(at(on, '07:55'));
    if (day === mishaps.mailDownFrom) {
      mail.isDown = true;
      isTroubled = true;
      say(on, 'mail goes down');
    }
    if (day === mishaps.mailUpOn) {
      mail.isDown = false;
      say(on, `mail is back; ${mail.refusedCount} attempts had been refused`);
    }
    if (day === mishaps.policyChangedOn) {
      await stage.changePolicy(work.now);
      say(on, 'the administrator changes the policy');
    }
    if (day === mishaps.awayFrom) {
      await stage.goAway(work.now, addDays(on, mishaps.awayUntil - mishaps.awayFrom));
      say(on, 'two people are away, one of them without a cover');
    }
    if (day === mishaps.awayUntil + 1) stage.comeBack();
    if (day === mishaps.deactivatedOn) {
      await stage.deactivate(work.now);
      say(on, 'a caseworker leaves; their cases stay theirs');
    }
    if (day === 3) await stage.restrictOne(work.now);
    if (isWorkday(on)) {
      const openedByNow = Math.ceil(caseCount * Math.min(1, ((day + 1) / days) * 2));
      for (; opened < openedByNow; opened += 1) await stage.openCase(work.now);
      const hours = (part: number) =>
        new Date(at(on, '08:30').getTime() + Math.floor(part * 8.5 * 60) * 60_000);
      await stage.work(hours, (now) => work.until(now));
    }
    await work.until(at(on, '23:55'));
    if (isWorkday(on) && !mail.isDown) isTroubled = false;
  }
  const end = dayOf(days);
  await work.until(at(end, '03:45'));
  const left = await work.reconcile();
  nights.push({ on: end, isTroubled, differences: left });
  return {
    ...(await readTally(owner.pool, office.officeId)),
    acts: stage.actCount,
    refusedActs: stage.refusedCount,
    taken: mail.takenCount,
    twice: mail.twiceCount,
    bounced: mail.bouncedCount,
    lost: left.length,
    nights,
    errors: work.errorCount,
  };
}

/** The worker on the drill's clock: it is woken for each quarter of an hour in which something is due. */
class ScheduledWork {
  now = at(dayOf(0), '00:00');
  errorCount = 0;
  readonly #options: DrillOptions;
  readonly #officeId: string;
  readonly #mail: DrillMailServer;
  #lastRun = at(dayOf(0), '00:00');

  constructor(options: DrillOptions, officeId: string, mail: DrillMailServer) {
    this.#options = options;
    this.#officeId = officeId;
    this.#mail = mail;
  }

  get #context() {
    return {
      db: this.#options.worker.db,
      transport: this.#mail.transport,
      clock: () => this.now,
      appUrl: 'https://drill.example',
      worker: 'drill',
      log: createLogger('drill', 'error'),
    };
  }

  get #only() {
    return { officeId: this.#officeId };
  }

  /** Does what comes due until that moment, and goes on to it. */
  async until(moment: Date): Promise<void> {
    const { owner, app } = this.#options;
    for (;;) {
      const due = await nextMoment(owner.pool, this.#officeId);
      const soonest = Math.min(due?.getTime() ?? Number.POSITIVE_INFINITY, this.#nextDigest());
      const from = Math.max(soonest, this.#lastRun.getTime() + STEP, this.now.getTime());
      const next = new Date(Math.ceil(from / STEP) * STEP);
      if (next > moment) break;
      this.now = next;
      this.#lastRun = next;
      const sent = await sendWhatIsDue(this.#context, this.#only);
      this.errorCount += sent.errors + sent.errorsOfBulletins + sent.errorsOfMailEvents;
      await this.#mail.tell(app.db, this.#officeId, this.now);
    }
    this.now = moment;
  }

  /** Digests come at six, which no row of the ledger knows before. */
  #nextDigest(): number {
    const on = dateIn(CALIFORNIA, this.#lastRun);
    const sixThatDay = at(on, '06:00');
    return (this.#lastRun < sixThatDay ? sixThatDay : at(addDays(on, 1), '06:00')).getTime();
  }

  async noteLapses(): Promise<void> {
    const { errors } = await noteLapses(this.#context, this.#only);
    this.errorCount += errors;
  }

  async reconcile(): Promise<Difference[]> {
    const found: Difference[] = [];
    const { errors } = await reconcileReminders(
      {
        ...this.#context,
        log: createLogger('drill', 'silent'),
        onDifference: (each) => found.push(each),
        onFound: (office, count) => alarmOfDifferences(this.#context, office, count),
      },
      this.#only,
    );
    this.errorCount += errors;
    return found;
  }
}
