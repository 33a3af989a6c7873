import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeCase } from '../../../lib/cases/close-case.ts';
import { closureInput } from '../../../lib/cases/input.ts';
import { auditEvents } from '../../../lib/db/schema.ts';
import { documents, documentVersions, storedFiles, uploads } from '../../../lib/db/schema-documents.ts';
import { openStaging } from '../../../lib/uploads/staging.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestOffice, type TestOffice } from '../../support/office.ts';
import { brokenOff, type Desk, NOW, openDesk, textFile } from './sending.ts';

let database: TestDatabase;
let office: TestOffice;
let elsewhere: TestOffice;
let caseId: string;
let desk: Desk;

beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  elsewhere = await openTestOffice(database);
});
afterAll(async () => {
  await office.close();
  await elsewhere.close();
  await database.drop();
});
beforeEach(async () => {
  await office.owner.db.delete(uploads);
  caseId = await office.openCase({ on: '2026-06-01' });
  desk = openDesk(office);
});

const documentsOf = (of = caseId) => office.owner.db.select().from(documents).where(eq(documents.caseId, of));
const idIn = (path: string) => path.split('/').at(-1) ?? '';
const kept = () =>
  fs
    .readdirSync(desk.folders.documents, { recursive: true })
    .filter((name) => /[0-9a-f]{32}/.test(String(name)));

describe('a file that is sent', () => {
  test('becomes a document to be looked at, sealed, with an event', async () => {
    const file = textFile(150_000);
    const response = await desk.sendWhole(
      { caseId, kind: 'plan-response', fileName: 'Answer of the plan.txt' },
      file,
    );
    expect(response.status).toBe(204);
    const documentId = response.headers.get('recourse-document') ?? '';
    expect(response.headers.get('recourse-already-here')).toBeNull();

    const [document] = await documentsOf();
    expect(document).toMatchObject({
      id: documentId,
      kind: 'plan-response',
      title: 'Answer of the plan',
      fileName: 'Answer of the plan.txt',
      state: 'checking',
      versionNumber: 1,
      addedBy: office.person('caseworker').userId,
    });
    const [version] = await office.owner.db
      .select()
      .from(documentVersions)
      .where(eq(documentVersions.documentId, documentId));
    expect(version).toMatchObject({ number: 1, change: 'uploaded', pagesFileId: null });
    const [stored] = await office.owner.db
      .select()
      .from(storedFiles)
      .where(eq(storedFiles.id, version?.originalFileId ?? ''));
    if (!stored) throw new Error('the file was not recorded');
    expect(stored).toMatchObject({
      caseId,
      mediaType: 'text/plain',
      byteCount: file.length,
      sha256: document?.sha256,
    });
    expect(await desk.settings.store.read(stored)).toEqual(file);
    const events = await office.owner.db
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.subjectId, documentId));
    expect(events.map(({ event }) => event)).toEqual(['document.added']);
    expect(fs.readdirSync(desk.folders.uploads)).toEqual([]);
  });

  test('wakes the worker', async () => {
    const client = await office.owner.pool.connect();
    try {
      const heard = Promise.withResolvers<string>();
      client.on('notification', ({ channel }) => heard.resolve(channel));
      await client.query('listen document_work');
      await desk.sendWhole({ caseId }, textFile(100));
      expect(await heard.promise).toBe('document_work');
    } finally {
      client.release(true);
    }
  });

  test('is nowhere in plain text, not even while it comes in', async () => {
    const file = textFile(100_000);
    const path = await desk.begin({ caseId, length: file.length });
    await desk.patch(path, 0, file.subarray(0, 80_000));
    const staged = fs.readFileSync(`${desk.folders.uploads}/${idIn(path)}`);
    expect(staged.length).toBeGreaterThan(80_000);
    expect(staged.includes('medically necessary')).toBe(false);
    await desk.patch(path, 80_000, file.subarray(80_000));
    for (const name of kept())
      expect(fs.readFileSync(`${desk.folders.documents}/${String(name)}`).includes('medically')).toBe(false);
  });

  test('is named by what a person typed in words alone', async () => {
    const names = [
      ['../../../etc/passwd.txt', '../../../etc/passwd.txt'],
      ['C:\\secret\\con.txt', 'C:\\secret\\con.txt'],
      ['invoice\u202etxt.exe.txt', 'invoice txt.exe.txt'],
      ['two\r\nlines\u0000\u001b[31m.txt', 'two lines [31m.txt'],
      [`${'long'.repeat(75)}.txt`, expect.stringMatching(/^long.{175}…long.{12}\.txt$/)],
      ['نامه.txt', 'نامه.txt'],
    ] as const;
    for (const [fileName] of names)
      expect((await desk.sendWhole({ caseId, fileName }, textFile(90))).status).toBe(204);
    const found = (await documentsOf()).map(({ fileName }) => fileName);
    expect(found.toSorted()).toEqual(expect.arrayContaining(names.map(([, shown]): unknown => shown)));
    expect(found).toHaveLength(names.length);
    for (const name of kept()) expect(String(name)).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{32}$/);
  });
});

