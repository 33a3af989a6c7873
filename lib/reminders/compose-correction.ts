import { type AssessedCase, isLive } from '../cases/assessed-case.ts';
import type { Transaction } from '../db/client.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { addresseesOf } from './addressees.ts';
import { languageRemark, mailToClient, needsCall, stopsOf } from './compose-client.ts';
import { caseUrlOf, mailToStaff, recipientOf } from './compose-staff.ts';
import { type Composed, held, type Sender } from './composed.ts';
import { correctionRung, heldUntil } from './ladder.ts';
import type { Claim } from './ledger.ts';
import { clientActOf } from './letters/client-acts.ts';
import { staffCorrection } from './letters/staff-correction.ts';
import { readWhoHears } from './plan-deadline.ts';

/**
 * Writes the message that takes back the date of a claim. Nothing is taken back that holds again, or that was met; it
 * waits for the office to open unless the new date would be upon them first.
 */
export async function composeCorrection(
  tx: Transaction,
  claim: Claim,
  assessed: AssessedCase,
  sender: Sender,
): Promise<Composed> {
  const { record, assessment, today } = assessed;
  const { rule, dueOn: formerDate } = claim;
  const deadline = assessment.deadlines.find((each) => each.rule === rule);
  const standing = deadline && isLive(deadline) ? deadline : null;
  if (standing?.dueOn === formerDate) return held('canceled', 'The date stands again as it was told.');
  if (deadline?.status === 'met' || deadline?.status === 'late')
    return held('canceled', 'What was due has been done.');
  const { staff, suppressed } = await readWhoHears(tx, record, today);
  const to = addresseesOf(record, staff, suppressed).find(({ id }) => id === claim.recipientId);
  if (!to) return held('canceled', 'This reminder is no longer theirs.');
  if (to.barredBecause) return held('skipped', to.barredBecause);
  const rung = correctionRung(claim.plannedAt, standing?.dueOn ?? null);
  const until = heldUntil(rung, sender.now, sender.policy);
  if (until) return { kind: 'waits', until };

  const dueOn = standing?.dueOn ?? null;
  const composed = { kind: 'message', to, rung, about: clockTitle({ rule }) } as const;
  const person = staff.find(({ id }) => id === to.id);
  if (person) {
    const recipient = recipientOf(person, to, record);
    const letter = staffCorrection({
      record,
      rule,
      formerDate,
      dueOn,
      recipient,
      caseUrl: caseUrlOf(record, sender),
    });
    return { ...composed, message: await mailToStaff(letter, person, sender), remark: '', needsCall: false };
  }
  const told = { kind: 'correction', act: clientActOf(rule), formerDate, actBy: dueOn } as const;
  const message = await mailToClient(assessed, told, stopsOf(claim), staff, sender);
  return { ...composed, message, remark: languageRemark(assessed), needsCall: needsCall(assessed) };
}
