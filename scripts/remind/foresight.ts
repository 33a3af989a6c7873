import { formatMediumDate, formatMoment } from '../../lib/calendar/format-date.ts';
import { foreseeLapses } from '../../lib/deadlines/note-lapses.ts';
import type { Office } from '../../lib/offices/queries.ts';
import type { SweepContext } from '../../lib/reminders/context.ts';
import { type ForeseenMessage, foreseeReminders } from '../../lib/reminders/foresee.ts';

/** Prints, office by office, what would be noted and sent at this moment and why. */
export async function printForesight(context: SweepContext, offices: readonly Office[]): Promise<void> {
  console.log(`As of ${formatMoment(context.clock())}, Pacific time. Nothing is sent or written.`);
  for (const office of offices) {
    console.log(`\n${office.name}`);
    const lapseCount = await printLapses(context, office);
    const messageCount = await printMessages(context, office);
    console.log(`\n  ${counted(lapseCount, 'lapse')}, ${counted(messageCount, 'message')}.`);
  }
}

async function printLapses(context: SweepContext, office: Office): Promise<number> {
  let lapseCount = 0;
  for await (const { caseNumber, lapses } of foreseeLapses(context, office)) {
    if (lapseCount === 0) console.log('\n  Would be noted');
    lapseCount += lapses.length;
    for (const { sentence } of lapses) console.log(`    ${caseNumber}  ${sentence}`);
  }
  return lapseCount;
}

async function printMessages(context: SweepContext, office: Office): Promise<number> {
  let messageCount = 0;
  let deadlineCount = 0;
  for await (const { caseNumber, title, dueOn, messages } of foreseeReminders(context, office)) {
    if (deadlineCount === 0) console.log('\n  Would be sent');
    deadlineCount += 1;
    console.log(`    ${caseNumber}  ${title}, due ${formatMediumDate(dueOn)}`);
    for (const line of new Set(messages.map(lineOf))) console.log(`      ${line}`);
    messageCount += messages.filter(({ isSent }) => isSent).length;
  }
  return messageCount;
}

const lineOf = ({ isSent, to, why }: ForeseenMessage): string => `${isSent ? 'to' : 'not to'} ${to}: ${why}`;

/** "1 message", "2 messages". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
