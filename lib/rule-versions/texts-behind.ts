import { compareDates, isAfter, isBefore, type LocalDate } from '../calendar/local-date.ts';
import type { AssessedCase } from '../cases/assessed-case.ts';
import type { VersionText } from '../cases/case-record.ts';
import type { Proof } from '../deadlines/proof.ts';
import { currentRules } from '../deadlines/rules.ts';

/**
 * The texts of the office's own under which a date was counted: that of its rule, and before it that of the plan's time
 * to answer where the clock began when that passed. Empty where the rules as shipped gave the date. Pure.
 */
export function textsBehind({ record, assessment }: AssessedCase, proof: Proof): VersionText[] {
  const { rule, explanation } = proof.deadline;
  const inForce = (id: string, on: LocalDate) =>
    record.ruleVersions
      .filter((text) => text.rule === id && holdsOn(text, on))
      .toSorted((a, b) => compareDates(a.inForceFrom, b.inForceFrom))
      .slice(-1);
  const isAfterSilence = proof.begunBy.on !== explanation.trigger.on;
  const duty = currentRules.answerPeriods.find(({ duty: id }) =>
    assessment.deadlines.some((deadline) => deadline.rule === id),
  )?.duty;
  return [
    ...(isAfterSilence && duty ? inForce(duty, proof.begunBy.on) : []),
    ...inForce(rule, explanation.trigger.on),
  ];
}

const holdsOn = ({ inForceFrom, inForceTo }: VersionText, on: LocalDate): boolean =>
  !isBefore(on, inForceFrom) && (inForceTo === null || !isAfter(on, inForceTo));

/** The number of an approved text among the office's own of its rule, in the order of approval: 1 is the first. */
export const versionNumberOf = (all: readonly VersionText[], { id, rule }: VersionText): number =>
  all
    .filter((each) => each.rule === rule)
    .toSorted((a, b) => (a.approvedAt?.getTime() ?? 0) - (b.approvedAt?.getTime() ?? 0))
    .findIndex((each) => each.id === id) + 1;
