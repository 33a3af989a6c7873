import { eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../db/client.ts';
import { offices } from '../db/schema.ts';
import { reminderPolicies, reminders } from '../db/schema-reminders.ts';
import type { OfficePolicy } from './policy.ts';
import { type StoredPolicy, storedPolicy } from './policy-schema.ts';

/** Which of these messages are reminders of cases that whoever asks may know of. */
export async function listKnownReminders(
  tx: Transaction,
  messageIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (messageIds.length === 0) return new Set();
  const rows = await tx
    .select({ id: reminders.id })
    .from(reminders)
    .where(inArray(reminders.id, [...messageIds]));
  return new Set(rows.map(({ id }) => id));
}

/** The policy of the office the transaction is in, and whether what is stored of it could be read. */
export async function readStoredPolicy(tx: Transaction): Promise<StoredPolicy> {
  const [row] = await tx
    .select({
      timeZone: offices.timeZone,
      policy: reminderPolicies.policy,
      changedAt: reminderPolicies.changedAt,
    })
    .from(offices)
    .leftJoin(reminderPolicies, eq(reminderPolicies.officeId, offices.id));
  if (!row) throw new Error('the office is not there');
  const { timeZone, policy, changedAt } = row;
  return storedPolicy(timeZone, changedAt ? { policy, changedAt } : null);
}

/** When and to whom reminders go in the office the transaction is in. */
export const readPolicy = async (tx: Transaction): Promise<OfficePolicy> =>
  (await readStoredPolicy(tx)).policy;
