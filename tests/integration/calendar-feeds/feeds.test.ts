import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashOfToken } from '../../../lib/access/access-links.ts';
import type { UserActor } from '../../../lib/access/actor.ts';
import { nothingInput } from '../../../lib/access/input.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { createFeed } from '../../../lib/calendar-feeds/create-feed.ts';
import { readOwnFeed } from '../../../lib/calendar-feeds/queries.ts';
import { revokeFeed } from '../../../lib/calendar-feeds/revoke-feed.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import { changeRole } from '../../../lib/people/change-role.ts';
import { deactivatePerson } from '../../../lib/people/deactivate-person.ts';
import { deactivationInput, reactivationInput, roleInput } from '../../../lib/people/input.ts';
import { reactivatePerson } from '../../../lib/people/reactivate-person.ts';
import { aCase } from '../../support/a-case.ts';
import { fetchFile, makeFeed } from '../../support/calendar-program.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

const ON = '2026-02-10';
let database: TestDatabase;
let office: TestOffice;
let worker: UserActor;
let administrator: UserActor;

beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
  worker = office.person('caseworker');
  administrator = office.person('administrator');
  return () => office.close();
});

const events = async () =>
  (
    await office.owner.pool.query<{ event: string; actor_id: string; subject_id: string; text: string }>(
      `select event, actor_id, subject_id, changes::text || reason as text from audit_events
       where office_id = $1 and event like 'calendar-feed.%' order by seq`,
      [office.officeId],
    )
  ).rows;
const own = (as = worker) => inOffice(office.app.db, as, localDate(ON), (tx) => readOwnFeed(tx, as.userId));
const remove = (as = worker) => office.run(revokeFeed, nothingInput, {}, { on: ON, as });

describe('a calendar address', () => {
  test('opens a calendar to whoever has it, and only its hash is kept', async () => {
    const token = await makeFeed(office, worker, ON);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await fetchFile(office, token, ON)).toContain('X-WR-CALNAME:Recourse deadlines');
    const { rows } = await office.owner.pool.query<{ kept: string }>(
      `select to_jsonb(f)::text as kept from calendar_feeds f where office_id = $1`,
      [office.officeId],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.kept).toContain(hashOfToken(token));
    expect(rows[0]?.kept).not.toContain(token);
    const [made] = await events();
    expect(made).toMatchObject({
      event: 'calendar-feed.created',
      actor_id: worker.userId,
      subject_id: worker.userId,
    });
    expect(made?.text).not.toContain(hashOfToken(token));
  });

  test('is ended by the next one, and by its removal', async () => {
    const first = await makeFeed(office, worker, ON);
    const second = await makeFeed(office, worker, ON);
    expect(await fetchFile(office, first, ON)).toBeNull();
    expect(await fetchFile(office, second, ON)).not.toBeNull();
    valueOf(await remove());
    expect(await fetchFile(office, second, ON)).toBeNull();
    expect(await own()).toBeNull();
    expect((await events()).map(({ event }) => event)).toEqual([
      'calendar-feed.created',
      'calendar-feed.revoked',
      'calendar-feed.created',
      'calendar-feed.revoked',
    ]);
    expect(violationsOf(await remove())).toHaveLength(1);
  });

  test('is one where it is made in two windows at once', async () => {
    const made = await Promise.all([
      office.run(createFeed, nothingInput, {}, { on: ON, as: worker }),
      office.run(createFeed, nothingInput, {}, { on: ON, as: worker }),
    ]);
    const tokens = made.flatMap((outcome) => (outcome.ok ? [outcome.value.token] : []));
    expect(tokens.length).toBeGreaterThan(0);
    const answers = await Promise.all(tokens.map((token) => fetchFile(office, token, ON)));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
  });

  test('leads nowhere in another office, nor with a spoiled token or number', async () => {
    const token = await makeFeed(office, worker, ON);
    const neighbor = await openTestOffice(database);
    try {
      for (const officeId of [neighbor.officeId, 'x', '', `${office.officeId}0`])
        expect(await fetchFile(office, token, ON, { officeId })).toBeNull();
    } finally {
      await neighbor.close();
    }
    for (const spoiled of [`${token}A`, token.slice(1), token.toLowerCase(), '', '../x', hashOfToken(token)])
      expect(await fetchFile(office, spoiled, ON)).toBeNull();
  });

  test('ends with the account, and does not come back with it', async () => {
    const token = await makeFeed(office, worker, ON);
    const person = { personId: worker.userId, reason: 'Left.' };
    valueOf(await office.run(deactivatePerson, deactivationInput, person, { on: ON, as: administrator }));
    expect(await fetchFile(office, token, ON)).toBeNull();
    valueOf(await office.run(reactivatePerson, reactivationInput, person, { on: ON, as: administrator }));
    expect(await fetchFile(office, token, ON)).toBeNull();
    expect(await own()).toBeNull();
  });

  test('opens nothing for an account that is not active, however that came about', async () => {
    const token = await makeFeed(office, worker, ON);
    const setDeactivated = (at: string | null) =>
      office.owner.pool.query('update users set deactivated_at = $2 where id = $1', [worker.userId, at]);
    await setDeactivated('2026-02-09T17:00:00Z');
    expect(await fetchFile(office, token, ON)).toBeNull();
    await setDeactivated(null);
    expect(await fetchFile(office, token, ON)).not.toBeNull();
  });

  test('is not for reviewers, nor for those who become one', async () => {
    const refused = await office.run(createFeed, nothingInput, {}, { on: ON, as: office.person('reviewer') });
    expect(violationsOf(refused)).toHaveLength(1);
    const colleague = await addColleague(office, 'Rosa Colleague', 'caseworker');
    const token = await makeFeed(office, colleague, ON);
    const change = { personId: colleague.userId, role: 'reviewer', reason: 'An audit.' };
    valueOf(await office.run(changeRole, roleInput, change, { on: ON, as: administrator }));
    expect(await fetchFile(office, token, ON)).toBeNull();
  });

  test('is nobody else’s to read or to end', async () => {
    const token = await makeFeed(office, worker, ON);
    expect(await own(office.person('supervisor'))).toBeNull();
    expect(violationsOf(await remove(office.person('supervisor')))).toHaveLength(1);
    expect(await fetchFile(office, token, ON)).not.toBeNull();
  });
});

