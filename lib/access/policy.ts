import type { Role } from '../db/vocabulary.ts';

/** Everything a person can be permitted to do. Reading a case is `case.read`; every write names its own. */
export const PERMISSIONS = [
  'case.read',
  'case.open',
  'case.change',
  'case.assign',
  'case.close',
  'client.change',
  'denial.record',
  'grievance.log',
  'plan-decision.log',
  'imr.file',
  'imr.approve-extension',
  'imr.follow',
  'hearing.record',
  'complaint.record',
  'date.adjust',
  'deadline.add',
  'note.add',
  'team.review',
  'plan.change',
  'person.manage',
  'rule.change',
  'mailbox.read',
  'case.restrict',
  'case.hold',
  'case.erase',
  'case.see-lookers',
  'cover.arrange',
  'audit.read',
  'office.change',
  'review.read',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const CASEWORK: readonly Permission[] = [
  'case.read',
  'case.open',
  'case.change',
  'case.close',
  'client.change',
  'denial.record',
  'grievance.log',
  'plan-decision.log',
  'imr.file',
  'imr.follow',
  'hearing.record',
  'complaint.record',
  'date.adjust',
  'deadline.add',
  'note.add',
  'mailbox.read',
];

const SUPERVISION: readonly Permission[] = [
  ...CASEWORK,
  'case.assign',
  'imr.approve-extension',
  'team.review',
  'plan.change',
  'case.restrict',
  'case.hold',
  'case.erase',
  'case.see-lookers',
  'cover.arrange',
  'review.read',
];

const MAY: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  caseworker: new Set(CASEWORK),
  supervisor: new Set(SUPERVISION),
  administrator: new Set([...SUPERVISION, 'person.manage', 'rule.change', 'audit.read', 'office.change']),
  // Funder audits: figures and dates apart from the people they belong to.
  reviewer: new Set(['review.read']),
};

/** Says whether a role holds a permission; row-level security decides separately which records it reaches. */
export const may = (actor: { readonly role: Role }, permission: Permission): boolean =>
  MAY[actor.role].has(permission);
