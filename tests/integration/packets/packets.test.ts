import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '../../../lib/access/actor.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { inLedger, inOffice, inUnitOfWork } from '../../../lib/db/unit-of-work.ts';
import { diskBlobs } from '../../../lib/document-store/disk-store.ts';
import { type DocumentStore, sealedStore } from '../../../lib/document-store/document-store.ts';
import { masterKeys, newMasterKey } from '../../../lib/document-store/file-keys.ts';
import { fileImr } from '../../../lib/imr/file-imr.ts';
import { imrFilingInput } from '../../../lib/imr/input.ts';
import { addForm } from '../../../lib/official-forms/add-form.ts';
import { assemblePackets } from '../../../lib/packets/assemble-packets.ts';
import { readPacketForm } from '../../../lib/packets/form-queries.ts';
import { packetInput } from '../../../lib/packets/input.ts';
import { listPackets, type PacketView, readReadyPacket } from '../../../lib/packets/queries.ts';
import { claimPacket } from '../../../lib/packets/repository.ts';
import { requestPacket } from '../../../lib/packets/request-packet.ts';
import { savePacket } from '../../../lib/packets/save-packet.ts';
import { aCase, filing } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestStore, temporaryFolder } from '../../support/document-store.ts';
import { momentOf, openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { addPaper, documentContext, pagesOfText } from '../../support/packets.ts';

const ON = '2026-06-10';

let database: TestDatabase;
let office: TestOffice;
let store: DocumentStore;
let page: Buffer;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  page = await pagesOfText('A page');
});
beforeEach(() => {
  store = openTestStore();
});
// What a test leaves waiting is not another's to assemble.
afterEach(() =>
  office.owner.pool.query(
    `update packets set state = 'failed', failure = 'left', finished_at = now() where state in ('waiting', 'assembling')`,
  ),
);
afterAll(async () => {
  await office.close();
  await database.drop();
});

const request = (typed: Record<string, unknown>) =>
  office.run(requestPacket, packetInput, { channel: 'fax', ...typed }, { on: ON });
const assemble = (from = store, on = ON) =>
  assemblePackets(documentContext(office, from, on), { officeId: office.officeId });
const read = <T>(work: Parameters<typeof inOffice<T>>[3]) =>
  inOffice(office.app.db, office.person('caseworker'), localDate(ON), work);
const packetsOf = (caseId: string) => read((tx) => listPackets(tx, caseId));
const latestOf = async (caseId: string) => (await packetsOf(caseId))[0] as PacketView;
const deniedCase = () => aCase().denied('2026-05-04', 'medical-necessity').in(office);
const blobsIn = async (from: DocumentStore) => {
  const names: string[] = [];
  for await (const name of from.keptBefore(new Date('2100-01-01'))) names.push(name);
  return names.length;
};
const eventsOf = async (caseId: string) => {
  const { rows } = await office.owner.pool.query<{ event: string }>(
    `select event from audit_events where case_id = $1 and event like 'packet.%' order by seq`,
    [caseId],
  );
  return rows.map(({ event }) => event);
};

async function caseWithLetter(): Promise<{ caseId: string; letter: string }> {
  const caseId = await deniedCase();
  const letter = await addPaper(office, store, caseId, {
    kind: 'denial-letter',
    title: 'Denial letter',
    pages: page,
  });
  return { caseId, letter };
}

async function addOfficialForm(): Promise<string> {
  const title = 'IMR Application, Rev. 01/20';
  const file = await store.keep(page, 'application/pdf');
  const form = { regulator: 'DMHC', title, file, form: { pageCount: 1, fieldNames: [] } } as const;
  valueOf(
    await inUnitOfWork(office.app.db, office.person('administrator'), momentOf(ON), (unit) =>
      addForm(unit, form),
    ),
  );
  return title;
}

