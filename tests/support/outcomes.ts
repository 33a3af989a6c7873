import type { UserActor } from '../../lib/access/actor.ts';
import type { Database } from '../../lib/db/client.ts';
import { inUnitOfWork } from '../../lib/db/unit-of-work.ts';
import { forgedInput, type NamedCommand } from './commands.ts';

/** What a person learns from one command given one id wherever it takes one: its answer, or the error it ends in. */
export async function answerTo(
  { command }: NamedCommand,
  id: string,
  { db, as, now }: { readonly db: Database; readonly as: UserActor; readonly now: Date },
): Promise<unknown> {
  try {
    const outcome = await inUnitOfWork(db, as, now, (unit) => command(unit, forgedInput(id)), {
      dryRun: true,
    });
    return outcome.ok ? { ok: true } : outcome;
  } catch (error) {
    const { name, message } = error as Error;
    return { name, message };
  }
}
