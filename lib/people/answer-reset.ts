import { hashedSubject } from '../access/keys.ts';
import { type Bucket, takeTry } from '../access/throttle.ts';
import { type AccountMail, mailResetAnswer } from './account-mail.ts';
import { requestReset } from './request-reset.ts';

const FREE_PER_ACCOUNT = 3;
const FREE_PER_ADDRESS = 20;

/** Requests count by account, whether or not it exists, and by address; apart from the tries at signing in. */
const resetBuckets = (email: string, address: string): readonly Bucket[] => [
  { key: `reset.${hashedSubject(email.trim().toLowerCase())}`, freeTries: FREE_PER_ACCOUNT },
  { key: `reset-address.${hashedSubject(address)}`, freeTries: FREE_PER_ADDRESS },
];

/**
 * Does what a request for a new password asks for, after its answer is out: mails a link, unless too many were asked for
 * in a row. Never throws; a failure is logged without saying whose.
 */
export async function answerReset(
  mail: AccountMail,
  { email, address, now }: { email: string; address: string; now: Date },
): Promise<void> {
  try {
    if ((await takeTry(mail.db, resetBuckets(email, address))).heldFor > 0) return;
    const answer = await requestReset(mail.db, email, now);
    if (answer) await mailResetAnswer(mail, answer, now);
  } catch (error) {
    mail.log.error({ err: error }, 'a request for a new password could not be answered');
  }
}
