import { expect, test } from 'vitest';
import { may, PERMISSIONS, type Permission } from '../../../lib/access/policy.ts';
import { ROLES, type Role } from '../../../lib/db/vocabulary.ts';

/** Every cell of role × permission, written out: a new permission fails here until somebody decides who holds it. */
const HOLDERS: Readonly<Record<Permission, string>> = {
  'case.read': 'caseworker supervisor administrator',
  'case.open': 'caseworker supervisor administrator',
  'case.change': 'caseworker supervisor administrator',
  'case.assign': 'supervisor administrator',
  'case.close': 'caseworker supervisor administrator',
  'client.change': 'caseworker supervisor administrator',
  'denial.record': 'caseworker supervisor administrator',
  'grievance.log': 'caseworker supervisor administrator',
  'plan-decision.log': 'caseworker supervisor administrator',
  'imr.file': 'caseworker supervisor administrator',
  'imr.approve-extension': 'supervisor administrator',
  'imr.follow': 'caseworker supervisor administrator',
  'hearing.record': 'caseworker supervisor administrator',
  'complaint.record': 'caseworker supervisor administrator',
  'date.adjust': 'caseworker supervisor administrator',
  'deadline.add': 'caseworker supervisor administrator',
  'note.add': 'caseworker supervisor administrator',
  'team.review': 'supervisor administrator',
  'plan.change': 'supervisor administrator',
  'person.manage': 'administrator',
  'rule.change': 'administrator',
  'mailbox.read': 'caseworker supervisor administrator',
  'case.restrict': 'supervisor administrator',
  'case.hold': 'supervisor administrator',
  'case.erase': 'supervisor administrator',
  'case.see-lookers': 'supervisor administrator',
  'cover.arrange': 'supervisor administrator',
  'audit.read': 'administrator',
  'office.change': 'administrator',
  'review.read': 'supervisor administrator reviewer',
};

const cells = PERMISSIONS.flatMap((permission) =>
  ROLES.map((role): [Role, Permission] => [role, permission]),
);

test.each(cells)('decides whether a %s may %s', (role, permission) => {
  expect(may({ role }, permission)).toBe(HOLDERS[permission].split(' ').includes(role));
});