describe('asking for a packet', () => {
  test('fixes what it holds, numbers it within its case and says what is missing', async () => {
    const { caseId, letter } = await caseWithLetter();
    valueOf(await request({ caseId, exhibitIds: letter }));
    const packet = await latestOf(caseId);
    expect(packet).toMatchObject({ number: 1, state: 'waiting', requestedBy: 'Test caseworker' });
    expect(packet.contents).toMatchObject({
      regulator: 'DMHC',
      destination: { lines: ['916-255-5241'] },
      exhibits: [{ letter: 'A', documentId: letter, versionNumber: 1, pageCount: 1 }],
    });
    expect(packet.contents?.missing).toContainEqual({ title: 'Statement of the dispute', weight: 'blocks' });
    expect(await eventsOf(caseId)).toEqual(['packet.requested']);
  });

  test('waits for the one in work', async () => {
    const { caseId, letter } = await caseWithLetter();
    valueOf(await request({ caseId, exhibitIds: letter }));
    const [violation] = violationsOf(await request({ caseId, exhibitIds: letter }));
    expect(violation?.message).toBe('A packet of this case is being put together already.');
    expect(await packetsOf(caseId)).toHaveLength(1);
  });

  test('twice at the same moment makes one packet', async () => {
    const { caseId, letter } = await caseWithLetter();
    const outcomes = await Promise.all([1, 2].map(() => request({ caseId, exhibitIds: letter })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await packetsOf(caseId)).toHaveLength(1);
  });

  test.each([
    ['unknown', {}, 'It is not known which department this plan answers to, so the packet has no address.'],
    [
      'selfFunded',
      { regulator: 'DMHC' },
      'No California department takes an IMR application about this plan.',
    ],
  ] as const)('is refused for a plan that is %s', async (line, more, message) => {
    const caseId = await aCase(line).denied('2026-05-04').in(office);
    const letter = await addPaper(office, store, caseId, {
      kind: 'denial-letter',
      title: 'Letter',
      pages: page,
    });
    expect(violationsOf(await request({ caseId, exhibitIds: letter, ...more }))[0]).toMatchObject({
      message,
    });
  });

  test('goes to the department a person chooses where nobody knows it', async () => {
    const caseId = await aCase('unknown').denied('2026-05-04').in(office);
    const letter = await addPaper(office, store, caseId, {
      kind: 'denial-letter',
      title: 'Letter',
      pages: page,
    });
    const form = await addOfficialForm();
    valueOf(await request({ caseId, exhibitIds: letter, regulator: 'DMHC' }));
    expect((await latestOf(caseId)).contents).toMatchObject({ regulator: 'DMHC', form: { title: form } });
    await office.owner.pool.query('update official_forms set replaced_at = now() where title = $1', [form]);
  });

  test('is refused where there is nothing to send', async () => {
    const caseId = await deniedCase();
    expect(violationsOf(await request({ caseId, exhibitIds: '' }))[0]?.message).toMatch(
      /^There is nothing to send/,
    );
  });

  test('takes no document of another case, and answers as for one that was made up', async () => {
    const { caseId } = await caseWithLetter();
    const other = await caseWithLetter();
    const foreign = violationsOf(await request({ caseId, exhibitIds: other.letter }));
    expect(foreign).toEqual(violationsOf(await request({ caseId, exhibitIds: randomUUID() })));
    expect(foreign[0]?.message).toBe('One of the chosen exhibits is no longer there.');
  });

  test('is refused on a closed case', async () => {
    const { caseId, letter } = await caseWithLetter();
    valueOf(await office.run(closeCase, closureInput, { caseId, outcome: 'client-withdrew' }, { on: ON }));
    expect(violationsOf(await request({ caseId, exhibitIds: letter }))[0]?.message).toMatch(
      /^This case is closed/,
    );
  });
});

describe('the worker', () => {
  test('makes the packet, freezes it with its hash and asks that somebody send it', async () => {
    const { caseId, letter } = await caseWithLetter();
    valueOf(await request({ caseId, exhibitIds: letter }));
    expect(await assemble()).toEqual({ assembled: 1, failed: 0, errors: 0 });
    const packet = await latestOf(caseId);
    expect(packet).toMatchObject({ state: 'ready', changes: [] });
    expect(packet.stepsDone).toBe(packet.stepCount);
    const ready = await read((tx) => readReadyPacket(tx, caseId, packet.id));
    expect(ready?.sealed.sha256).toBe(packet.sha256);
    expect(await eventsOf(caseId)).toEqual(['packet.requested', 'packet.assembled']);
    const record = await office.read(caseId, ON);
    expect(record?.manualDeadlines.map(({ madeFor }) => madeFor)).toEqual(['send-packet']);
    await expect(
      office.owner.pool.query(`update packets set failure = 'no' where id = $1`, [packet.id]),
    ).rejects.toThrow('a packet does not change');
  });

  test.each([
    ['asks nobody to send what was filed meanwhile', 'D-1', []],
    ['asks for it to be sent where nothing shows that what was sent arrived', '', ['send-packet']],
  ])('%s', async (_name, confirmationNumber, asked) => {
    const caseId = await aCase()
      .denied('2026-04-14', 'medical-necessity')
      .withGrievance('2026-05-01')
      .answered('2026-05-20')
      .in(office);
    const letter = await addPaper(office, store, caseId, {
      kind: 'denial-letter',
      title: 'Letter',
      pages: page,
    });
    valueOf(await request({ caseId, exhibitIds: letter }));
    valueOf(
      await office.run(fileImr, imrFilingInput, filing(caseId, ON, { confirmationNumber }), { on: ON }),
    );
    expect(await assemble()).toMatchObject({ assembled: 1 });
    const tasks = (await office.read(caseId, ON))?.manualDeadlines ?? [];
    expect(tasks.flatMap(({ madeFor }) => (madeFor === 'send-packet' ? [madeFor] : []))).toEqual(asked);
  });

  test('says what a second packet holds otherwise', async () => {
    const { caseId, letter } = await caseWithLetter();
    valueOf(await request({ caseId, exhibitIds: letter }));
    await assemble();
    const card = await addPaper(office, store, caseId, {
      kind: 'membership-card',
      title: 'Card',
      pages: page,
    });
    const offered = await read((tx) => readPacketForm(tx, caseId, localDate(ON)));
    expect(offered?.values.exhibits.map(({ id }) => id)).toEqual([letter, card]);
    valueOf(await request({ caseId, exhibitIds: [card, letter] }));
    await assemble();
    expect((await latestOf(caseId)).changes).toEqual([
      'Exhibits added: A Card.',
      'Exhibits with another letter: A is now B.',
    ]);
  });

  test('gives up a packet whose paper was changed meanwhile, in a sentence, and keeps nothing', async () => {
    const { caseId, letter } = await caseWithLetter();
    valueOf(await request({ caseId, exhibitIds: letter }));
    await office.owner.pool.query(
      `update documents set withdrawn_at = now(), withdrawn_by = added_by, withdrawn_reason = 'x' where id = $1`,
      [letter],
    );
    const before = await blobsIn(store);
    expect(await assemble()).toEqual({ assembled: 0, failed: 1, errors: 0 });
    const packet = await latestOf(caseId);
    expect(packet.state).toBe('failed');
    expect(packet.failure).toMatch(
      /^“Denial letter” was changed or withdrawn after the packet was asked for\./,
    );
    expect(await blobsIn(store)).toBe(before);
    expect(await eventsOf(caseId)).toEqual(['packet.requested', 'packet.failed']);
  });

  test('gives up a packet whose paper cannot be opened in the store', async () => {
    const { caseId, letter } = await caseWithLetter();
    valueOf(await request({ caseId, exhibitIds: letter }));
    expect(await assemble(openTestStore())).toEqual({ assembled: 0, failed: 1, errors: 0 });
    expect((await latestOf(caseId)).failure).toMatch(/^“Denial letter” could not be read\./);
  });

  test('gives up a packet whose paper is no PDF', async () => {
    const caseId = await deniedCase();
    const broken = Buffer.concat([page.subarray(0, 400), Buffer.alloc(2_000, 'x')]);
    const letter = await addPaper(office, store, caseId, {
      kind: 'denial-letter',
      title: 'Broken',
      pages: broken,
      pageCount: 1,
    });
    valueOf(await request({ caseId, exhibitIds: letter }));
    expect(await assemble()).toEqual({ assembled: 0, failed: 1, errors: 0 });
    expect((await latestOf(caseId)).failure).toMatch(/^“Broken” could not be read\./);
  });

  test('gives up a packet when the disk is full, and leaves nothing of it there', async () => {
    const folder = path.join(temporaryFolder(), 'documents');
    const keys = masterKeys({ DOCUMENT_KEY: newMasterKey() });
    store = sealedStore(diskBlobs(folder), keys);
    const { caseId, letter } = await caseWithLetter();
    valueOf(await request({ caseId, exhibitIds: letter }));
    const full = sealedStore(
      diskBlobs(folder, async (file) => {
        const handle = await fs.open(file, 'wx');
        return {
          write: () =>
            Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })),
          sync: () => handle.sync(),
          close: () => handle.close(),
        } as never;
      }),
      keys,
    );
    expect(await assemble(full)).toEqual({ assembled: 0, failed: 1, errors: 0 });
    expect((await latestOf(caseId)).failure).toMatch(/^There is no room left where documents are kept/);
    expect(await blobsIn(store)).toBe(1);

    valueOf(await request({ caseId, exhibitIds: letter }));
    expect(await assemble()).toEqual({ assembled: 1, failed: 0, errors: 0 });
  });

  test('leaves alone what another worker holds, and takes it over once that one is silent', async () => {
    const { caseId, letter } = await caseWithLetter();
    valueOf(await request({ caseId, exhibitIds: letter }));
    const now = momentOf(ON);
    const claim = await inLedger(office.worker.db, systemActor(office.officeId), localDate(ON), (tx) =>
      claimPacket(tx, now),
    );
    expect(claim?.caseId).toBe(caseId);
    expect(await assemble()).toEqual({ assembled: 0, failed: 0, errors: 0 });
    const later = new Date(now.getTime() + 120_000).toISOString();
    expect(await assemble(store, later)).toEqual({ assembled: 1, failed: 0, errors: 0 });
  });

  test('gives up a packet under which workers die again and again', async () => {
    const { caseId, letter } = await caseWithLetter();
    valueOf(await request({ caseId, exhibitIds: letter }));
    await office.owner.pool.query(`update packets set attempt_count = 3 where case_id = $1`, [caseId]);
    expect(await assemble()).toEqual({ assembled: 0, failed: 1, errors: 0 });
    expect((await latestOf(caseId)).failure).toMatch(/^The packet was begun several times/);
  });

  test('shares packets with another worker and makes each once', async () => {
    const cases = await Promise.all([caseWithLetter(), caseWithLetter(), caseWithLetter()]);
    for (const { caseId, letter } of cases) valueOf(await request({ caseId, exhibitIds: letter }));
    const [one, other] = await Promise.all([assemble(), assemble()]);
    expect(one.assembled + other.assembled).toBe(3);
    for (const { caseId } of cases)
      expect(await eventsOf(caseId)).toEqual(['packet.requested', 'packet.assembled']);
  });
});

