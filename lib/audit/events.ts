/** One field's former and new value; the record of a correction and of a first entry alike. */
export type AuditChange = { readonly field: string; readonly from: unknown; readonly to: unknown };

/** Every event the record can hold. A new write needs its line here before it can commit. */
export const AUDIT_EVENTS = [
  'office.opened',
  'person.added',
  'person.deactivated',
  'plan.added',
  'plan.changed',
  'plan-line.added',
  'plan-line.changed',
  'case.opened',
  'case.changed',
  'case.assigned',
  'case.closed',
  'case.reopened',
  'client.changed',
  'denial.recorded',
  'denial.corrected',
  'grievance.logged',
  'grievance.corrected',
  'grievance.acknowledged',
  'grievance.statement-logged',
  'plan-decision.logged',
  'plan-decision.corrected',
  'imr.extension-requested',
  'imr.extension-approved',
  'imr.filed',
  'imr.corrected',
  'imr.accepted',
  'imr.rejected',
  'imr.records-logged',
  'imr.determined',
  'imr.implemented',
  'hearing.recorded',
  'hearing.corrected',
  'complaint.recorded',
  'complaint.corrected',
  'note.added',
  'call.logged',
  'deadline.lapsed',
  'deadlines.recomputed',
  'reminder.sent',
  'reminder.failed',
] as const;
export type AuditEventName = (typeof AUDIT_EVENTS)[number];

export type NewAuditEvent = {
  readonly event: AuditEventName;
  readonly caseId?: string;
  readonly caseVersion?: number;
  readonly subjectId?: string;
  readonly changes?: readonly AuditChange[];
  readonly reason?: string;
};

/**
 * Names the fields whose values differ between two records, ignoring absent and empty alike.
 * Order follows `after`; dates compare by instant.
 */
export function changedFields(before: object, after: object): AuditChange[] {
  const former = before as Record<string, unknown>;
  return Object.entries(after)
    .filter(([field, to]) => canonical(former[field]) !== canonical(to))
    .map(([field, to]) => ({ field, from: former[field] ?? null, to: to ?? null }));
}

function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '' || value === false) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return JSON.stringify(value.toSorted());
  if (typeof value === 'object')
    return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return String(value);
}
