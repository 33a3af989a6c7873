import type { UserActor } from '../../lib/access/actor.ts';
import { hashPassword } from '../../lib/access/password.ts';
import { users } from '../../lib/db/schema.ts';
import { inUnitOfWork } from '../../lib/db/unit-of-work.ts';
import type { Role } from '../../lib/db/vocabulary.ts';
import { done } from '../../lib/errors.ts';
import { TEST_PASS_PHRASE, type TestOffice, valueOf } from './office.ts';

/** One more person of an office, who can be acted as, and signs in once let to. */
export async function addColleague(office: TestOffice, name: string, role: Role): Promise<UserActor> {
  const added = await inUnitOfWork(
    office.app.db,
    office.person('administrator'),
    new Date('2026-01-02T17:00:00Z'),
    async (unit) => {
      const [row] = await unit.tx
        .insert(users)
        .values({
          officeId: office.officeId,
          name,
          role,
          email: `${name.toLowerCase().replaceAll(' ', '-')}-${office.officeId}@example.org`,
        })
        .returning({ id: users.id });
      if (!row) throw new Error('nobody was added');
      unit.record({ event: 'person.added', subjectId: row.id });
      return done(row.id);
    },
  );
  return { kind: 'user', userId: valueOf(added), officeId: office.officeId, name, role, language: 'en' };
}

/** Gives a colleague the test pass phrase, and answers the e-mail that goes with it. */
export async function letSignIn(office: TestOffice, { userId }: UserActor): Promise<string> {
  const { rows } = await office.owner.pool.query<{ email: string }>(
    'update users set password_hash = $2 where id = $1 returning email',
    [userId, await hashPassword(TEST_PASS_PHRASE)],
  );
  return rows[0]?.email ?? '';
}
