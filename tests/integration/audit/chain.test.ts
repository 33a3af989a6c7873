import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Head } from '../../../lib/audit/chain/chain.ts';
import { verifyChain } from '../../../lib/audit/chain/verify-chain.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { done } from '../../../lib/errors.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';

/** Attacks by somebody who has the database's owner: each is undone, so that the next begins with a whole record. */

const TODAY = localDate('2026-06-01');

let database: TestDatabase;
let office: TestOffice;
let owner: pg.Client;
let head: Head;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  await aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02').in(office);
  await aCase()
    .denied('2026-01-21', 'experimental')
    .withGrievance('2026-02-03')
    .answered('2026-02-20')
    .in(office);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('create table kept as select * from audit_events');
  await owner.query('create table kept_heads as select * from audit_heads');
  const whole = await verify();
  if (!whole.head || whole.broken) throw new Error('the record was broken before it was attacked');
  head = whole.head;
  expect(head.seq).toBeGreaterThan(8);
});
afterAll(async () => {
  await owner.end();
  await office.close();
  await database.drop();
});
beforeEach(async () => {
  await unguarded(async () => {
    await owner.query('delete from audit_events');
    await owner.query('insert into audit_events overriding system value select * from kept');
    await owner.query(
      'update audit_heads h set seq = k.seq, hash = k.hash from kept_heads k where k.office_id = h.office_id',
    );
  });
});

const verify = (expected: Head | null = null, pageSize = 4) =>
  verifyChain(office.owner.db, office.officeId, TODAY, { expected, pageSize });

async function unguarded(attack: () => Promise<void>): Promise<void> {
  await owner.query('alter table audit_events disable trigger user');
  try {
    await attack();
  } finally {
    await owner.query('alter table audit_events enable trigger user');
  }
}

/** What a person with every right in the database does to the office's record, and the break that is then named. */
async function brokenBy(...statements: string[]) {
  await unguarded(async () => {
    for (const statement of statements)
      await owner.query(statement.replaceAll('$office', `'${office.officeId}'`));
  });
  return (await verify()).broken;
}

const REHASH_ALL = `
  do $$
  declare e audit_events%rowtype; former text := '';
  begin
    for e in select * from audit_events where office_id = $office order by seq loop
      e.previous_hash := former;
      e.content_digest := audit_content_digest(e.salt, e.changes, e.reason);
      e.hash := audit_hash(e);
      update audit_events set previous_hash = e.previous_hash, content_digest = e.content_digest, hash = e.hash where id = e.id;
      former := e.hash;
    end loop;
    update audit_heads set hash = former where office_id = $office;
  end $$`;

test('proves a whole record, whatever the size of a page', async () => {
  for (const pageSize of [1, 3, head.seq, 1_000])
    expect(await verify(null, pageSize)).toEqual({ head, broken: null });
});

test('proves a record of every kind of value', async () => {
  const text = 'Zoë "quoted" \\ back\n\ttab \u0001\u001f\u007f \u2028 \u{1F600} \'';
  const outcome = await inUnitOfWork(
    office.app.db,
    office.person('caseworker'),
    new Date('2026-06-01T17:00:00.123Z'),
    async (unit) => {
      unit.record({
        event: 'note.added',
        changes: [{ field: text, from: { b: 1.5, a: [null, true] }, to: 1e21 }],
        reason: text,
      });
      return done(null);
    },
    { requestId: text },
  );
  expect(outcome.ok).toBe(true);
  expect(await verify()).toMatchObject({ head: { seq: head.seq + 1 }, broken: null });
});

