import type { UserActor } from '../../lib/access/actor.ts';
import { localDate } from '../../lib/calendar/local-date.ts';
import type { Database } from '../../lib/db/client.ts';
import { healthPlans, planLines } from '../../lib/db/schema.ts';
import { inUnitOfWork } from '../../lib/db/unit-of-work.ts';
import { done } from '../../lib/errors.ts';
import { demoStories } from './stories/index.ts';
import type { LineKey } from './story.ts';

export async function addPlans(db: Database, actor: UserActor, at: Date): Promise<(line: LineKey) => string> {
  const keys = demoStories(localDate('2026-11-21')).flatMap(({ line }) => (line ? [line] : []));
  const ids = new Map<string, string>();
  const name = (l: LineKey) => `${l.program} ${l.regulator}`;
  await inUnitOfWork(db, actor, at, async (unit) => {
    for (const plan of new Set(keys.map((k) => k.plan))) {
      const [row] = await unit.tx
        .insert(healthPlans)
        .values({ officeId: actor.officeId, name: plan })
        .returning({ id: healthPlans.id });
      if (!row) throw new Error('no plan');
      for (const n of new Set(keys.filter((k) => k.plan === plan).map(name))) {
        const key = keys.find((k) => k.plan === plan && name(k) === n)!;
        const [line] = await unit.tx
          .insert(planLines)
          .values({
            officeId: actor.officeId,
            planId: row.id,
            name: n,
            program: key.program,
            regulator: key.regulator,
            knoxKeene: plan !== 'CalOptima',
          })
          .returning({ id: planLines.id });
        ids.set(`${plan} ${n}`, line!.id);
      }
      await unit.record({ event: 'plan.added', subjectId: row.id });
    }
    return done(null);
  });
  return (l) => ids.get(`${l.plan} ${name(l)}`) ?? '';
}
