import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileImr } from '../../../lib/imr/file-imr.ts';
import { extensionInput, imrFilingInput } from '../../../lib/imr/input.ts';
import { requestExtension } from '../../../lib/imr/request-extension.ts';
import { aCase, filing } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';

let database: TestDatabase;
let office: TestOffice;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const file = (
  caseId: string,
  on: string,
  more: Record<string, unknown> = {},
  as = office.person('caseworker'),
) => office.run(fileImr, imrFilingInput, filing(caseId, on, more), { on, as });

describe('before the IMR is open', () => {
  test('refuses while the plan still has time, naming the day it opens and the grounds that open it now', async () => {
    const caseId = await aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .in(office);
    const [violation] = violationsOf(await file(caseId, '2026-02-20'));
    expect(violation?.field).toBe('appliedOn');
    expect(violation?.message).toContain('Thursday, March 5, 2026');
    expect(violation?.rule).toContain('H&S 1374.30(j)(3)');
    expect(violation?.remedy).toMatch(/experimental.*urgent.*compelling/s);
  });

  test('refuses on day 30 and allows it on day 31 of silence', async () => {
    const caseId = await aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .in(office);
    expect(violationsOf(await file(caseId, '2026-03-04'))).toHaveLength(1);
    valueOf(await file(caseId, '2026-03-05'));
  });

  test('refuses with no grievance at all', async () => {
    const caseId = await aCase().denied('2026-01-20', 'medical-necessity').in(office);
    expect(violationsOf(await file(caseId, '2026-02-20'))[0]?.message).toContain(
      'It opens when the plan upholds',
    );
  });

  test('allows an experimental denial without any grievance', async () => {
    const caseId = await aCase().denied('2026-01-20', 'experimental').in(office);
    valueOf(await file(caseId, '2026-01-21'));
  });

  test('allows an urgent case at once when its urgency is certified, and refuses it when not', async () => {
    const caseId = await aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .in(office);
    const [uncertified] = violationsOf(await file(caseId, '2026-02-03', { expedited: 'on' }));
    expect(uncertified?.field).toBe('certifiedBy');
    valueOf(await file(caseId, '2026-02-03', { expedited: 'on', certifiedBy: 'Dr. Amrit Sethi' }));
  });

  test('allows a compelling case with its statement', async () => {
    const caseId = await aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .in(office);
    valueOf(
      await file(caseId, '2026-02-03', { compellingStatement: 'Serious pain; waiting risks the limb.' }),
    );
  });
});

describe('where no IMR exists', () => {
  test('refuses a coverage-only denial and offers the complaint', async () => {
    const caseId = await aCase()
      .denied('2026-01-20', 'not-covered')
      .withGrievance('2026-02-02')
      .answered('2026-02-10')
      .in(office);
    const [violation] = violationsOf(await file(caseId, '2026-02-12'));
    expect(violation?.message).toContain('coverage alone');
    expect(violation?.remedy).toContain('complaint');
  });

  test('allows a mixed denial', async () => {
    const caseId = await aCase()
      .denied('2026-01-20', 'not-covered', 'medical-necessity')
      .withGrievance('2026-02-02')
      .answered('2026-02-10')
      .in(office);
    valueOf(await file(caseId, '2026-02-12'));
  });

  test('refuses after a State Hearing was held, and not after one was only requested', async () => {
    const story = aCase('mediCal')
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .answered('2026-02-10');
    const held = await story.hearing({ requestedOn: '2026-02-12', heldOn: '2026-02-20' }).in(office);
    expect(violationsOf(await file(held, '2026-02-21'))[0]?.message).toContain('State Hearing was held');
    const requested = await story.hearing({ requestedOn: '2026-02-12' }).in(office);
    valueOf(await file(requested, '2026-02-21'));
  });

  test.each([
    ['cohs', 'no Knox-Keene license'],
    ['selfFunded', 'self-funded plan'],
  ] as const)('refuses for %s and says where to go instead', async (line, sentence) => {
    const caseId = await aCase(line)
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .answered('2026-02-10')
      .in(office);
    expect(violationsOf(await file(caseId, '2026-02-12'))[0]?.message).toContain(sentence);
  });

  test('refuses once the plan overturned its denial', async () => {
    const caseId = await aCase()
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .answered('2026-02-10', 'overturned')
      .in(office);
    expect(violationsOf(await file(caseId, '2026-02-12'))[0]?.message).toContain('nothing is left to review');
  });
});

