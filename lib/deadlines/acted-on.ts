import type { LocalDate } from '../calendar/local-date.ts';
import { readCase } from './case-reading.ts';
import type { Facts } from './facts.ts';
import { type DatedRuleId, datedRules } from './rules.ts';

/** The day the act that meets this rule happened, or null while it has not. */
export function actedOn(facts: Facts, rule: DatedRuleId): LocalDate | null {
  const reading = readCase(facts);
  return datedRules.find(({ id }) => id === rule)?.act(reading)?.on ?? null;
}