describe('saving a packet', () => {
  const save = (caseId: string, packetId: string) =>
    inUnitOfWork(office.app.db, office.person('caseworker'), momentOf(ON), (unit) =>
      savePacket(unit, { caseId, packetId }),
    );

  test('is on the case’s record', async () => {
    const { caseId, letter } = await caseWithLetter();
    valueOf(await request({ caseId, exhibitIds: letter }));
    const { id } = await latestOf(caseId);
    expect(await save(caseId, id)).toMatchObject({ because: 'not-found' });
    await assemble();
    expect(valueOf(await save(caseId, id)).number).toBe(1);
    expect(await eventsOf(caseId)).toEqual(['packet.requested', 'packet.assembled', 'packet.saved']);
  });

  test('finds no packet of another case, and none that was made up', async () => {
    const { caseId, letter } = await caseWithLetter();
    const other = await caseWithLetter();
    valueOf(await request({ caseId, exhibitIds: letter }));
    await assemble();
    const { id } = await latestOf(caseId);
    for (const [ofCase, packetId] of [
      [other.caseId, id],
      [caseId, randomUUID()],
      [caseId, 'x'],
      ['x', id],
    ] as const)
      expect(await save(ofCase, packetId)).toMatchObject({ because: 'not-found' });
  });
});
