import { formatMediumDate } from '../calendar/format-date.ts';
import type { ImrApplication } from '../cases/case-record.ts';
import type { AdjustedAssessment, CaseStep } from '../deadlines/adjusted.ts';

/** The start of every step to file, as the engine words it: up to the day, the urgency or the colon. */
const FILE_THE_IMR = /^File the IMR with .+?(?= by [A-Z][a-z]{2}, | now, | today\b|: it is open)/;

/**
 * The next steps of a case whose application was sent and not proved: what would be to file is to prove that it arrived,
 * or to send it again, by the same day. Every date stays as it is. Pure.
 */
export function withUnprovedFiling(
  assessment: AdjustedAssessment,
  application: ImrApplication | null,
): AdjustedAssessment {
  if (!application) return assessment;
  const sent = formatMediumDate(application.appliedOn);
  const act = `Prove that the IMR application sent ${sent} arrived, or send it again`;
  const nextSteps = assessment.nextSteps.map(
    (step): CaseStep => ({ ...step, text: step.text.replace(FILE_THE_IMR, act) }),
  );
  return { ...assessment, nextSteps };
}