describe('an upload that broke off', () => {
  test('goes on from what is safely here, in the middle of a part', async () => {
    const file = textFile(500_000);
    const path = await desk.begin({ caseId, length: file.length });
    const broken = await desk.patch(path, 0, brokenOff(file.subarray(0, 210_001)));
    expect(broken.ok).toBe(false);
    const offset = await desk.offsetOf(path);
    expect(offset).toBeLessThanOrEqual(210_001);
    const rest = await desk.patch(path, offset, file.subarray(offset));
    expect(rest.headers.get('recourse-document')).toBe(idIn(path));
    const [stored] = await office.owner.db.select().from(storedFiles).where(eq(storedFiles.caseId, caseId));
    expect(stored && (await desk.settings.store.read(stored))).toEqual(file);
  });

  test('goes on after a crash that left half a frame, or bytes that never reached the disk', async () => {
    const file = textFile(300_000);
    const path = await desk.begin({ caseId, length: file.length });
    await desk.patch(path, 0, file.subarray(0, 100_000));
    const staged = `${desk.folders.uploads}/${idIn(path)}`;
    const whole = fs.readFileSync(staged);
    const claimed = Buffer.concat([Buffer.from([0, 0, 0, 40]), Buffer.alloc(12 + 40 + 16)]);
    for (const tail of [Buffer.from([0, 0]), claimed.subarray(0, 30), claimed, Buffer.alloc(5_000)]) {
      fs.writeFileSync(staged, Buffer.concat([whole, tail]));
      expect(await desk.offsetOf(path)).toBe(100_000);
      expect(fs.statSync(staged).size).toBe(whole.length);
    }
    fs.writeFileSync(staged, whole.subarray(0, -1));
    expect(await desk.offsetOf(path)).toBe(65_536);
    expect((await desk.patch(path, 65_536, file.subarray(65_536))).status).toBe(204);
    const [stored] = await office.owner.db.select().from(storedFiles).where(eq(storedFiles.caseId, caseId));
    expect(stored && (await desk.settings.store.read(stored))).toEqual(file);
  });

  test('is recorded when the server went down between its last byte and the record', async () => {
    const file = textFile(80_000);
    const path = await desk.begin({ caseId, length: file.length });
    const failing = { ...desk.settings.store, keep: () => Promise.reject(new Error('the server went down')) };
    expect((await desk.patch(path, 0, file, { replaced: { store: failing } })).status).toBe(500);
    expect(await documentsOf()).toEqual([]);

    const asked = await desk.send('HEAD', path);
    expect(asked.headers.get('upload-offset')).toBe(String(file.length));
    expect(asked.headers.get('recourse-document')).toBe(idIn(path));
    expect(await documentsOf()).toHaveLength(1);
  });

  test('makes one document however often its end is sent', async () => {
    const file = textFile(70_000);
    const path = await desk.begin({ caseId, length: file.length });
    await desk.patch(path, 0, file.subarray(0, 60_000));
    const ends = await Promise.all([
      desk.patch(path, 60_000, file.subarray(60_000)),
      desk.patch(path, 60_000, file.subarray(60_000)),
      desk.send('HEAD', path),
    ]);
    expect(ends.map(({ status }) => String(status)).toSorted()).toEqual(['200', '204', '409']);
    for (let asked = 0; asked < 2; asked += 1)
      expect((await desk.send('HEAD', path)).headers.get('recourse-document')).toBe(idIn(path));
    expect(await documentsOf()).toHaveLength(1);
    expect(kept()).toHaveLength(1);
  });

  test('is told where it stands when it sends the wrong part', async () => {
    const file = textFile(70_000);
    const path = await desk.begin({ caseId, length: file.length });
    await desk.patch(path, 0, file.subarray(0, 30_000));
    for (const offset of [0, 29_999, 30_001]) {
      const response = await desk.patch(path, offset, file.subarray(0, 100));
      expect(response.status).toBe(409);
      expect(await response.text()).toContain('ask where the upload stands');
    }
    expect(await desk.offsetOf(path)).toBe(30_000);
  });

  test('takes no byte more than it announced', async () => {
    const path = await desk.begin({ caseId, length: 50 });
    expect((await desk.patch(path, 0, textFile(51))).status).toBe(413);
    expect((await desk.patch(path, 0, brokenOff(textFile(60)))).ok).toBe(false);
    expect(await documentsOf()).toEqual([]);
  });

  test('waits three days and is not there afterwards', async () => {
    const path = await desk.begin({ caseId, length: 100 });
    const after = (days: number) => new Date(NOW.getTime() + days * 86_400_000);
    expect((await desk.send('HEAD', path, { at: after(2.9) })).status).toBe(200);
    expect((await desk.send('HEAD', path, { at: after(3) })).status).toBe(404);
  });

  test('can be given up, which destroys what came', async () => {
    const path = await desk.begin({ caseId, length: 100 });
    await desk.patch(path, 0, textFile(60));
    expect((await desk.send('DELETE', path)).status).toBe(204);
    expect((await desk.send('HEAD', path)).status).toBe(404);
    expect(fs.readdirSync(desk.folders.uploads)).toEqual([]);
  });
});

