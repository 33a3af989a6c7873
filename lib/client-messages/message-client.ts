import type { UserActor } from '../access/actor.ts';
import { onOpenCase } from '../cases/on-open-case.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import type { Outcome } from '../errors.ts';
import type { MessageInput } from './input.ts';
import { sendClientMessage } from './send-client-message.ts';

/** Sends the client of a case one of the fixed texts. */
export const messageClient = (
  unit: UnitOfWork<UserActor>,
  input: MessageInput,
): Promise<Outcome<{ caseId: string }>> =>
  onOpenCase(unit, input, (record) => sendClientMessage(unit, { record, kind: input.kind }));
