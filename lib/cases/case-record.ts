import type {
  cases,
  clients,
  complaints,
  dateAdjustments,
  denials,
  extensionRequests,
  grievances,
  healthPlans,
  hearings,
  imrApplications,
  manualDeadlines,
  planDecisions,
  planLines,
  ruleVersions,
} from '../db/schema.ts';
import type { RuleText } from '../deadlines/rule-versions.ts';

export type Grievance = typeof grievances.$inferSelect;
export type PlanDecision = typeof planDecisions.$inferSelect;
export type ImrApplication = typeof imrApplications.$inferSelect;
export type Denial = typeof denials.$inferSelect;
export type ExtensionRequest = typeof extensionRequests.$inferSelect;
export type DateAdjustment = typeof dateAdjustments.$inferSelect;
export type ManualDeadline = typeof manualDeadlines.$inferSelect;
export type RuleVersion = typeof ruleVersions.$inferSelect;
export type VersionText = Pick<RuleVersion, 'id' | 'source' | 'approvedAt'> & RuleText;
export type Hearing = typeof hearings.$inferSelect;
export type Complaint = typeof complaints.$inferSelect;
export type PlanLine = typeof planLines.$inferSelect;
export type HealthPlan = typeof healthPlans.$inferSelect;
export type Client = typeof clients.$inferSelect;

export type AnsweredGrievance = Grievance & { readonly decision: PlanDecision | null };

/** One case with every fact recorded on it: what the rules and the deadline engine are asked about. */
export type CaseRecord = typeof cases.$inferSelect & {
  readonly client: Client;
  readonly line: PlanLine | null;
  readonly plan: HealthPlan | null;
  readonly ownerName: string | null;
  readonly denial: Denial | null;
  /** Oldest first. */
  readonly grievances: readonly AnsweredGrievance[];
  /** Oldest first. */
  readonly imrApplications: readonly ImrApplication[];
  readonly hearing: Hearing | null;
  readonly complaint: Complaint | null;
  readonly extensionRequest: ExtensionRequest | null;
  /** Dates set by hand or granted, oldest first, withdrawn ones included. */
  readonly adjustments: readonly DateAdjustment[];
  /** Dates that no rule sets, oldest first. */
  readonly manualDeadlines: readonly ManualDeadline[];
  /** The texts of rules that this office has approved beside the shipped ones. */
  readonly ruleVersions: readonly VersionText[];
};

/** The grievance the plan owes or gave its latest answer to; earlier ones are history. */
export const currentGrievance = (record: CaseRecord): AnsweredGrievance | null =>
  record.grievances.at(-1) ?? null;

export const currentImrApplication = (record: CaseRecord): ImrApplication | null =>
  record.imrApplications.at(-1) ?? null;

/** The application the department still has before it: neither rejected nor determined. */
export function pendingImrApplication(record: CaseRecord): ImrApplication | null {
  const application = currentImrApplication(record);
  return application && !application.rejectedOn && !application.determinedOn ? application : null;
}

/** The application whose determination the plan still has to carry out, as far as the record says. */
export function uncarriedDetermination(record: CaseRecord): ImrApplication | null {
  const application = currentImrApplication(record);
  if (!application?.determinedOn || application.outcome === 'upheld') return null;
  return application.implementedOn ? null : application;
}
