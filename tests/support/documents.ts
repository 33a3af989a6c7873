import type { z } from 'zod';
import type { UserActor } from '../../lib/access/actor.ts';
import { inUnitOfWork, type UnitOfWork } from '../../lib/db/unit-of-work.ts';
import type { DocumentStore } from '../../lib/document-store/document-store.ts';
import type { MadePages, Workshop } from '../../lib/documents/make-pages.ts';
import type { Outcome } from '../../lib/errors.ts';
import { momentOf, type TestOffice } from './office.ts';

type PageCommand<Input, Value> = {
  readonly schema: () => z.ZodType<Input>;
  readonly make: (shop: Workshop, input: Input) => Promise<Outcome<MadePages>>;
  readonly command: (unit: UnitOfWork<UserActor>, input: Input, made: MadePages) => Promise<Outcome<Value>>;
};

export const workshopOf = (
  office: TestOffice,
  store: DocumentStore,
  on: string,
  as?: UserActor,
): Workshop => ({
  db: office.app.db,
  store,
  actor: as ?? office.person('caseworker'),
  now: momentOf(on),
});

/** Makes pages and records them, as the server action does; `between` happens after they were made. */
export async function runOnPages<Input, Value>(
  { schema, make, command }: PageCommand<Input, Value>,
  shop: Workshop,
  typed: Record<string, unknown>,
  between: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Outcome<Value>> {
  const input = schema().parse(typed);
  const made = await make(shop, input);
  if (!made.ok) return made;
  await between();
  const outcome = await inUnitOfWork(shop.db, shop.actor, shop.now, (unit) =>
    command(unit, input, made.value),
  );
  if (!outcome.ok) await made.value.discard();
  return outcome;
}
