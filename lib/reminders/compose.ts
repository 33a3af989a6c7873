import type { LocalDate } from '../calendar/local-date.ts';
import { assessCase, isLive } from '../cases/assessed-case.ts';
import { readCase } from '../cases/load-case.ts';
import type { Transaction } from '../db/client.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { aboutRung, languageRemark, mailToClient, needsCall, stopsOf } from './compose-client.ts';
import { composeCorrection } from './compose-correction.ts';
import { composeNudge } from './compose-nudge.ts';
import { caseUrlOf, mailToStaff, recipientOf } from './compose-staff.ts';
import { type Composed, held, type Sender } from './composed.ts';
import { isCorrection, isNudgeByHand } from './ladder.ts';
import type { Claim } from './ledger.ts';
import { staffLetter } from './letters/staff-letter.ts';
import { claimedRung } from './plan.ts';
import { readPlanInput } from './plan-deadline.ts';

/** Writes the message of a claim from the case as it is at this moment, or says why it must not go out any more. */
export async function composeReminder(
  tx: Transaction,
  claim: Claim,
  today: LocalDate,
  sender: Sender,
): Promise<Composed> {
  const record = await readCase(tx, claim.caseId);
  if (!record || record.closedAt) return held('canceled', 'The case is closed.');
  const assessed = assessCase(record, today);
  if (isCorrection(claim.rung)) return composeCorrection(tx, claim, assessed, sender);
  if (isNudgeByHand(claim.rung)) return composeNudge(tx, claim, assessed, sender);
  const deadline = assessed.assessment.deadlines.find(({ rule }) => rule === claim.rule);
  if (!deadline || !isLive(deadline)) return held('canceled', 'The deadline no longer stands.');
  if (deadline.dueOn !== claim.dueOn) return held('canceled', 'The due date has moved.');
  const read = await readPlanInput(tx, assessed, deadline, { ...sender, today });
  if (!read) return held('canceled', 'The deadline no longer stands.');
  const { input, staff } = read;
  const to = input.addressees.find(({ id }) => id === claim.recipientId);
  const claimed = to ? claimedRung(claim.rung, to, input) : null;
  if (!to || !claimed) return held('canceled', 'This reminder is no longer theirs.');
  if (claimed.because) return held('skipped', claimed.because);

  const composed = { kind: 'message', to, rung: claimed.rung, about: clockTitle(deadline) } as const;
  const person = staff.find(({ id }) => id === to.id);
  if (person) {
    const recipient = recipientOf(person, to, record);
    const letter = staffLetter({
      assessed,
      deadline,
      rung: claim.rung,
      recipient,
      caseUrl: caseUrlOf(record, sender),
    });
    return { ...composed, message: await mailToStaff(letter, person, sender), remark: '', needsCall: false };
  }
  const told = await aboutRung(tx, claim, deadline, assessed, sender.policy);
  const message = await mailToClient(assessed, told, stopsOf(claim), staff, sender);
  return { ...composed, message, remark: languageRemark(assessed), needsCall: needsCall(assessed) };
}
