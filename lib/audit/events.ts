/** One field's former and new value; the record of a correction and of a first entry alike. */
export type AuditChange = { readonly field: string; readonly from: unknown; readonly to: unknown };

/** Every event the record can hold. A new write needs its line here before it can commit. */
export const AUDIT_EVENTS = [
  'office.opened',
  'person.added',
  'office.changed',
  'person.invited',
  'person.role-changed',
  'person.deactivated',
  'person.reactivated',
  'person.link-sent',
  'person.link-withdrawn',
  'session.opened',
  'session.locked',
  'session.unlocked',
  'session.confirmed',
  'session.ended',
  'sign-in.held-off',
  'sign-in.released',
  'password.changed',
  'password.reset',
  'second-factor.added',
  'second-factor.removed',
  'recovery-codes.made',
  'recovery-code.used',
  'identity.linked',
  'calendar-feed.created',
  'calendar-feed.revoked',
  'audit.read',
  'audit.exported',
  'audit.proved',
  'audit.found-broken',
  'review.read',
  'cases.exported',
  'view.saved',
  'view.removed',
  'view.restored',
  'plan.added',
  'plan.changed',
  'plan-line.added',
  'plan-line.changed',
  'case.opened',
  'case.changed',
  'case.assigned',
  'case.waiting-changed',
  'case.linked',
  'case.unlinked',
  'case.closed',
  'case.reopened',
  'case.viewed',
  'case.restricted',
  'case.restriction-changed',
  'case.restriction-lifted',
  'case.held',
  'case.hold-released',
  'erasure.proposed',
  'erasure.withdrawn',
  'case.erased',
  'client.viewed',
  'cover.arranged',
  'cover.ended',
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
  'date.set-by-hand',
  'date.extended',
  'date.paused',
  'date.withdrawn',
  'manual-deadline.added',
  'manual-deadline.finished',
  'manual-deadline.canceled',
  'manual-deadline.reopened',
  'document.added',
  'document.checked',
  'document.refused',
  'document.described',
  'document.pages-changed',
  'document.split',
  'document.redacted',
  'document.withdrawn',
  'document.restored',
  'document.saved',
  'date.linked-to-document',
  'checklist.answered',
  'checklist.answer-withdrawn',
  'letter.written',
  'letter.edited',
  'letter.saved',
  'packet.requested',
  'packet.assembled',
  'packet.failed',
  'packet.saved',
  'imr.proved',
  'official-form.added',
  'official-form.mapped',
  'official-form.mapped',
  'files.rewrapped',
  'note.added',
  'call.logged',
  'fact.pinned',
  'fact.unpinned',
  'note-template.added',
  'note-template.changed',
  'note-template.retired',
  'note-template.restored',
  'deadline.lapsed',
  'deadlines.recomputed',
  'rule-version.drafted',
  'rule-version.approved',
  'rule-version.discarded',
  'rule-version.applied',
  'reminder-policy.changed',
  'digest.hour-changed',
  'digest.stopped',
  'digest.started',
  'reminder.acknowledged',
  'reminder.snoozed',
  'reminder.answer-withdrawn',
  'owner.nudged',
  'reminder.sent',
  'reminder.failed',
  'bulletin.sent',
  'bulletin.failed',
  'reminder.delivered',
  'reminder.bounced',
  'reminder.complained',
  'reminder.stopped',
  'message.planned',
  'message.withdrawn',
  'message.sent',
  'message.failed',
  'message.held',
  'message.delivered',
  'message.bounced',
  'message.complained',
  'message.stopped',
  'suppression.lifted',
  'reminders.reconciled',
  'reminders.found-different',
  'reminders.exported',
] as const;
export type AuditEventName = (typeof AUDIT_EVENTS)[number];

/** Who looked: kept apart from what was done, and shown to those who answer for it. */
export const LOOKS = ['case.viewed', 'client.viewed'] as const satisfies readonly AuditEventName[];
export type Look = (typeof LOOKS)[number];

export type NewAuditEvent = {
  readonly event: AuditEventName;
  readonly caseId?: string;
  readonly caseVersion?: number;
  readonly subjectId?: string;
  readonly changes?: readonly AuditChange[];
  readonly reason?: string;
};

/**
 * Names the fields whose values differ between two records, ignoring absent and empty alike. A group of fields is
 * compared field by field (`dateSources.letterOn`). Order follows `after`; dates compare by instant.
 */
export function changedFields(before: object, after: object): AuditChange[] {
  const former = before as Record<string, unknown>;
  return Object.entries(after).flatMap(([field, to]): AuditChange[] => {
    const from = former[field] ?? null;
    if (isGroup(to))
      return changedFields(isGroup(from) ? from : {}, to).map((change) => ({
        ...change,
        field: `${field}.${change.field}`,
      }));
    return canonical(from) === canonical(to) ? [] : [{ field, from, to: to ?? null }];
  });
}

const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Groups are taken apart before this, so what is left is a plain value. */
function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '' || value === false) return '';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.length === 0 ? '' : JSON.stringify(value.map(String).toSorted());
  return typeof value === 'string' ? value : JSON.stringify(value);
}