describe('names the first break', () => {
  test.each([
    ['the actor', `actor_id = null`],
    ['the event', `event = 'note.added'`],
    ['the time', `at = at + interval '1 microsecond'`],
    ['the case', `case_id = gen_random_uuid()`],
    ['the version', `case_version = coalesce(case_version, 0) + 1`],
    ['the subject', `subject_id = gen_random_uuid()`],
    ['the request id', `request_id = 'x'`],
    ['the digest', `content_digest = md5('x')`],
    ['the previous hash', `previous_hash = md5('x')`],
    ['the hash', `hash = md5('x')`],
  ])('when %s of an event is edited', async (_what, change) => {
    expect(await brokenBy(`update audit_events set ${change} where office_id = $office and seq = 8`)).toEqual(
      {
        kind: 'event-edited',
        seq: 8,
        lastSeq: 8,
      },
    );
  });

  test.each([
    ['the changes', `changes = '[]'`],
    ['the reason', `reason = 'x'`],
    ['the salt', `salt = 'x'`],
  ])('when %s of an event is edited', async (_what, change) => {
    expect(await brokenBy(`update audit_events set ${change} where office_id = $office and seq = 8`)).toEqual(
      {
        kind: 'content-edited',
        seq: 8,
        lastSeq: 8,
      },
    );
  });

  test('when a content is erased without the erasure of its case', async () => {
    const erase = `update audit_events set changes = '[]', reason = '', salt = '', erased_at = now() where office_id = $office and seq = 8`;
    expect(await brokenBy(erase)).toMatchObject({ kind: 'content-erased', seq: 8 });
    expect(
      await brokenBy(`update audit_events set reason = 'x' where office_id = $office and seq = 8`),
    ).toMatchObject({
      kind: 'content-edited',
      seq: 8,
    });
  });

  test('when events in the middle are deleted', async () => {
    expect(await brokenBy(`delete from audit_events where office_id = $office and seq in (7, 8)`)).toEqual({
      kind: 'events-missing',
      seq: 7,
      lastSeq: 8,
    });
  });

  test('when the first event is deleted', async () => {
    expect(await brokenBy(`delete from audit_events where office_id = $office and seq = 1`)).toMatchObject({
      kind: 'events-missing',
      seq: 1,
    });
  });

  test('when the last events are deleted', async () => {
    expect(
      await brokenBy(`delete from audit_events where office_id = $office and seq > ${head.seq - 2}`),
    ).toEqual({
      kind: 'end-cut-off',
      seq: head.seq - 1,
      lastSeq: head.seq,
    });
  });

  test('when everything is deleted', async () => {
    const remove = 'delete from audit_events where office_id = $office';
    expect(await brokenBy(remove)).toEqual({ kind: 'end-cut-off', seq: 1, lastSeq: head.seq });
    expect(await brokenBy('delete from audit_heads where office_id = $office')).toMatchObject({
      kind: 'events-missing',
      seq: 1,
    });
    await owner.query('insert into audit_heads select * from kept_heads on conflict do nothing');
  });

  test('when an event is put in after the head', async () => {
    expect(
      await brokenBy(
        `
        insert into audit_events (office_id, at, event, seq, previous_hash, salt, content_digest)
          values ($office, now(), 'note.added', ${head.seq + 1}, '${head.hash}', 's', audit_content_digest('s', '[]', ''))`,
        `
        update audit_events e set hash = audit_hash(e) where office_id = $office and seq = ${head.seq + 1}`,
      ),
    ).toMatchObject({ kind: 'end-added', seq: head.seq + 1 });
  });

  test('when an event is forged in the middle', async () => {
    expect(
      await brokenBy(
        'alter table audit_events drop constraint audit_events_seq',
        `insert into audit_events (office_id, at, event, seq, previous_hash, hash, content_digest)
          select office_id, at, 'note.added', seq, previous_hash, hash, content_digest from audit_events
          where office_id = $office and seq = 5`,
      ),
    ).toMatchObject({ kind: 'event-inserted', seq: 5 });
    await unguarded(async () => {
      await owner.query(`delete from audit_events where id not in (select id from kept)`);
      await owner.query('alter table audit_events add constraint audit_events_seq unique (office_id, seq)');
    });
  });

  test('when two events change places', async () => {
    expect(
      await brokenBy(
        `update audit_events set seq = -1 where office_id = $office and seq = 5`,
        `update audit_events set seq = 5 where office_id = $office and seq = 6`,
        `update audit_events set seq = 6 where office_id = $office and seq = -1`,
      ),
    ).toMatchObject({ kind: 'event-edited', seq: 5 });
  });

  test('when one event is written anew with a hash that fits it', async () => {
    expect(
      await brokenBy(
        `update audit_events set request_id = 'x' where office_id = $office and seq = 5`,
        `update audit_events e set hash = audit_hash(e) where office_id = $office and seq = 5`,
      ),
    ).toMatchObject({ kind: 'chain-left', seq: 6 });
  });

  test('when the head is edited or missing', async () => {
    expect(await brokenBy(`update audit_heads set hash = md5('x') where office_id = $office`)).toMatchObject({
      kind: 'head-edited',
      seq: head.seq,
    });
    expect(await brokenBy(`delete from audit_heads where office_id = $office`)).toMatchObject({
      kind: 'head-missing',
    });
    await owner.query('insert into audit_heads select * from kept_heads on conflict do nothing');
  });
});

