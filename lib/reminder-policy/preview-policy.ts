import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { OfficePolicy } from '../reminders/policy.ts';
import { readPolicy } from '../reminders/queries.ts';
import { type ForeseenDay, type ForeseenMonth, foreseeMonth } from './foresee-month.ts';
import type { ReminderPolicyInput } from './input.ts';
import { countSupervisors, listForeseenClocks, readNames } from './queries.ts';
import { policyOf, policyViolations } from './rules.ts';

type Crowded = { readonly name: string; readonly on: LocalDate; readonly count: number };

/** The next 30 days under two policies. Plain JSON: it travels to the browser while a person types. */
export type PolicyPreview = {
  readonly today: LocalDate;
  readonly days: readonly {
    readonly on: LocalDate;
    readonly before: ForeseenDay;
    readonly after: ForeseenDay;
  }[];
  readonly crowdedBefore: readonly Crowded[];
  readonly crowdedAfter: readonly Crowded[];
  readonly mostAloneADay: number;
};

/** Both policies over the clocks as they are stored; writes nothing. */
export async function previewPolicy(
  tx: Transaction,
  before: OfficePolicy,
  after: OfficePolicy,
  today: LocalDate,
): Promise<PolicyPreview> {
  const clocks = await listForeseenClocks(tx, [before, after], today);
  const setting = { today, supervisorCount: await countSupervisors(tx) };
  const former = foreseeMonth(clocks, before, setting);
  const next = before === after ? former : foreseeMonth(clocks, after, setting);
  const ids = [...former.crowded, ...next.crowded].map(({ ownerId }) => ownerId);
  const names = await readNames(tx, [...new Set(ids)]);
  return {
    today,
    days: next.days.map((day, index) => ({ on: day.on, before: former.days[index] ?? day, after: day })),
    crowdedBefore: named(former, names),
    crowdedAfter: named(next, names),
    mostAloneADay: after.mostAloneADay,
  };
}

const named = ({ crowded }: ForeseenMonth, names: ReadonlyMap<string, string>): Crowded[] =>
  crowded.map(({ ownerId, on, count }) => ({ name: names.get(ownerId) ?? 'Somebody', on, count }));

/** What a typed policy would do in the next 30 days, or why it would be refused. */
export async function tryPolicy(
  unit: UnitOfWork,
  input: ReminderPolicyInput,
): Promise<Outcome<PolicyPreview>> {
  const violations = policyViolations(input);
  if (violations.length > 0) return refuse(...violations);
  const former = await readPolicy(unit.tx);
  return done(await previewPolicy(unit.tx, former, { ...former, ...policyOf(input) }, unit.today));
}
