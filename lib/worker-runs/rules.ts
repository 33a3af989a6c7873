import { formatMoment } from '../calendar/format-date.ts';
import type { WorkerRun } from './queries.ts';

/** The jobs without which nobody could trust that reminders go out. */
export const WATCHED_JOBS = ['send-reminders', 'reconcile'] as const;
export type WatchedJob = (typeof WATCHED_JOBS)[number];

const HOUR = 3_600_000;
/** A day and some slack: a job that runs each night may have been a little later today than yesterday. */
const FINISHES_WITHIN_HOURS = 26;
/** What came due before that and has not gone is late. */
export const lateBefore = (now: Date): Date => new Date(now.getTime() - HOUR);

/** How one office stands, in figures. */
export type OfficeState = {
  readonly createdAt: Date;
  readonly unsent: { readonly waiting: number; readonly oldestAt: Date | null };
  /** Null before the first comparison. */
  readonly differenceCount: number | null;
};

/**
 * Why nobody may trust that reminders go out, in plain sentences without a name or a case; empty where all is well. A
 * job that never ran counts from the opening of the first office.
 */
export function reasonsToWorry(
  runs: readonly WorkerRun[],
  offices: readonly OfficeState[],
  now: Date,
): string[] {
  if (offices.length === 0) return [];
  const begun = Math.min(...offices.map(({ createdAt }) => createdAt.getTime()));
  const waiting = sum(offices.map(({ unsent }) => unsent.waiting));
  const oldest = Math.min(
    ...offices.map(({ unsent }) => unsent.oldestAt?.getTime() ?? Number.POSITIVE_INFINITY),
  );
  const differences = sum(offices.map(({ differenceCount }) => differenceCount ?? 0));
  return [
    ...WATCHED_JOBS.flatMap((job) => {
      const finishedAt = finishOf(job, runs);
      const isLate = now.getTime() - (finishedAt?.getTime() ?? begun) > FINISHES_WITHIN_HOURS * HOUR;
      return isLate ? [unfinished(job, finishedAt)] : [];
    }),
    ...(waiting > 0
      ? [
          `What was due more than an hour ago has not gone out: ${waiting} waiting, the oldest since ${formatMoment(new Date(oldest))}, Pacific time.`,
        ]
      : []),
    ...(differences > 0
      ? [
          `The last comparison found ${counted(differences, 'difference')} between what should have gone out and what did.`,
        ]
      : []),
  ];
}

/** When a job last came to its end; null where it never has. */
export const finishOf = (job: WatchedJob, runs: readonly WorkerRun[]): Date | null =>
  runs.find((run) => run.job === job)?.finishedAt ?? null;

const unfinished = (job: WatchedJob, finishedAt: Date | null): string => {
  const since = finishedAt ? `since ${finishedAt.toISOString()}` : 'at all';
  return job === 'send-reminders'
    ? `The worker has not finished sending reminders ${since}.`
    : `The worker has not finished comparing reminders ${since}.`;
};

const sum = (figures: readonly number[]): number => figures.reduce((total, figure) => total + figure, 0);
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
