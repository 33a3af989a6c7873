import type { Role } from '../db/vocabulary.ts';

/** How a person stands to what they ask for: the columns of the policy beside roles and permissions. */
export const RELATIONS = [
  'own',
  'others',
  'covered',
  'restricted-named',
  'restricted-unnamed',
  'other-office',
] as const;
export type Relation = (typeof RELATIONS)[number];

type Row = {
  /** What it is about: one case, which a person may or may not reach, or the office as a whole. */
  readonly over: 'case' | 'office';
  readonly holders: readonly Role[];
};

const STAFF: readonly Role[] = ['caseworker', 'supervisor', 'administrator'];
const LEADERS: readonly Role[] = ['supervisor', 'administrator'];
const ADMINISTRATORS: readonly Role[] = ['administrator'];

/**
 * Everything a person can be permitted to do, and who is: the one table of it. Reading a case is `case.read`; every
 * write names its own. Which cases a person reaches is the same for all that is done on a case: see `reaches`.
 */
const POLICY = {
  'case.read': { over: 'case', holders: STAFF },
  'case.open': { over: 'office', holders: STAFF },
  'case.change': { over: 'case', holders: STAFF },
  'case.assign': { over: 'case', holders: LEADERS },
  'owner.nudge': { over: 'case', holders: LEADERS },
  'case.close': { over: 'case', holders: STAFF },
  'case.export': { over: 'case', holders: STAFF },
  'client.change': { over: 'case', holders: STAFF },
  'denial.record': { over: 'case', holders: STAFF },
  'grievance.log': { over: 'case', holders: STAFF },
  'plan-decision.log': { over: 'case', holders: STAFF },
  'imr.file': { over: 'case', holders: STAFF },
  'imr.approve-extension': { over: 'case', holders: LEADERS },
  'imr.follow': { over: 'case', holders: STAFF },
  'hearing.record': { over: 'case', holders: STAFF },
  'complaint.record': { over: 'case', holders: STAFF },
  'date.adjust': { over: 'case', holders: STAFF },
  'deadline.add': { over: 'case', holders: STAFF },
  'document.add': { over: 'case', holders: STAFF },
  'document.change': { over: 'case', holders: STAFF },
  'letter.write': { over: 'case', holders: STAFF },
  'packet.assemble': { over: 'case', holders: STAFF },
  'note.add': { over: 'case', holders: STAFF },
  'reminder.answer': { over: 'case', holders: STAFF },
  'case.restrict': { over: 'case', holders: LEADERS },
  'case.hold': { over: 'case', holders: LEADERS },
  'case.erase': { over: 'case', holders: LEADERS },
  'case.see-lookers': { over: 'case', holders: LEADERS },
  'team.review': { over: 'office', holders: LEADERS },
  'cover.arrange': { over: 'office', holders: LEADERS },
  'plan.change': { over: 'office', holders: LEADERS },
  'mailbox.read': { over: 'office', holders: STAFF },
  'view.share': { over: 'office', holders: LEADERS },
  // Funder audits: figures and day counts apart from the people they belong to.
  'review.read': { over: 'office', holders: ['supervisor', 'administrator', 'reviewer'] },
  'person.manage': { over: 'office', holders: ADMINISTRATORS },
  'reminders.oversee': { over: 'office', holders: LEADERS },
  'reminders.change': { over: 'office', holders: ADMINISTRATORS },
  'rule.change': { over: 'office', holders: ADMINISTRATORS },
  'official-form.change': { over: 'office', holders: ADMINISTRATORS },
  'audit.read': { over: 'office', holders: ADMINISTRATORS },
  'note-template.change': { over: 'office', holders: LEADERS },
  'office.change': { over: 'office', holders: ADMINISTRATORS },
} as const satisfies Readonly<Record<string, Row>>;

export type Permission = keyof typeof POLICY;
export const PERMISSIONS = Object.keys(POLICY) as readonly Permission[];

/**
 * Whether a person who stands like this to a case may know of it at all. Row-level security holds the same line: what
 * is not reached is not found. Cover and ownership open what the office may read; only names open what is restricted.
 */
const reaches = (relation: Relation): boolean =>
  relation !== 'restricted-unnamed' && relation !== 'other-office';

/** Says whether a role holds a permission; row-level security decides separately which records it reaches. */
export const may = (actor: { readonly role: Role }, permission: Permission): boolean =>
  (POLICY[permission].holders as readonly Role[]).includes(actor.role);

/** One cell of the policy: may this role do that, standing so to what it does it on? Pure; the tests prove every cell. */
export function mayOn(actor: { readonly role: Role }, permission: Permission, relation: Relation): boolean {
  const isElsewhere = relation === 'other-office';
  return may(actor, permission) && (POLICY[permission].over === 'case' ? reaches(relation) : !isElsewhere);
}