describe('the same file twice', () => {
  test('makes no second document and leads to the first', async () => {
    const file = textFile(90_000);
    const first = await desk.sendWhole({ caseId, fileName: 'Denial — Ñandú.txt' }, file);
    const second = await desk.sendWhole({ caseId, fileName: 'copy.txt' }, file, {
      as: office.person('supervisor'),
    });
    expect(second.status).toBe(204);
    expect(second.headers.get('recourse-document')).toBe(first.headers.get('recourse-document'));
    expect(decodeURIComponent(second.headers.get('recourse-already-here') ?? '')).toBe('Denial — Ñandú');
    expect(await documentsOf()).toHaveLength(1);
    expect(kept()).toHaveLength(1);
  });

  test('at the same moment is recorded once', async () => {
    const file = textFile(90_000);
    const both = await Promise.all([desk.sendWhole({ caseId }, file), desk.sendWhole({ caseId }, file)]);
    expect(new Set(both.map(({ headers }) => headers.get('recourse-document'))).size).toBe(1);
    expect(await documentsOf()).toHaveLength(1);
    expect(kept()).toHaveLength(1);
  });

  test('is two documents on two cases, and after the first was withdrawn or refused', async () => {
    const file = textFile(900);
    await desk.sendWhole({ caseId }, file);
    const other = await office.openCase({ on: '2026-06-01' });
    await desk.sendWhole({ caseId: other }, file);
    expect(await documentsOf(other)).toHaveLength(1);
    await office.owner.db
      .update(documents)
      .set({ state: 'refused', refusal: 'not-readable' })
      .where(eq(documents.caseId, caseId));
    await desk.sendWhole({ caseId }, file);
    expect(await documentsOf()).toHaveLength(2);
  });
});

