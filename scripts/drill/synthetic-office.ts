import type { UserActor } from '../../lib/access/actor.ts';
import { pacificToday } from '../../lib/calendar/clock.ts';
import type { Database } from '../../lib/db/client.ts';
import { inUnitOfWork } from '../../lib/db/unit-of-work.ts';
import type { Role } from '../../lib/db/vocabulary.ts';
import type { Outcome } from '../../lib/errors.ts';
import { openOffice } from '../../lib/offices/open-office.ts';
import { addPlan } from '../../lib/plans/add-plan.ts';
import { addPlanLine } from '../../lib/plans/add-plan-line.ts';
import { planInput, planLineInput } from '../../lib/plans/input.ts';
import { newPassphrase } from '../seed/passphrase.ts';

/** The people of a drill. Nobody is real, and no address can be. */
const PEOPLE: readonly (readonly [name: string, role: Role])[] = [
  ['Ada Drill', 'caseworker'],
  ['Ben Drill', 'caseworker'],
  ['Cleo Drill', 'caseworker'],
  ['Dov Drill', 'caseworker'],
  ['Edna Lead', 'supervisor'],
  ['Finn Lead', 'supervisor'],
  ['Gus Keys', 'administrator'],
];

const LINES = [
  { name: 'HMO', program: 'commercial', regulator: 'DMHC', knoxKeene: 'on' },
  { name: 'Insurance policy', program: 'commercial', regulator: 'CDI', knoxKeene: 'on' },
  { name: 'Medi-Cal', program: 'medi-cal', regulator: 'DMHC', knoxKeene: 'on' },
] as const;

export type SyntheticOffice = {
  readonly officeId: string;
  readonly caseworkers: readonly UserActor[];
  readonly supervisors: readonly UserActor[];
  readonly administrator: UserActor;
  readonly lineIds: readonly string[];
};

/** Opens an office of invented people with three bodies of law; `tag` keeps its addresses apart from another's. */
export async function openSyntheticOffice(
  { owner, app }: { readonly owner: Database; readonly app: Database },
  tag: string,
  at: Date,
): Promise<SyntheticOffice> {
  const { officeId, people } = await openOffice(
    owner,
    { name: `Drill office ${tag}`, phone: '555-0100' },
    PEOPLE.map(([name, role], index) => ({
      name,
      role,
      email: `staff-${index}-${tag}@drill.example`,
      password: newPassphrase(),
    })),
    at,
  );
  const withRole = (role: Role) => people.filter((person) => person.role === role);
  const [administrator] = withRole('administrator');
  if (!administrator) throw new Error('the office has no administrator');
  const today = pacificToday(at);
  const plan = valueOf(
    await inUnitOfWork(app, administrator, at, (unit) =>
      addPlan(unit, planInput().parse({ name: 'Drill Health Plan' })),
    ),
  );
  const lineIds: string[] = [];
  for (const line of LINES) {
    const typed = planLineInput(today).parse({ planId: plan.planId, source: 'A drill', ...line });
    const added = await inUnitOfWork(app, administrator, at, (unit) => addPlanLine(unit, typed));
    lineIds.push(valueOf(added).lineId);
  }
  return {
    officeId,
    caseworkers: withRole('caseworker'),
    supervisors: withRole('supervisor'),
    administrator,
    lineIds,
  };
}

/** The value of an outcome that has to succeed. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const why =
    outcome.because === 'violations'
      ? outcome.violations.map(({ message }) => message).join(' ')
      : outcome.because;
  throw new Error(`A drill could not be set up: ${why}`);
}
