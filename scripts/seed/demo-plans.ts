import type { UserActor } from '../../lib/access/actor.ts';
import { pacificToday } from '../../lib/calendar/clock.ts';
import type { Database } from '../../lib/db/client.ts';
import { inOffice, inUnitOfWork } from '../../lib/db/unit-of-work.ts';
import { addPlanLine } from '../../lib/plans/add-plan-line.ts';
import { type ListedPlan, listPlans } from '../../lib/plans/queries.ts';
import { seedDirectory } from '../../lib/plans/seed-directory.ts';
import type { LineKey } from './story.ts';

/** A card that names no company: nobody knows yet which department regulates it. */
const unclearLine = {
  plan: 'Health Net',
  name: 'PPO, company not named on the card',
  program: 'commercial',
  regulator: 'unknown',
  knoxKeene: true,
  source: 'A member’s card',
  verifiedOn: null,
} as const;

/** Gives the demo office the directory of plans, and finds in it the line of a story. */
export async function openDemoPlans(
  db: Database,
  supervisor: UserActor,
  at: Date,
): Promise<(line: LineKey) => string> {
  await inUnitOfWork(db, supervisor, at, seedDirectory);
  const read = () => inOffice(db, supervisor, pacificToday(at), listPlans);
  const { plan, ...entry } = unclearLine;
  const planId = planNamed(await read(), plan).id;
  await inUnitOfWork(db, supervisor, at, (unit) => addPlanLine(unit, { planId, ...entry }));
  const directory = await read();
  return (key) => {
    const line = planNamed(directory, key.plan).lines.find(
      ({ program, regulator }) => program === key.program && regulator === key.regulator,
    );
    if (!line) throw new Error(`${key.plan} has no such line: ${key.program}, ${key.regulator}`);
    return line.id;
  };
}

function planNamed(directory: readonly ListedPlan[], start: string): ListedPlan {
  const plan = directory.find(({ name }) => name.startsWith(start));
  if (!plan) throw new Error(`the directory has no plan ${start}`);
  return plan;
}
