import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import type { Client } from '../../../lib/cases/case-record.ts';
import { type ActiveStaff, addresseesOf, whoMayKnow } from '../../../lib/reminders/addressees.ts';

const person = (id: string, role: ActiveStaff['role']): ActiveStaff => ({
  id,
  role,
  name: id,
  email: `${id}@example.org`,
});
const ines = person('ines', 'caseworker');
const jo = person('jo', 'supervisor');
const li = person('li', 'supervisor');
const ada = person('ada', 'administrator');

const client = (more: Partial<Client> = {}) =>
  ({
    id: 'client',
    email: 'client@example.org',
    emailConsentOn: localDate('2026-01-05'),
    emailConsentWithdrawnOn: null,
    ...more,
  }) as Client;

const staffOf = (ownerId: string | null, ...active: ActiveStaff[]) =>
  addresseesOf({ ownerId, client: client() }, active)
    .filter(({ kind }) => kind !== 'client')
    .map(({ id, kind, hears }) => `${id} as ${kind} hears ${hears.join(' and ')}`);

test('the owner and every supervisor hear', () => {
  expect(staffOf('ines', ines, jo, li, ada)).toEqual([
    'ines as owner hears owner',
    'jo as supervisor hears supervisor',
    'li as supervisor hears supervisor',
  ]);
});

test('administrators stand in where there is no supervisor', () => {
  expect(staffOf('ines', ines, ada)).toEqual([
    'ines as owner hears owner',
    'ada as supervisor hears supervisor',
  ]);
});

test('supervisors hear for a case that nobody owns, or whose owner has left', () => {
  const expected = ['jo as supervisor hears owner and supervisor'];
  expect(staffOf(null, jo, ada)).toEqual(expected);
  expect(staffOf('left', jo, ada)).toEqual(expected);
});

test('a supervisor who owns the case appears once', () => {
  expect(staffOf('jo', jo, li)).toEqual([
    'jo as owner hears owner and supervisor',
    'li as supervisor hears supervisor',
  ]);
});

test.each([
  [{}, null],
  [{ emailConsentOn: null }, 'The client has not consented to e-mail.'],
  [{ emailConsentWithdrawnOn: localDate('2026-02-01') }, 'The client has withdrawn consent to e-mail.'],
  [{ email: '' }, 'The client has no e-mail address on record.'],
])('the client with %o is barred because: %s', (more, because) => {
  const [to] = addresseesOf({ ownerId: null, client: client(more) }, []);
  expect(to).toMatchObject({ id: 'client', kind: 'client', hears: ['client'], barredBecause: because });
});

test('whoever covers for the owner hears in their place, and the owner does not', () => {
  const tom = { ...person('tom', 'caseworker'), coversOwnerUntil: localDate('2026-11-27') };
  expect(staffOf('ines', ines, tom, jo)).toEqual([
    'tom as owner hears owner',
    'jo as supervisor hears supervisor',
  ]);
  expect(staffOf('ines', ines, { ...jo, coversOwnerUntil: localDate('2026-11-27') }, li)).toEqual([
    'jo as owner hears owner and supervisor',
    'li as supervisor hears supervisor',
  ]);
});

describe('where the owner is away', () => {
  const away = { ...ines, isAway: true };

  test('and nobody who covers is reached, the supervisors hear in their place', () => {
    expect(staffOf('ines', away, jo, li)).toEqual([
      'jo as supervisor hears owner and supervisor',
      'li as supervisor hears owner and supervisor',
    ]);
  });

  test('and whoever covers is away too, the supervisors hear', () => {
    const tom = { ...person('tom', 'caseworker'), coversOwnerUntil: localDate('2026-11-27'), isAway: true };
    expect(staffOf('ines', away, tom, jo)).toEqual(['jo as supervisor hears owner and supervisor']);
  });

  test('and nobody else is left, they hear themselves', () => {
    expect(staffOf('ines', away)).toEqual(['ines as owner hears owner']);
  });
});

test('of a restricted case only the people named hear', () => {
  const tom = { ...person('tom', 'caseworker'), coversOwnerUntil: localDate('2026-11-27') };
  const heard = (namedIds: string[] | null) =>
    staffOf('ines', ...whoMayKnow([ines, tom, jo, li, ada], namedIds));
  expect(heard(['ines', 'li'])).toEqual(['ines as owner hears owner', 'li as supervisor hears supervisor']);
  expect(heard(['ines', 'ada'])).toEqual(['ines as owner hears owner', 'ada as supervisor hears supervisor']);
  expect(heard(['ines', 'tom', 'li'])[0]).toBe('tom as owner hears owner');
  expect(heard(null)).toHaveLength(3);
});