describe('a head that was noted elsewhere', () => {
  test('is still in the record after more was written', async () => {
    await aCase().in(office);
    const { head: later, broken } = await verify(head);
    expect(broken).toBeNull();
    expect(later?.seq).toBeGreaterThan(head.seq);
  });

  test('finds the last events deleted and the head put right', async () => {
    expect(
      await brokenBy(
        `delete from audit_events where office_id = $office and seq > ${head.seq - 2}`,
        `update audit_heads h set seq = e.seq, hash = e.hash from audit_events e
          where h.office_id = $office and e.office_id = $office and e.seq = ${head.seq - 2}`,
      ),
    ).toBeNull();
    expect((await verify(head)).broken).toEqual({
      kind: 'end-cut-off',
      seq: head.seq - 1,
      lastSeq: head.seq,
    });
  });

  test('finds a record whose hashes were all written anew', async () => {
    expect(
      await brokenBy(
        `update audit_events set actor_id = null where office_id = $office and seq = 8`,
        REHASH_ALL,
      ),
    ).toBeNull();
    expect((await verify(head)).broken).toMatchObject({ kind: 'written-anew', seq: head.seq });
  });
});

test('finds any single edit, wherever it is', async () => {
  const columns = fc.constantFrom(
    `at = at - interval '1 microsecond'`,
    `event = event || 'x'`,
    `case_version = coalesce(case_version, 0) - 1`,
    `subject_id = gen_random_uuid()`,
    `request_id = request_id || ' '`,
    `changes = changes || '[{"field":"name","from":null,"to":"x"}]'`,
    `reason = reason || ' '`,
    `salt = salt || '0'`,
    `content_digest = encode(sha256(content_digest::bytea), 'hex')`,
    `previous_hash = encode(sha256(previous_hash::bytea), 'hex')`,
    `hash = encode(sha256(hash::bytea), 'hex')`,
    `erased_at = now()`,
    `seq = 100000 + seq`,
  );
  await fc.assert(
    fc.asyncProperty(columns, fc.integer({ min: 1, max: head.seq }), async (change, seq) => {
      await owner.query('begin');
      try {
        await owner.query(`set local session_replication_role = replica`);
        await owner.query(`update audit_events set ${change} where office_id = $1 and seq = $2`, [
          office.officeId,
          seq,
        ]);
        await owner.query('commit');
        const { broken } = await verify();
        expect(broken?.seq).toBe(seq);
      } finally {
        await owner.query('begin');
        await owner.query(`set local session_replication_role = replica`);
        await owner.query('delete from audit_events');
        await owner.query('insert into audit_events overriding system value select * from kept');
        await owner.query('commit');
      }
    }),
    { numRuns: 60 },
  );
});
