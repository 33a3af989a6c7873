import { randomUUID } from 'node:crypto';
import type { UserActor } from '../access/actor.ts';
import { hashPassword } from '../access/password.ts';
import { passwordViolations } from '../access/password-rules.ts';
import type { Database } from '../db/client.ts';
import { offices, users } from '../db/schema.ts';
import { inUnitOfWork } from '../db/unit-of-work.ts';
import type { Role } from '../db/vocabulary.ts';
import { done } from '../errors.ts';

export type NewPerson = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly password: string;
};

/** Opens an office with its first people. Throws where a password breaks the rules. `owner` is a connection of the database's owner: the app itself cannot do this. */
export async function openOffice(
  owner: Database,
  office: { readonly name: string; readonly phone: string; readonly isDemo?: boolean },
  people: readonly NewPerson[],
  now: Date,
): Promise<{ officeId: string; people: UserActor[] }> {
  const officeId = randomUUID();
  for (const { password, ...person } of people) {
    const [violation] = passwordViolations(password, { ...person, officeName: office.name });
    if (violation) throw new Error(`An office is opened with usable passwords only. ${violation.message}`);
  }
  const hashes = await Promise.all(people.map(({ password }) => hashPassword(password)));
  const opened = await inUnitOfWork(owner, { kind: 'system', officeId, name: 'setup' }, now, async (unit) => {
    await unit.tx.insert(offices).values({ id: officeId, ...office });
    const rows = await unit.tx
      .insert(users)
      .values(
        people.map(({ name, email, role }, index) => ({
          officeId,
          name,
          email,
          role,
          passwordHash: hashes[index] ?? '',
        })),
      )
      .returning({ id: users.id, name: users.name, role: users.role, language: users.language });
    unit.record({ event: 'office.opened', changes: [{ field: 'name', from: null, to: office.name }] });
    for (const { id } of rows) unit.record({ event: 'person.added', subjectId: id });
    return done(rows);
  });
  if (!opened.ok) throw new Error('an office could not be opened');
  return {
    officeId,
    people: opened.value.map(({ id, ...person }) => ({ kind: 'user', userId: id, officeId, ...person })),
  };
}