describe('the regulator', () => {
  test.each([
    ['dmhc', 'CDI', 'DMHC'],
    ['cdi', 'DMHC', 'CDI'],
    ['mediCal', 'CDI', 'DMHC'],
  ] as const)('refuses a %s line filed with %s and names %s', async (line, wrong, right) => {
    const caseId = await aCase(line)
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02', { sentOn: '2026-02-02' })
      .answered('2026-02-10')
      .in(office);
    const [violation] = violationsOf(await file(caseId, '2026-02-12', { regulator: wrong }));
    expect(violation?.field).toBe('regulator');
    expect(violation?.remedy).toContain(`File with ${right}`);
    valueOf(await file(caseId, '2026-02-12', { regulator: right }));
  });

  test.each(['DMHC', 'CDI'] as const)('allows either when it is unknown, here %s', async (regulator) => {
    const caseId = await aCase('unknown')
      .denied('2026-01-20', 'medical-necessity')
      .withGrievance('2026-02-02')
      .answered('2026-02-10')
      .in(office);
    valueOf(await file(caseId, '2026-02-12', { regulator }));
  });
});

describe('the six months', () => {
  const story = () => aCase().denied('2026-01-20', 'medical-necessity').withGrievance('2026-02-02');

  test('records a filing on the last strict day as timely', async () => {
    const caseId = await story().answered('2026-02-12').in(office);
    valueOf(await file(caseId, '2026-08-12'));
    expect((await office.read(caseId, '2026-08-12'))?.imrApplications[0]?.filing).toBe('timely');
  });

  test('records a filing that only another reading makes timely, and flags it', async () => {
    const caseId = await story().answered('2026-03-19').in(office);
    // Strict: day 30 was March 4, so September 4; on the late letter's reading, September 19, a Saturday.
    valueOf(await file(caseId, '2026-09-19'));
    expect((await office.read(caseId, '2026-09-19'))?.imrApplications[0]?.filing).toBe(
      'late-but-timely-on-another-reading',
    );
  });

  test('refuses a filing past every reading until the statement is there and a supervisor approved it', async () => {
    const caseId = await story().answered('2026-03-19').in(office);
    const day = '2026-09-22';
    const [bare] = violationsOf(await file(caseId, day));
    expect(bare?.field).toBe('extensionStatement');
    expect(bare?.message).toContain('Friday, September 4, 2026');
    const statement = { extensionStatement: 'The letter went to an old address.' };
    const [unapproved] = violationsOf(await file(caseId, day, statement));
    expect(unapproved?.message).toContain('has not approved');

    const request = { caseId, statement: statement.extensionStatement };
    valueOf(await office.run(requestExtension, extensionInput, request, { on: day }));
    expect(violationsOf(await file(caseId, day, statement))).toHaveLength(1);
    const supervisor = office.person('supervisor');
    valueOf(await office.run(requestExtension, extensionInput, request, { on: day, as: supervisor }));
    valueOf(await file(caseId, day, statement));
    expect((await office.read(caseId, day))?.imrApplications[0]).toMatchObject({
      filing: 'late',
      extensionApprovedBy: supervisor.userId,
    });
  });

  test('lets a supervisor file late with a statement: filing it is the approval', async () => {
    const caseId = await story().answered('2026-03-19').in(office);
    const outcome = await file(
      caseId,
      '2026-09-22',
      { extensionStatement: 'Hospital stay.' },
      office.person('supervisor'),
    );
    valueOf(outcome);
  });
});

test('refuses a second application while one is on file, and allows one after a rejection', async () => {
  const caseId = await aCase()
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .answered('2026-02-10')
    .filed('2026-02-12')
    .in(office);
  expect(violationsOf(await file(caseId, '2026-02-13'))[0]?.message).toContain('already on file');
  const rejected = await aCase()
    .denied('2026-01-20', 'medical-necessity')
    .withGrievance('2026-02-02')
    .answered('2026-02-10')
    .filed('2026-02-12')
    .rejected('2026-02-18')
    .in(office);
  valueOf(await file(rejected, '2026-02-20'));
});

test('refuses a filing date that has not come', async () => {
  const caseId = await aCase().denied('2026-01-20', 'experimental').in(office);
  const outcome = await office.run(fileImr, imrFilingInput, filing(caseId, '2026-03-01'), {
    on: '2026-02-01',
  });
  expect(violationsOf(outcome).map(({ field }) => field)).toContain('appliedOn');
});
