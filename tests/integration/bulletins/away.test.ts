import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserActor } from '../../../lib/access/actor.ts';
import { arrangeCover } from '../../../lib/covers/arrange-cover.ts';
import { coverInput } from '../../../lib/covers/input.ts';
import { restrictionInput } from '../../../lib/restrictions/input.ts';
import { restrictCase } from '../../../lib/restrictions/restrict-case.ts';
import { aCase } from '../../support/a-case.ts';
import { writeBeforeTheRule } from '../../support/before-the-rule.ts';
import { addColleague } from '../../support/colleague.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf } from '../../support/office.ts';
import { pacific } from '../../support/office-policy.ts';
import { bulletinsOf, ledgerOf, outbox, sendDigests, sweep } from '../../support/outbox.ts';

let database: TestDatabase;
let office: TestOffice;
let owner: UserActor;
let cover: UserActor;
beforeAll(async () => {
  database = await cloneDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  office = await openTestOffice(database);
  owner = office.person('caseworker');
  cover = await addColleague(office, 'Tom Cover', 'caseworker');
  return () => office.close();
});

const at = (text: string) => pacific(text).toISOString();
/** Its plan's letter is due on Mon Nov 23, its answer on Fri Dec 18. */
const answerDueDec18 = () => aCase('dmhc', '2026-11-18').withGrievance('2026-11-18').in(office);
const away = async (fromOn: string, untilOn: string) =>
  valueOf(
    await office.run(
      arrangeCover,
      coverInput,
      { absentId: owner.userId, coverId: cover.userId, fromOn, untilOn },
      { on: '2026-11-18', as: office.person('supervisor') },
    ),
  );
const restrict = async (caseId: string) =>
  valueOf(
    await office.run(
      restrictCase,
      restrictionInput,
      { caseId, ground: 'other', reason: 'Only these.', namedIds: [owner.userId] },
      { on: '2026-11-18', as: office.person('supervisor') },
    ),
  );
async function morning(day: string) {
  const box = outbox();
  await sendDigests(office, at(`${day}T06:00`), box);
  const digestTo = (person: UserActor) =>
    box.sent.find(({ key }) =>
      rows.some(({ id, recipientId }) => id === key && recipientId === person.userId),
    );
  const rows = (await bulletinsOf(office)).filter(
    ({ kind, forOn }) => kind === 'morning-digest' && forOn === day,
  );
  return {
    digestTo,
    rowOf: (person: UserActor) => rows.find(({ recipientId }) => recipientId === person.userId),
  };
}

describe('somebody who is away', () => {
  test('gets no digest while a colleague covers, who is told of both', async () => {
    await answerDueDec18();
    await away('11/19/26', '11/25/26');
    const { digestTo, rowOf } = await morning('2026-11-19');
    expect(digestTo(cover)?.text).toContain('One of your clocks and those you cover ends this');
    expect(digestTo(cover)?.text).toMatch(/or\s+those\s+of\s+somebody\s+you\s+cover\s+for/);
    expect(digestTo(owner)).toBeUndefined();
    expect(rowOf(owner)).toMatchObject({
      state: 'skipped',
      reason: 'Away: Tom Cover covers through Wednesday, November 25, 2026.',
    });
  });

  test('gets it up to the day before, and again the day after', async () => {
    await answerDueDec18();
    await away('11/20/26', '11/20/26');
    const story: boolean[][] = [];
    for (const day of ['2026-11-19', '2026-11-20', '2026-11-23']) {
      const { digestTo } = await morning(day);
      story.push([digestTo(owner) !== undefined, digestTo(cover) !== undefined]);
    }
    expect(story).toEqual([
      [true, false],
      [false, true],
      [true, false],
    ]);
  });

  test('gets it where the colleague who covers has left', async () => {
    await answerDueDec18();
    await away('11/19/26', '11/25/26');
    await writeBeforeTheRule(office, `update users set deactivated_at = '2026-11-18' where id = $1`, [
      cover.userId,
    ]);
    expect((await morning('2026-11-19')).digestTo(owner)).toBeDefined();
  });

  test('keeps the restricted cases their cover may not know of, and those alone', async () => {
    const open = await answerDueDec18();
    const restricted = await answerDueDec18();
    await restrict(restricted);
    await away('11/19/26', '12/31/26');
    const { digestTo } = await morning('2026-11-19');
    expect(digestTo(cover)?.text).toContain(open);
    expect(digestTo(cover)?.text).not.toContain(restricted);
    expect(digestTo(cover)?.text).toContain('This week (1)');
    expect(digestTo(owner)?.text).toContain(restricted);
    expect(digestTo(owner)?.text).not.toContain(open);
    expect(digestTo(owner)?.text).toContain('This week (1)');
  });

  test('what was gathered before they left is told by their cover', async () => {
    const caseId = await answerDueDec18();
    await sweep(office, at('2026-12-04T00:05'), outbox());
    await office.owner.pool.query(
      `insert into covers (office_id, absent_id, cover_id, from_on, until_on, note, arranged_by, arranged_at)
       values ($1, $2, $3, '2026-12-04', '2026-12-11', '', $4, '2026-12-04T09:00:00Z')`,
      [office.officeId, owner.userId, cover.userId, office.person('supervisor').userId],
    );
    const first = await morning('2026-12-04');
    expect(first.digestTo(owner)).toBeUndefined();
    await sweep(office, at('2026-12-07T00:05'), outbox());
    const { rowOf } = await morning('2026-12-07');
    const told = (await ledgerOf(office, caseId)).filter(({ rung }) => rung === 'T-14');
    expect(told.map(({ recipientId, state }) => [recipientId === cover.userId, state])).toEqual(
      expect.arrayContaining([
        [false, 'canceled'],
        [true, 'sent'],
      ]),
    );
    expect(told.find(({ state }) => state === 'sent')?.bulletinId).toBe(rowOf(cover)?.id);
  });
});

test('a colleague who supervises hears nothing of a restricted case they are not named on', async () => {
  const caseId = await answerDueDec18();
  await restrict(caseId);
  const other = await addColleague(office, 'Sam Second', 'supervisor');
  await writeBeforeTheRule(office, `update cases set owner_id = null where id = $1`, [caseId]);
  await office.owner.pool.query(`update deadlines set owner_id = null where case_id = $1`, [caseId]);
  await sweep(office, at('2026-12-04T00:05'), outbox());
  const { digestTo } = await morning('2026-12-04');
  expect(digestTo(office.person('supervisor'))?.text).toContain('A reminder today (1)');
  expect(digestTo(other)).toBeUndefined();
});
