import { compareDates } from '../calendar/local-date.ts';
import { assessCase, isImrLimit, isLive } from '../cases/assessed-case.ts';
import type { CaseRecord, ImrApplication } from '../cases/case-record.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';
import { endTask } from '../manual-deadlines/end-task.ts';
import { putTask } from '../manual-deadlines/put-task.ts';
import { isProved, type ProofFacts } from './proof-of-filing.ts';
import { proveBy } from './prove-by.ts';

/**
 * Keeps the task of proving a filing true to what was just recorded of it: put on the case while nothing shows that the
 * application arrived, done once something does. `record` is the case as it was locked.
 */
export async function followProof(
  unit: UnitOfWork,
  record: CaseRecord,
  application: ProofFacts & Pick<ImrApplication, 'channel'>,
): Promise<void> {
  if (isProved(application)) return endTask(unit, record, 'prove-filing', 'done');
  const dueOn = proveBy(application.channel, unit.today, lastDayToFile(record, unit));
  await putTask(unit, record, 'prove-filing', dueOn);
}

/** The client's last day to file, as it is worked to: without proof it runs as if nothing had been sent. */
function lastDayToFile(record: CaseRecord, { today }: UnitOfWork) {
  const { deadlines } = assessCase({ ...record, imrApplications: [] }, today).assessment;
  const limits = deadlines.filter((each) => isImrLimit(each.rule) && each.kind === 'limit' && isLive(each));
  return limits.map(({ dueOn }) => dueOn).toSorted(compareDates)[0] ?? null;
}