describe('what is not taken in', () => {
  test('a file above the limit is refused before any of it is sent', async () => {
    const small = openDesk(office, { limitMegabytes: 1 });
    const response = await small.announce({ caseId, length: 1_048_577 });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('larger than a document may be (1 MB)');
    expect((await small.announce({ caseId, length: 1_048_576 })).status).toBe(201);
  });

  test.each([
    ['is empty', Buffer.alloc(0), 'letter.txt', 'This file is empty.'],
    [
      'is a program',
      Buffer.concat([Buffer.from('MZ\u0000\u0001'), Buffer.alloc(9_000)]),
      'tool.exe',
      'not a type of file',
    ],
    [
      'is disguised',
      Buffer.concat([Buffer.from('MZ\u0000\u0001'), Buffer.alloc(9_000)]),
      'a.pdf',
      'The end of the file’s name',
    ],
  ])('a file that %s is refused at its first bytes', async (_, file, fileName, sentence) => {
    const announced = await desk.announce({ caseId, fileName, length: file.length });
    const response =
      announced.status === 201
        ? await desk.patch(announced.headers.get('location') ?? '', 0, file.subarray(0, 5_000))
        : announced;
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await response.text()).toContain(sentence);
    expect(await documentsOf()).toEqual([]);
    expect(await office.owner.db.select().from(uploads).where(eq(uploads.caseId, caseId))).toEqual([]);
  });

  test('nothing is added to a closed case, begun or at its end', async () => {
    const file = textFile(200);
    const path = await desk.begin({ caseId, length: file.length });
    const closed = await office.run(
      closeCase,
      closureInput,
      { caseId, outcome: 'client-withdrew' },
      { on: '2026-06-11', as: office.person('supervisor') },
    );
    expect(closed.ok).toBe(true);
    for (const response of [await desk.announce({ caseId, length: 10 }), await desk.patch(path, 0, file)]) {
      expect(response.status).toBe(422);
      expect(await response.text()).toContain('This case is closed');
    }
    expect(await documentsOf()).toEqual([]);
    expect(kept()).toEqual([]);
  });

  test('a forty-first upload waits until one of the forty is done, or two hours old', async () => {
    const paths: string[] = [];
    for (let count = 0; count < 40; count += 1) paths.push(await desk.begin({ caseId, length: 10 }));
    const refused = await desk.announce({ caseId, length: 10 });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('40 uploads in the last hours that are not finished');
    expect((await desk.announce({ caseId, length: 10 }, { as: office.person('supervisor') })).status).toBe(
      201,
    );
    await desk.send('DELETE', paths[0] ?? '');
    expect((await desk.announce({ caseId, length: 10 })).status).toBe(201);
    const later = { at: new Date(NOW.getTime() + 2 * 3_600_000) };
    expect((await desk.announce({ caseId, length: 10 }, later)).status).toBe(201);
  });

  test('what is said of the file has to make sense', async () => {
    const wrong = await desk.announce({ caseId, kind: 'spell', length: 10 });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Choose what this document is');
    expect((await desk.announce({ caseId, fileName: ' \u0000 ', length: 10 })).status).toBe(422);
    expect((await desk.send('POST', '/api/uploads', { headers: { 'upload-length': '10' } })).status).toBe(
      422,
    );
  });
});

