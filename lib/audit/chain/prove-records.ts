import { systemActor } from '../../access/actor.ts';
import { type Clock, pacificToday } from '../../calendar/clock.ts';
import type { Database } from '../../db/client.ts';
import { inUnitOfWork } from '../../db/unit-of-work.ts';
import { done } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { eachOffice } from '../../offices/each-office.ts';
import type { Head, Verification } from './chain.ts';
import { verifyChain } from './verify-chain.ts';

export type ProofContext = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly stopping?: AbortSignal;
  /** The heads this process saw last, by office: kept outside the database, so that a cut end is missed from it. */
  readonly formerHeads: Map<string, Head>;
};

export type ProofSummary = { whole: number; broken: number };

/**
 * Proves the record of every office, writes each head to the log, where nobody with the database alone can change it,
 * and puts on the record itself that it was proved or how it was found broken.
 */
export const proveRecords = (
  context: ProofContext,
  only?: { readonly officeId: string },
): Promise<ProofSummary> =>
  eachOffice(context, only, { whole: 0, broken: 0 }, async ({ id: officeId }, summary) => {
    const { db, clock, log, formerHeads } = context;
    const expected = formerHeads.get(officeId) ?? null;
    const verification = await verifyChain(db, officeId, pacificToday(clock()), { expected });
    const { head, broken } = verification;
    if (broken) {
      summary.broken += 1;
      const { kind, seq, lastSeq } = broken;
      log.error({ officeId, kind, seq, lastSeq }, 'the audit record is broken');
    } else {
      summary.whole += 1;
      if (head) formerHeads.set(officeId, head);
      log.info({ officeId, ...head }, 'the audit record is whole');
    }
    await noteProof(context, officeId, verification);
  });

async function noteProof({ db, clock }: ProofContext, officeId: string, proof: Verification): Promise<void> {
  const { head, broken } = proof;
  const found = broken ?? head ?? {};
  await inUnitOfWork(db, systemActor(officeId), clock(), async (unit) => {
    unit.record({
      event: broken ? 'audit.found-broken' : 'audit.proved',
      changes: Object.entries(found).map(([field, to]) => ({ field, from: null, to })),
    });
    return done(null);
  });
}
