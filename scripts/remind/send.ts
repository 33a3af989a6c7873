import { noteLapses } from '../../lib/deadlines/note-lapses.ts';
import type { SweepContext } from '../../lib/reminders/context.ts';
import { keepRun } from '../../lib/worker-runs/repository.ts';
import { isAllDone, sendWhatIsDue } from '../scheduled-work.ts';
import { counted } from './foresight.ts';

/** Notes what lapsed and sends what is due, once; 1 where something failed. For all offices it counts as the worker's run. */
export async function sendAndPrint(context: SweepContext, officeId: string | null): Promise<number> {
  const only = officeId === null ? undefined : { officeId };
  const lapses = await noteLapses(context, only);
  const send = () => sendWhatIsDue(context, only);
  const sent = await (only ? send() : keepRun(context, 'send-reminders', send));
  console.log(`${counted(lapses.noted, 'lapse')} noted.`);
  console.log(
    `${counted(sent.sent, 'message')} sent through ${context.transport.name}, ${sent.failed} failed, ${sent.skipped} passed over, ${sent.canceled} canceled.`,
  );
  if (sent.released > 0) console.log(`${counted(sent.released, 'message')} left for the next run.`);
  if (sent.unheard > 0)
    console.log(`${counted(sent.unheard, 'deadline')} of which nobody on the staff hears.`);
  console.log(`${counted(sent.messages, 'message')} by hand sent, ${sent.failedMessages} failed.`);
  console.log(`${counted(sent.bulletins, 'digest')} sent, ${sent.failedBulletins} failed.`);
  return isAllDone(sent) && lapses.errors === 0 ? 0 : 1;
}