describe('who is not to know of it', () => {
  const isNotFound = async (response: Response) => {
    expect(response.status).toBe(404);
    return response.text();
  };

  test('nobody else continues, asks after or ends an upload', async () => {
    const path = await desk.begin({ caseId, length: 100 });
    for (const as of [office.person('supervisor'), elsewhere.person('caseworker')]) {
      expect((await desk.send('HEAD', path, { as })).status).toBe(404);
      await isNotFound(await desk.patch(path, 0, textFile(100), { as }));
      await isNotFound(await desk.send('DELETE', path, { as }));
    }
    expect(await desk.offsetOf(path)).toBe(0);
  });

  test('a made-up id is answered like another person’s', async () => {
    const path = await desk.begin({ caseId, length: 100 });
    const as = office.person('supervisor');
    const answers = [
      await isNotFound(await desk.patch(path, 0, textFile(100), { as })),
      await isNotFound(await desk.patch(`/api/uploads/${randomUUID()}`, 0, textFile(100))),
      await isNotFound(await desk.patch('/api/uploads/..%2f..%2fetc', 0, textFile(100))),
      await isNotFound(await desk.patch('/api/uploads/1', 0, textFile(100))),
    ];
    expect(new Set(answers).size).toBe(1);
  });

  test('no upload begins on a case that is another office’s, restricted or made up', async () => {
    const foreign = await elsewhere.openCase({ on: '2026-06-01' });
    const restricted = await office.openCase({ on: '2026-06-01' });
    await office.owner.pool.query(
      `insert into restrictions (office_id, case_id, restricted_by, restricted_at, ground, reason) values ($1, $2, $3, now(), 'domestic-violence', 'x')`,
      [office.officeId, restricted, office.person('supervisor').userId],
    );
    const answers = [];
    for (const id of [foreign, restricted, randomUUID()])
      answers.push(await isNotFound(await desk.announce({ caseId: id, length: 10 })));
    expect(new Set(answers).size).toBe(1);
  });

  test('an upload is gone for somebody whom a restriction shut out', async () => {
    const path = await desk.begin({ caseId, length: 100 });
    await office.owner.pool.query(
      `insert into restrictions (office_id, case_id, restricted_by, restricted_at, ground, reason) values ($1, $2, $3, now(), 'domestic-violence', 'x')`,
      [office.officeId, caseId, office.person('supervisor').userId],
    );
    expect((await desk.send('HEAD', path)).status).toBe(404);
    await isNotFound(await desk.patch(path, 0, textFile(100)));
  });
});

test('a full disk loses nothing that was said to be safe, and says so', async () => {
  const file = textFile(300_000);
  const path = await desk.begin({ caseId, length: file.length });
  await desk.patch(path, 0, file.subarray(0, 100_000));
  let left = 90_000;
  const full = openStaging(desk.folders.uploads, desk.keys, async (name, flags) => {
    const handle = await fs.promises.open(name, flags);
    const write = handle.write.bind(handle) as (...given: unknown[]) => Promise<{ bytesWritten: number }>;
    return Object.assign(handle, {
      async write(chunk: Buffer, from: number, length: number, at: number) {
        if (left <= 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
        const taken = Math.min(left, length);
        left -= taken;
        return write(chunk, from, taken, at);
      },
    }) as fs.promises.FileHandle;
  });
  const refused = await desk.patch(path, 100_000, file.subarray(100_000), { replaced: { staging: full } });
  expect(refused.status).toBe(507);
  expect(await refused.text()).toContain('no room left');
  expect(await desk.offsetOf(path)).toBe(165_536);
  expect((await desk.patch(path, 165_536, file.subarray(165_536))).status).toBe(204);
  const [stored] = await office.owner.db.select().from(storedFiles).where(eq(storedFiles.caseId, caseId));
  expect(stored && (await desk.settings.store.read(stored))).toEqual(file);
});

test('the protocol is announced to programs that ask, and to no other site', async () => {
  const response = await desk.send('OPTIONS', '/api/uploads');
  expect(response.headers.get('tus-version')).toBe('1.0.0');
  expect(response.headers.get('tus-extension')).toBe('creation,termination');
  expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
});
