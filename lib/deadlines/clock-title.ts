import { type DatedRuleId, ruleOf } from './rules.ts';

/** A date that no rule sets has a clock all the same, under the id of its record. */
export type ManualClockId = `manual.${string}`;
export type ClockId = DatedRuleId | ManualClockId;

const PREFIX = 'manual.';

export const manualClockId = (recordId: string): ManualClockId => `${PREFIX}${recordId}`;
export const isManual = (clock: string): clock is ManualClockId => clock.startsWith(PREFIX);
export const recordOfManual = (clock: ManualClockId): string => clock.slice(PREFIX.length);

/**
 * What a clock is called: its rule's title, or what a person called it. Without that, which is free text and may say
 * something about health, a date added by hand is called just that.
 */
export const clockTitle = ({ rule, title }: { readonly rule: ClockId; readonly title?: string }): string =>
  isManual(rule) ? title || 'A date added by hand' : ruleOf(rule).title;
