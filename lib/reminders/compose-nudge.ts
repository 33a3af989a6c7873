import { type AssessedCase, isLive } from '../cases/assessed-case.ts';
import type { Transaction } from '../db/client.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { isMailStopped, worksCase } from './addressees.ts';
import { caseUrlOf, mailToStaff } from './compose-staff.ts';
import { type Composed, held, type Sender } from './composed.ts';
import { correctionRung, heldUntil } from './ladder.ts';
import type { Claim } from './ledger.ts';
import { staffNudge } from './letters/staff-nudge.ts';
import { readWhoHears } from './plan-deadline.ts';
import { listNudged } from './queries.ts';

/** Writes the nudge of a claim, or its copy, unless the clock or the case has changed hands since it was asked for. */
export async function composeNudge(
  tx: Transaction,
  claim: Claim,
  assessed: AssessedCase,
  sender: Sender,
): Promise<Composed> {
  const { record, assessment, today } = assessed;
  const deadline = assessment.deadlines.find(({ rule }) => rule === claim.rule);
  if (!deadline || !isLive(deadline)) return held('canceled', 'The deadline no longer stands.');
  if (deadline.dueOn !== claim.dueOn) return held('canceled', 'The due date has moved.');
  const { staff, suppressed } = await readWhoHears(tx, record, today);
  const asked = await listNudged(tx, claim);
  const owner = staff.find(({ id }) => id === asked.get('owner'));
  const from = staff.find(({ id }) => id === asked.get('supervisor'));
  if (!owner || !from || worksCase(record, staff)?.id !== owner.id)
    return held('canceled', 'The case has changed hands.');
  const isCopy = claim.recipientId === from.id;
  const person = isCopy ? from : owner;
  if (isMailStopped(person, suppressed)) return held('skipped', 'Mail to this address came back.');
  const rung = correctionRung(claim.plannedAt, deadline.dueOn);
  const until = heldUntil(rung, sender.now, sender.policy);
  if (until) return { kind: 'waits', until };

  const letter = staffNudge({
    assessed,
    deadline,
    rung: claim.rung,
    caseUrl: caseUrlOf(record, sender),
    senderName: from.name,
    ownerName: owner.name,
    to: isCopy ? 'sender' : 'owner',
  });
  const kind = claim.recipientKind;
  return {
    kind: 'message',
    to: { id: person.id, kind, hears: [kind], barredBecause: null, nudgesBarredBecause: null },
    rung,
    about: clockTitle(deadline),
    message: await mailToStaff(letter, person, sender),
    remark: '',
    needsCall: false,
  };
}
