import { formatMediumDate } from '../calendar/format-date.ts';
import { addDays, isBefore, type LocalDate } from '../calendar/local-date.ts';
import { ANSWER_RULES } from '../cases/stage.ts';
import type { AdjustedAssessment, AdjustedDeadline } from './adjusted.ts';
import { readCase } from './case-reading.ts';
import { clockTitle, isManual } from './clock-title.ts';
import type { Facts } from './facts.ts';
import type { Party } from './rules.ts';
import { isRuleStillAhead } from './status.ts';
import { capitalized, type Wording, wordingFor } from './wording.ts';

/** What ran out, and what that changed, as sentences for the record and for mail. */
export type Lapse = { readonly what: string; readonly opened: string | null };

/** A clock that ran out without its act. */
export function lapseOf(deadline: AdjustedDeadline, facts: Facts, assessment: AdjustedAssessment): Lapse {
  return {
    what: whatLapsed(deadline, wordingFor(readCase(facts)), assessment, facts.asOf.slice(0, 10) as LocalDate),
    opened: ANSWER_RULES.has(deadline.rule) ? whatSilenceOpened(deadline.dueOn, assessment) : null,
  };
}

/** The insurer's time to answer, which no clock of its own measures: it ran out the day the client's six months began. */
export function insurerSilenceOf(sixMonths: AdjustedDeadline, assessment: AdjustedAssessment): Lapse {
  const lastDay = sixMonths.explanation.trigger.on;
  return {
    what: `The insurer did not answer by ${formatMediumDate(lastDay)}.`,
    opened: whatSilenceOpened(lastDay, assessment),
  };
}

/** The plan's time to answer by the rule, where its clock goes by another date, so that its end is no lapse of the clock. */
export function silenceByRule(ruleDueOn: LocalDate, facts: Facts, assessment: AdjustedAssessment): Lapse {
  const { plan } = wordingFor(readCase(facts));
  return {
    what: `The ${plan}’s time to answer by the rule ended on ${formatMediumDate(ruleDueOn)} without an answer.`,
    opened: whatSilenceOpened(ruleDueOn, assessment),
  };
}

export const lapseText = ({ what, opened }: Lapse): string => (opened ? `${what} ${opened}` : what);

/** "answer the grievance": a rule's title in the middle of a sentence. */
export function actText({ rule }: Pick<AdjustedDeadline, 'rule'>): string {
  const title = clockTitle({ rule });
  return title.charAt(0).toLowerCase() + title.slice(1);
}

/** The same where people read over shoulders: which ground a denial has says something about the client's health. */
export const discreetActText = (clock: Pick<AdjustedDeadline, 'rule'>): string =>
  actText(clock).replace('experimental ', '');

/** Who owes an act, for the start of a sentence: "The plan", "The Department of Insurance". */
export function partyText(party: Party, { plan, regulator }: Wording): string {
  const names: Readonly<Record<Party, string>> = {
    client: 'the client',
    plan: `the ${plan}`,
    regulator,
    reviewer: 'the reviewer',
  };
  return capitalized(names[party]);
}

function whatLapsed(
  deadline: AdjustedDeadline,
  words: Wording,
  { imr }: AdjustedAssessment,
  today: LocalDate,
): string {
  const { rule, kind, owedBy, dueOn, ruleDueOn } = deadline;
  const on = formatMediumDate(dueOn);
  if (isManual(rule)) return `${clockTitle(deadline)}: it was due ${on} and is not done.`;
  if (kind === 'information') return `Another reading of the law ended on ${on}: ${actText(deadline)}.`;
  if (ANSWER_RULES.has(rule)) return `The ${words.plan} did not answer by ${on}.`;
  if (owedBy !== 'client') return `${partyText(owedBy, words)} did not ${actText(deadline)} by ${on}.`;
  if (ruleDueOn && isRuleStillAhead(ruleDueOn, today))
    return `The date set to ${actText(deadline)} was ${on}; the rule’s own is ${formatMediumDate(ruleDueOn)}.`;
  const last = `The last day to ${actText(deadline)} was ${on}.`;
  const later = imr.fileByRule === rule ? imr.otherReadings.at(-1)?.fileBy : undefined;
  return later && !isBefore(later, today)
    ? `${last} Another reading of the law runs through ${formatMediumDate(later)}.`
    : last;
}

function whatSilenceOpened(lastDay: LocalDate, { imr, deadlines }: AdjustedAssessment): string | null {
  const next = addDays(lastDay, 1);
  const opened: string[] = [];
  if (imr.availability === 'available' && imr.availableFrom === next)
    opened.push(`The IMR is open since ${formatMediumDate(next)}.`);
  const hearing = deadlines.find(({ rule, status }) => rule === 'mc.hearing.file' && status === 'open');
  if (hearing?.explanation.trigger.on === lastDay)
    opened.push(`A State Hearing can be asked for through ${formatMediumDate(hearing.dueOn)}.`);
  return opened.length > 0 ? opened.join(' ') : null;
}
