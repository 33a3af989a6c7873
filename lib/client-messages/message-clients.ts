import type { UserActor } from '../access/actor.ts';
import { loadCase } from '../cases/load-case.ts';
import { saveSearchTerms } from '../cases/repository.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { syncDeadlines } from '../deadlines/sync.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import { wordsIn } from '../words/words.ts';
import type { BulkMessageInput } from './input.ts';
import { sendClientMessage } from './send-client-message.ts';

export type UnsentMessage = {
  readonly caseId: string;
  readonly clientName: string;
  readonly because: string;
};

export type SentMessages = {
  readonly sentTo: readonly { readonly caseId: string; readonly clientName: string }[];
  readonly unsent: readonly UnsentMessage[];
};

/** Sends the clients of several cases the same text, each in their language; who cannot be sent it is named with the reason. */
export async function messageClients(
  unit: UnitOfWork<UserActor>,
  { caseIds, kind }: BulkMessageInput,
): Promise<Outcome<SentMessages>> {
  const sentTo: { caseId: string; clientName: string }[] = [];
  const unsent: UnsentMessage[] = [];
  // Sorted, so that two people who deal with the same cases wait for each other instead of deadlocking.
  for (const caseId of [...new Set(caseIds)].toSorted()) {
    const loaded = await loadCase(unit, caseId);
    if (!loaded.ok) return loaded;
    const { record } = loaded;
    const clientName = record.client.name;
    const sent = await sendClientMessage(unit, { record, kind });
    if (sent.ok) {
      await saveSearchTerms(unit, await syncDeadlines(unit, caseId));
      sentTo.push({ caseId, clientName });
    } else if (sent.because === 'violations')
      unsent.push({ caseId, clientName, because: sent.violations[0]?.message ?? '' });
    else return sent;
  }
  if (sentTo.length === 0) {
    const words = wordsIn(unit.actor.language).caseList.messaging;
    const reasons = [...new Set(unsent.map(({ because }) => because))];
    return refuse({ field: 'kind', message: [words.toNobody, ...reasons].join(' ') });
  }
  return done({ sentTo, unsent });
}
