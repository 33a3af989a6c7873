import { systemActor } from '../access/actor.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { eachRow } from '../db/each-row.ts';
import { inOffice } from '../db/unit-of-work.ts';
import { clockTitle } from '../deadlines/clock-title.ts';
import type { Office } from '../offices/queries.ts';
import type { SweepContext } from './context.ts';
import { rungText } from './ladder.ts';
import type { Step } from './plan.ts';
import { momentOf, type PlannedDeadline, planDeadline } from './plan-deadline.ts';
import { type DueDeadline, listDueDeadlines, readPolicy } from './queries.ts';

/** One message a sweep would send now, or would not, and why. Staff are named; a client is known by the case's number. */
export type ForeseenMessage = {
  readonly isSent: boolean;
  readonly to: string;
  readonly why: string;
};

export type ForeseenDeadline = {
  readonly caseNumber: string;
  readonly title: string;
  readonly dueOn: LocalDate;
  readonly messages: readonly ForeseenMessage[];
};

const PAGE = 100;

/** What a sweep would do at this moment, deadline by deadline; nothing is sent or written. */
export async function* foreseeReminders(
  { db, clock }: Pick<SweepContext, 'db' | 'clock'>,
  office: Office,
): AsyncGenerator<ForeseenDeadline> {
  const { now, today } = momentOf(clock);
  const actor = systemActor(office.id);
  const policy = await inOffice(db, actor, today, readPolicy);
  const due = eachRow<DueDeadline>(PAGE, (after) =>
    inOffice(db, actor, today, (tx) => listDueDeadlines(tx, now, after, PAGE)),
  );
  for await (const deadline of due) {
    const planned = await inOffice(db, actor, today, (tx) =>
      planDeadline(tx, deadline, { now, today, policy }),
    );
    if (!planned || planned.steps.length === 0) continue;
    yield {
      caseNumber: planned.record.number,
      title: clockTitle(deadline),
      dueOn: deadline.dueOn,
      messages: planned.steps.map((step) => foreseen(step, planned)),
    };
  }
}

function foreseen(step: Step, planned: PlannedDeadline): ForeseenMessage {
  switch (step.act) {
    case 'send':
      return { isSent: true, to: nameOf(step, planned), why: rungText(step.rung.id) };
    case 'gather':
      return {
        isSent: false,
        to: nameOf(step, planned),
        why: `in the morning digest, ${rungText(step.rung.id)}`,
      };
    case 'hold':
      return {
        isSent: false,
        to: nameOf(step, planned),
        why: 'The office is closed: it goes when it opens.',
      };
    case 'skip':
      return { isSent: false, to: nameOf(step, planned), why: step.because };
    case 'cancel':
      return { isSent: false, to: 'a former recipient', why: step.because };
    case 'give-up':
      return { isSent: false, to: nameOf(step, planned), why: 'Too many attempts ended without an answer.' };
    case 'wait':
      return { isSent: false, to: 'a recipient', why: 'Another attempt is under way or will follow.' };
  }
}

function nameOf({ to }: Extract<Step, { to: unknown }>, { staff }: PlannedDeadline): string {
  const person = staff.find(({ id }) => id === to.id);
  return person ? `${person.name} (${to.kind})` : 'the client';
}
