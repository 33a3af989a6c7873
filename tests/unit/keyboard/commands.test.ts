import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandsFor, placesFor } from '../../../app/(staff)/keyboard/commands.ts';
import type { UserActor } from '../../../lib/access/actor.ts';
import { ROLES, type Role, STAFF_LANGUAGES, type StaffLanguage } from '../../../lib/db/vocabulary.ts';

const STAFF = path.join(import.meta.dirname, '../../../app/(staff)');

const actor = (role: Role, language: StaffLanguage = 'en'): UserActor => ({
  kind: 'user',
  userId: '6b8f1c1e-0000-4000-8000-000000000001',
  officeId: '6b8f1c1e-0000-4000-8000-000000000002',
  name: 'Inés Caldera',
  role,
  language,
});

const labels = (role: Role) => commandsFor(actor(role), true).map(({ label }) => label);

describe.each(ROLES)('what the palette offers a %s', (role) => {
  test('leads to pages that are there', () => {
    const missing = commandsFor(actor(role), true)
      .filter(({ kind }) => kind !== 'press')
      .map(({ kind, to }) => (kind === 'act' ? `cases/[caseId]/${to}` : to.slice(1)).replace(/\?.*/, ''))
      .filter((folder) => !fs.existsSync(path.join(STAFF, folder, 'page.tsx')));
    // These parts of one's account are on its page, each with a form of its own.
    expect(missing).toEqual([]);
  });

  test('has a key for one thing only, and a name for it too', () => {
    for (const language of STAFF_LANGUAGES) {
      const commands = commandsFor(actor(role, language), true);
      const keys = commands.flatMap((command) => command.keys ?? []);
      expect(new Set(keys).size).toBe(keys.length);
      const names = commands.map(({ kind, label }) => `${kind} ${label}`);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('takes no key that every screen has', () => {
    const keys = commandsFor(actor(role), true).flatMap((command) => command.keys ?? []);
    expect(keys.filter((key) => ['/', '?', 'g', 'j', 'k', 'n', 'x', 'X', '.'].includes(key))).toEqual([]);
  });
});

test('nobody is offered what they may not do', () => {
  expect(labels('caseworker')).toContain('Log a plan decision');
  expect(labels('caseworker')).not.toContain('Assign the case');
  expect(labels('supervisor')).toContain('Assign the case');
  expect(labels('supervisor')).not.toContain('Invite a person');
  expect(labels('reviewer')).not.toContain('New case');
  expect(commandsFor(actor('reviewer'), true).filter(({ kind }) => kind === 'act')).toEqual([]);
  expect(placesFor(actor('reviewer')).map(({ href }) => href)).toEqual(['/review']);
});

test('a machine without a mailbox offers none', () => {
  const places = commandsFor(actor('caseworker'), false).map(({ to }) => to);
  expect(places).not.toContain('/mailbox');
});
