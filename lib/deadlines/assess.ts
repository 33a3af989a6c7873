import { compareDates } from '../calendar/local-date.ts';
import type { Assessment, Deadline } from './assessment.ts';
import { type CaseReading, readCase } from './case-reading.ts';
import { dueDateOf } from './due-date.ts';
import { explain } from './explain.ts';
import type { Facts } from './facts.ts';
import { availabilityOf, compareAscii, filingOf, filingWindowOf, openingsOf } from './imr-standing.ts';
import { nextStepsFor } from './next-steps.ts';
import type { Standing } from './planned-steps.ts';
import { reasonsFor } from './reasons.ts';
import { currentRules, type DatedRule, type RuleTable } from './rules.ts';
import { statusOf } from './status.ts';

/**
 * What the law makes of one case's facts at `asOf`: a pure function, the same for the same facts wherever it runs. Each
 * clock runs under the text of its rule that was in force on the day it started.
 */
export function assess(facts: Facts, rules: RuleTable = currentRules): Assessment {
  const c = readCase(facts, rules.answerPeriods);
  const deadlines = deadlinesOf(c, rules.dated);
  const standing = standingOf(c, deadlines, rules);
  const { availability, openings, window } = standing;
  const filing = filingOf(c, window);
  const opening = availability.availability === 'unavailable' ? undefined : openings[0];
  return {
    deadlines,
    imr: {
      availability: availability.availability,
      availableFrom: opening?.on ?? null,
      openedBy: opening?.rule ?? null,
      fileBy: window.fileBy,
      fileByRule: window.fileByRule,
      otherReadings: window.otherReadings,
      filing,
      route: availability.route,
      reasons: reasonsFor(c, availability, openings, window, filing),
    },
    nextSteps: nextStepsFor(c, deadlines, standing),
  };
}

/** Where the case stands with the IMR, by the deadlines that the rules give it. */
export function standingOf(c: CaseReading, deadlines: readonly Deadline[], rules: RuleTable): Standing {
  const openings = openingsOf(c, rules.openings);
  return {
    openings,
    availability: availabilityOf(c, openings[0]),
    window: filingWindowOf(c, deadlines),
  };
}

function deadlinesOf(c: CaseReading, rules: readonly DatedRule[]): Deadline[] {
  const deadlines: Deadline[] = [];
  for (const rule of rules) {
    const due = dueDateOf(rule, c);
    if (due === null) continue;
    deadlines.push({
      rule: rule.id,
      owedBy: rule.owedBy,
      kind: rule.kind,
      dueOn: due.on,
      ...(due.at === undefined ? {} : { dueAt: due.at }),
      ...(due.rolledOn === undefined ? {} : { rolledOn: due.rolledOn }),
      ...(due.latestOn === undefined ? {} : { latestOn: due.latestOn }),
      status: statusOf(rule, due, c),
      explanation: explain(rule, due, c),
    });
  }
  return deadlines.toSorted((a, b) => compareDates(a.dueOn, b.dueOn) || compareAscii(a.rule, b.rule));
}
