import type { z } from 'zod';
import type { UserActor } from '../../lib/access/actor.ts';
import { pacificToday } from '../../lib/calendar/clock.ts';
import { instant, startOfPacificDay } from '../../lib/calendar/instant.ts';
import { type LocalDate, localDate } from '../../lib/calendar/local-date.ts';
import type { CaseRecord } from '../../lib/cases/case-record.ts';
import { openCaseInput } from '../../lib/cases/input.ts';
import { readCase } from '../../lib/cases/load-case.ts';
import { openCase } from '../../lib/cases/open-case.ts';
import { type Connection, connect } from '../../lib/db/client.ts';
import { healthPlans, planLines } from '../../lib/db/schema.ts';
import { inOffice, inUnitOfWork, type UnitOfWork } from '../../lib/db/unit-of-work.ts';
import type { Program, Regulator, Role } from '../../lib/db/vocabulary.ts';
import { done, type Outcome } from '../../lib/errors.ts';
import { openOffice } from '../../lib/offices/open-office.ts';
import type { TestDatabase } from './database.ts';
import { configure, giveFactor, nextCodeOf } from './second-factor.ts';

type Command<Input, Value> = (unit: UnitOfWork<UserActor>, input: Input) => Promise<Outcome<Value>>;

/** The line each test case is with, by the law it follows. */
export const LINES = {
  dmhc: { name: 'HMO', program: 'commercial', regulator: 'DMHC', knoxKeene: true },
  cdi: { name: 'Insurance policy', program: 'commercial', regulator: 'CDI', knoxKeene: true },
  unknown: { name: 'PPO', program: 'commercial', regulator: 'unknown', knoxKeene: true },
  mediCal: { name: 'Medi-Cal', program: 'medi-cal', regulator: 'DMHC', knoxKeene: true },
  cohs: { name: 'County plan', program: 'medi-cal', regulator: 'none', knoxKeene: false },
  selfFunded: { name: 'Employer plan', program: 'self-funded', regulator: 'none', knoxKeene: true },
} as const satisfies Record<
  string,
  { name: string; program: Program; regulator: Regulator; knoxKeene: boolean }
>;
export type Line = keyof typeof LINES;

export type TestOffice = Awaited<ReturnType<typeof openTestOffice>>;

export const TEST_PASS_PHRASE = 'a test pass phrase';

let officeCount = 0;

/** An office of its own with one person per role and a plan line per body of law, worked at a clock the test sets. */
export async function openTestOffice(database: Omit<TestDatabase, 'drop'>) {
  configure(database);
  const owner = connect(database.ownerUrl, { max: 2 });
  const app: Connection = connect(database.appUrl, { max: 4 });
  const worker: Connection = connect(database.workerUrl, { max: 4 });
  officeCount += 1;
  const tag = `${process.pid}-${officeCount}-${Math.random().toString(36).slice(2, 8)}`;
  const emailOf = (role: Role) => `${role}-${tag}@example.org`;
  const roles: Role[] = ['caseworker', 'supervisor', 'administrator', 'reviewer'];
  const { officeId, people } = await openOffice(
    owner.db,
    { name: `Office ${tag}`, phone: '555-0100' },
    roles.map((role) => ({
      name: `Test ${role}`,
      email: emailOf(role),
      role,
      password: TEST_PASS_PHRASE,
    })),
    new Date('2026-01-02T17:00:00Z'),
  );
  const person = (role: Role): UserActor => {
    const found = people.find((candidate) => candidate.role === role);
    if (!found) throw new Error(`no ${role}`);
    return found;
  };
  for (const role of ['supervisor', 'administrator'] as const) await giveFactor(owner.db, person(role));
  const lines = await addLines(app, person('administrator'));

  /** Runs a command at nine in the morning of a day, or at the instant given, through its input schema, as the person given. */
  async function run<Input, Value>(
    command: Command<Input, Value>,
    schema: (today: LocalDate) => z.ZodType<Input>,
    typed: Record<string, unknown>,
    options: { on: string; as?: UserActor },
  ): Promise<Outcome<Value>> {
    const now = momentOf(options.on);
    const input = schema(pacificToday(now)).parse(typed);
    return inUnitOfWork(app.db, options.as ?? person('caseworker'), now, (unit) => command(unit, input));
  }

  return {
    officeId,
    app,
    worker,
    owner,
    lines,
    person,
    emailOf,
    /** A code of a supervisor's or the administrator's authenticator that was not used before. */
    codeFor: (role: 'supervisor' | 'administrator') => nextCodeOf(person(role).userId),
    run,
    async openCase(
      options: { on: string; line?: Line; as?: UserActor } & Record<string, unknown>,
    ): Promise<string> {
      const { on, line, as, ...typed } = options;
      const outcome = await run(
        openCase,
        openCaseInput,
        { name: 'Ana Prueba', planLineId: line ? lines[line] : '', ...typed },
        { on, ...(as && { as }) },
      );
      return valueOf(outcome).caseId;
    },
    read: (caseId: string, on: string): Promise<CaseRecord | null> =>
      inOffice(app.db, person('caseworker'), localDate(on), (tx) => readCase(tx, caseId)),
    async close() {
      await app.pool.end();
      await worker.pool.end();
      await owner.pool.end();
    },
  };
}

export const morningOf = (day: LocalDate): Date =>
  new Date(new Date(instant(startOfPacificDay(day))).getTime() + 9 * 3_600_000);

/** Nine in the morning of a day, or the exact moment where one is given. */
export const momentOf = (on: string): Date => (on.includes('T') ? new Date(on) : morningOf(localDate(on)));

/** The value of an outcome that must have succeeded; a refusal fails the test with its sentences. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(
    outcome.because === 'violations' ? outcome.violations.map((v) => v.message).join(' ') : outcome.because,
  );
}

/** The fields and sentences of an outcome that must have been refused. */
export function violationsOf(outcome: Outcome<unknown>) {
  if (outcome.ok || outcome.because !== 'violations')
    throw new Error(`expected a refusal, got ${outcome.ok ? 'success' : outcome.because}`);
  return outcome.violations;
}

async function addLines(app: Connection, actor: UserActor): Promise<Record<Line, string>> {
  const added = await inUnitOfWork(app.db, actor, new Date('2026-01-02T17:00:00Z'), async (unit) => {
    const [plan] = await unit.tx
      .insert(healthPlans)
      .values({ officeId: actor.officeId, name: 'Golden Valley Health Plan' })
      .returning({ id: healthPlans.id });
    if (!plan) throw new Error('no plan');
    const rows = await unit.tx
      .insert(planLines)
      .values(Object.values(LINES).map((line) => ({ officeId: actor.officeId, planId: plan.id, ...line })))
      .returning({ id: planLines.id, name: planLines.name });
    unit.record({ event: 'plan.added', subjectId: plan.id });
    return done(rows);
  });
  const rows = valueOf(added);
  return Object.fromEntries(
    Object.entries(LINES).map(([key, { name }]) => [key, rows.find((row) => row.name === name)?.id ?? '']),
  ) as Record<Line, string>;
}

/** Runs each test in an office of its own, which `begin` hands to it and which is closed whatever happens. */
export const eachInNewOffice =
  (database: () => Omit<TestDatabase, 'drop'>, begin: (office: TestOffice) => void) =>
  (work: () => Promise<void>) =>
  async () => {
    const office = await openTestOffice(database());
    begin(office);
    try {
      await work();
    } finally {
      await office.close();
    }
  };
