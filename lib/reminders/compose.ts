import { formatLongDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { type AssessedCase, assessCase, isLive } from '../cases/assessed-case.ts';
import { readCase } from '../cases/load-case.ts';
import type { Transaction } from '../db/client.ts';
import type { AdjustedDeadline } from '../deadlines/adjusted.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import { printLetter } from '../mail/print-letter.ts';
import type { MailMessage } from '../mail/transport.ts';
import type { Office } from '../offices/queries.ts';
import { type ActiveStaff, addresseesOf } from './addressees.ts';
import { readWhoHears } from './claim.ts';
import { aboutRung, languageRemark, mailToClient } from './compose-client.ts';
import type { Claim } from './ledger.ts';
import { staffLetter } from './letters/staff-letter.ts';
import type { Addressee } from './plan.ts';
import type { OfficePolicy } from './policy.ts';

export type Composed =
  | {
      readonly kind: 'message';
      readonly message: MailMessage;
      readonly to: Addressee;
      /** What the deadline is called, for the case's record. */
      readonly about: string;
      /** What is worth knowing about how it was written, for the ledger. */
      readonly remark: string;
    }
  | { readonly kind: 'held'; readonly state: 'canceled' | 'skipped'; readonly because: string };

type Sender = {
  readonly office: Office;
  readonly policy: OfficePolicy;
  readonly appUrl: string;
  readonly now: Date;
};

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
  const deadline = assessed.assessment.deadlines.find(({ rule }) => rule === claim.rule);
  if (!deadline || !isLive(deadline)) return held('canceled', 'The deadline no longer stands.');
  if (deadline.dueOn !== claim.dueOn) return held('canceled', 'The due date has moved.');
  const { staff, suppressed } = await readWhoHears(tx, record, today);
  const to = addresseesOf(record, staff, suppressed).find(({ id }) => id === claim.recipientId);
  if (!to) return held('canceled', 'This reminder is no longer theirs.');
  if (to.barredBecause) return held('skipped', to.barredBecause);

  const about = clockTitle(deadline);
  const recipient = staff.find(({ id }) => id === to.id);
  if (recipient) {
    const message = await toStaff(assessed, deadline, claim.rung, recipient, to, sender);
    return { kind: 'message', message, to, about, remark: '' };
  }
  const told = await aboutRung(tx, claim, deadline, assessed, sender.policy);
  const message = await mailToClient(assessed, told, claim, staff, sender);
  return { kind: 'message', message, to, about, remark: languageRemark(assessed) };
}

const held = (state: 'canceled' | 'skipped', because: string): Composed => ({ kind: 'held', state, because });

async function toStaff(
  assessed: AssessedCase,
  deadline: AdjustedDeadline,
  rung: string,
  recipient: ActiveStaff,
  to: Addressee,
  { office, appUrl, now }: Sender,
): Promise<MailMessage> {
  const letter = staffLetter({
    assessed,
    deadline,
    rung,
    recipient: { name: recipient.name, why: whyTo(to, recipient, assessed.record.ownerName) },
    caseUrl: `${appUrl}/cases/${assessed.record.id}`,
  });
  return {
    officeId: office.id,
    to: recipient.email,
    replyTo: null,
    ...(await printLetter(letter)),
    language: letter.language,
    unsubscribeAt: null,
    writtenAt: now,
  };
}

function whyTo(
  { kind, hears }: Addressee,
  { coversOwnerUntil }: ActiveStaff,
  ownerName: string | null,
): string {
  if (kind === 'owner' && coversOwnerUntil)
    return `you cover for ${ownerName ?? 'its owner'} through ${formatLongDate(coversOwnerUntil)}`;
  if (kind === 'owner') return 'the case is yours';
  return hears.includes('owner') ? 'the case has no active owner' : 'you supervise the office';
}
