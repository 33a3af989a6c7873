import type { Deadline } from '../deadlines/assessment.ts';
import type { CaseReading } from '../deadlines/case-reading.ts';
import type { PlannedStep, Standing } from '../deadlines/planned-steps.ts';
import type { Headline } from './words.ts';

/** The one thing to say first: what the client can do, by when. */
export function headlineOf(
  c: CaseReading,
  standing: Standing,
  steps: readonly PlannedStep[],
  deadlines: readonly Deadline[],
): Headline {
  switch (standing.availability.ground) {
    case 'open':
      return openHeadline(
        steps,
        deadlines.find(({ rule }) => rule === standing.window.fileByRule),
      );
    case 'nothing-opened-it-yet': {
      const opening = standing.openings[0];
      return opening === undefined ? firstStepHeadline(c, steps) : { is: 'imr-opens', on: opening.on };
    }
    case 'filed':
      return { is: 'imr-filed', on: c.applied?.on ?? null };
    case 'decided':
      return { is: 'imr-decided', outcome: c.imrOutcome ?? 'upheld' };
    case 'plan-overturned-itself':
      return { is: 'plan-overturned' };
    case 'rejected':
      return { is: 'imr-rejected' };
    case 'no-imr-basis':
      return c.track === 'medi-cal' ? firstStepHeadline(c, steps) : { is: 'complaint' };
    case 'unlicensed-plan':
      return firstStepHeadline(c, steps);
    case 'hearing-held':
      return { is: 'hearing-held' };
    case 'not-on-this-track':
      if (c.track === 'medicare') return { is: 'medicare' };
      if (c.track === 'none') return { is: 'unknown-regulator' };
      return c.externalFiled !== null || c.externalReceived !== null
        ? { is: 'external-filed' }
        : firstStepHeadline(c, steps);
  }
}

function openHeadline(steps: readonly PlannedStep[], limit: Deadline | undefined): Headline {
  const step = steps.find(({ says }) => says === 'file-imr' || says === 'file-imr-late');
  if (step?.says === 'file-imr' && limit !== undefined) {
    const { trigger } = limit.explanation;
    const hearing = steps.find((each) => each.says === 'act-in-time' && each.limit === 'mc.hearing.file');
    return {
      is: 'file-imr',
      by: step.by,
      rule: limit.rule,
      from: trigger.on,
      isUrgent: step.isUrgent,
      hearingBy: hearing?.says === 'act-in-time' ? hearing.by : null,
    };
  }
  if (step?.says === 'file-imr-late') return { is: 'file-imr-late', by: step.by, until: step.until };
  return { is: 'file-imr-at-any-time' };
}

/** Where no IMR is open: the most urgent thing the client can do, else what everybody waits for. */
function firstStepHeadline(c: CaseReading, steps: readonly PlannedStep[]): Headline {
  const own = steps.find(({ says }) => says === 'act-in-time' || says === 'act-late');
  if (own?.says === 'act-in-time' || own?.says === 'act-late') {
    return { is: 'limit', limit: own.limit, by: own.by, isLate: own.says === 'act-late' };
  }
  for (const step of steps) {
    if ((step.says === 'press' || step.says === 'wait') && step.owedBy === 'plan') {
      return { is: 'plan-answers', by: step.dueOn, isLate: step.says === 'press' };
    }
  }
  if (c.filed === null && c.letter === null) {
    const isDenied = c.denialLetter !== null || c.denialReceived !== null;
    return { is: isDenied ? 'nothing-to-count' : 'file-grievance' };
  }
  return { is: c.letter === null && c.received === null ? 'plan-has-time' : 'nothing-to-count' };
}