describe('who fetches it', () => {
  test('is told by program, with its first and its last time', async () => {
    const token = await makeFeed(office, worker, ON);
    expect(await own()).toMatchObject({ fetches: [] });
    await fetchFile(office, token, new Date('2026-02-10T18:00:00Z'));
    await fetchFile(office, token, new Date('2026-02-11T18:00:00Z'), { subscriber: 'Outlook' });
    await fetchFile(office, token, new Date('2026-02-12T18:00:00Z'));
    expect(await own()).toMatchObject({
      fetches: [
        {
          subscriber: 'Google Calendar',
          firstAt: new Date('2026-02-10T18:00:00Z'),
          lastAt: new Date('2026-02-12T18:00:00Z'),
        },
        { subscriber: 'Outlook', firstAt: new Date('2026-02-11T18:00:00Z') },
      ],
    });
  });

  test('gets the same file to the byte, and leaves nothing on the record', async () => {
    await aCase().denied('2026-01-05', 'medical-necessity').withGrievance('2026-01-08').in(office);
    const token = await makeFeed(office, worker, ON);
    const before = await events();
    const { rows } = await office.owner.pool.query<{ id: string }>(
      'select id from calendar_feeds where office_id = $1',
      [office.officeId],
    );
    // All of them arrive while somebody else holds the feed, so that they go on at the same moment.
    const holder = await office.owner.pool.connect();
    await holder.query('begin');
    await holder.query('select 1 from calendar_feeds where id = $1 for update', [rows[0]?.id]);
    const release = setTimeout(300).then(() => holder.query('commit'));
    const files = await Promise.all(
      ['09:00', '09:01', '09:02', '09:03'].map((time) =>
        fetchFile(office, token, new Date(`2026-02-10T${time}:00Z`)),
      ),
    );
    await release;
    holder.release();
    expect(files[0]).toContain('BEGIN:VEVENT');
    const again = await fetchFile(office, token, new Date('2026-02-10T20:00:00Z'));
    expect(new Set([...files, again]).size).toBe(1);
    expect(await events()).toEqual(before);
  });
});
