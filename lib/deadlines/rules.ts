import type { LocalDate } from '../calendar/local-date.ts';

/** Who must act, or whose right it is. */
export type Party = 'client' | 'plan' | 'regulator' | 'reviewer';
/** `limit`: the client must act by then; `duty`: somebody else must; `information`: another reading's date. */
export type DeadlineKind = 'duty' | 'limit' | 'information';

/** Rules with a date of their own: the only ones that appear among an assessment's deadlines. */
export const datedRuleIds = [
  'ca.complaint.decide',
  'ca.grv.ack',
  'ca.grv.expedited.statement',
  'ca.grv.file',
  'ca.grv.resolve',
  'ca.imr.accept',
  'ca.imr.accept.expedited',
  'ca.imr.deadline.decision',
  'ca.imr.deadline.experimental',
  'ca.imr.deadline.lateLetter',
  'ca.imr.deadline.receipt',
  'ca.imr.deadline.silence',
  'ca.imr.decide',
  'ca.imr.decide.exp',
  'ca.imr.decide.exp.fast',
  'ca.imr.decide.expedited',
  'ca.imr.implement',
  'ca.imr.planDocs',
  'ca.imr.planDocs.expedited',
  'cdi.imr.deadline',
  'fed.appeal.decide',
  'fed.appeal.file',
  'fed.ext.decide',
  'fed.ext.file',
  'mc.appeal.app',
  'mc.appeal.decide',
  'mc.appeal.decide.expedited',
  'mc.appeal.file',
  'mc.hearing.app',
  'mc.hearing.file',
  'mc.hearing.outer',
] as const;

/** Rules that open a door, waive a step or bar the way, without a date of their own. */
export const undatedRuleIds = [
  'ca.grv.urgent.notice',
  'ca.imr.adopt',
  'ca.imr.extension',
  'ca.imr.open.emergency',
  'ca.imr.open.experimental',
  'ca.imr.open.silence',
  'ca.imr.open.upheld',
  'ca.imr.open.urgent',
  'ca.imr.reject.convert',
  'ca.imr.waiver.compelling',
  'cdi.appeal.silence',
  'mc.imr.bar',
] as const;

export type DatedRuleId = (typeof datedRuleIds)[number];
export type UndatedRuleId = (typeof undatedRuleIds)[number];
export type RuleId = DatedRuleId | UndatedRuleId;

/** How sure we are of the wording: read in the primary text, read in a source that quotes it, or neither. */
export type Certainty = 'verified' | 'verified-secondary' | 'from-memory';

export interface Citation {
  /** As a lawyer would write it, e.g. "H&S 1368.01(a)". */
  readonly law: string;
  /** What it says, in our own words. */
  readonly paraphrase: string;
  readonly url: string;
  readonly certainty: Certainty;
  readonly checkedOn: LocalDate;
}
