import type { LocalDate } from '../calendar/local-date.ts';
import { readCase } from '../cases/load-case.ts';
import type { Transaction } from '../db/client.ts';
import { CLIENT_MESSAGE_NAMES } from '../labels.ts';
import { addresseesOf } from '../reminders/addressees.ts';
import { languageRemark, mailToClient } from '../reminders/compose-client.ts';
import { type Composed, held, type Sender } from '../reminders/composed.ts';
import { heldUntil } from '../reminders/ladder.ts';
import { readWhoHears } from '../reminders/plan-deadline.ts';
import type { ClientMessageClaim } from './ledger.ts';
import { reasonOf } from './ledger-words.ts';
import { barToMessage, mayBeStopped, reasonToGiveUp } from './rules.ts';

/** Writes a message by hand from the case as it is at this moment, or says why it must not go out any more. */
export async function composeMessage(
  tx: Transaction,
  claim: ClientMessageClaim,
  today: LocalDate,
  sender: Sender,
): Promise<Composed> {
  const because = reasonToGiveUp(claim, sender.now, sender.policy);
  if (because) return { kind: 'given-up', because };
  const record = await readCase(tx, claim.caseId);
  if (!record || record.closedAt) return held('canceled', 'The case is closed.');
  const { staff, suppressed } = await readWhoHears(tx, record, today);
  const { kind, plannedAt, stopToken } = claim;
  const bar = barToMessage(record.client, kind, suppressed.get(record.client.email.toLowerCase()));
  if (bar) return held('skipped', reasonOf(bar));
  const rung = { at: plannedAt, mustGoBy: null };
  const until = heldUntil(rung, sender.now, sender.policy);
  if (until) return { kind: 'waits', until };
  const to = addresseesOf(record, staff, suppressed).find((each) => each.kind === 'client');
  if (!to) throw new Error('a case has a client');
  const about = { kind: 'by-hand', text: kind, act: 'other' } as const;
  const stops = { stopToken, mayBeStopped: mayBeStopped(kind) };
  return {
    kind: 'message',
    message: await mailToClient({ record }, about, stops, staff, sender),
    to,
    rung,
    about: CLIENT_MESSAGE_NAMES[kind],
    remark: languageRemark({ record }),
    needsCall: false,
  };
}
