import { describe, expect, test } from 'vitest';
import {
  may,
  mayOn,
  PERMISSIONS,
  type Permission,
  RELATIONS,
  type Relation,
} from '../../../lib/access/policy.ts';
import { ROLES, type Role } from '../../../lib/db/vocabulary.ts';

const STAFF = 'caseworker supervisor administrator';
const LEADERS = 'supervisor administrator';

/** Written out a second time: a new permission fails here until somebody decides who holds it, and over what. */
const ROWS: Readonly<Record<Permission, readonly [over: 'case' | 'office', holders: string]>> = {
  'case.read': ['case', STAFF],
  'case.open': ['office', STAFF],
  'case.change': ['case', STAFF],
  'case.assign': ['case', LEADERS],
  'owner.nudge': ['case', LEADERS],
  'case.close': ['case', STAFF],
  'case.export': ['case', STAFF],
  'client.change': ['case', STAFF],
  'denial.record': ['case', STAFF],
  'grievance.log': ['case', STAFF],
  'plan-decision.log': ['case', STAFF],
  'imr.file': ['case', STAFF],
  'imr.approve-extension': ['case', LEADERS],
  'imr.follow': ['case', STAFF],
  'hearing.record': ['case', STAFF],
  'complaint.record': ['case', STAFF],
  'date.adjust': ['case', STAFF],
  'deadline.add': ['case', STAFF],
  'document.add': ['case', STAFF],
  'document.change': ['case', STAFF],
  'letter.write': ['case', STAFF],
  'packet.assemble': ['case', STAFF],
  'note.add': ['case', STAFF],
  'reminder.answer': ['case', STAFF],
  'reminders.oversee': ['office', LEADERS],
  'reminders.change': ['office', 'administrator'],
  'team.review': ['office', LEADERS],
  'plan.change': ['office', LEADERS],
  'person.manage': ['office', 'administrator'],
  'rule.change': ['office', 'administrator'],
  'mailbox.read': ['office', STAFF],
  'view.share': ['office', LEADERS],
  'case.restrict': ['case', LEADERS],
  'case.hold': ['case', LEADERS],
  'case.erase': ['case', LEADERS],
  'case.see-lookers': ['case', LEADERS],
  'cover.arrange': ['office', LEADERS],
  'official-form.change': ['office', 'administrator'],
  'audit.read': ['office', 'administrator'],
  'note-template.change': ['office', LEADERS],
  'office.change': ['office', 'administrator'],
  'review.read': ['office', `${LEADERS} reviewer`],
};

/** Which relations leave a permission over a case, and which one over the office. */
const REACHED: Readonly<Record<Relation, { readonly case: boolean; readonly office: boolean }>> = {
  own: { case: true, office: true },
  others: { case: true, office: true },
  covered: { case: true, office: true },
  'restricted-named': { case: true, office: true },
  'restricted-unnamed': { case: false, office: true },
  'other-office': { case: false, office: false },
};

test('has a row for every permission and no other', () => {
  expect(Object.keys(ROWS).toSorted()).toEqual([...PERMISSIONS].toSorted());
});

describe.each(PERMISSIONS)('%s', (permission) => {
  const [over, holders] = ROWS[permission];
  const cells = ROLES.flatMap((role) => RELATIONS.map((relation): [Role, Relation] => [role, relation]));

  test.each(cells)('of a %s, %s', (role, relation) => {
    const holds = holders.split(' ').includes(role);
    expect(may({ role }, permission)).toBe(holds);
    expect(mayOn({ role }, permission, relation)).toBe(holds && REACHED[relation][over]);
  });
});

test('lets a reviewer do nothing but read the review', () => {
  expect(PERMISSIONS.filter((permission) => may({ role: 'reviewer' }, permission))).toEqual(['review.read']);
});
