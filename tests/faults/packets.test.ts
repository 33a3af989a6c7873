import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diskBlobs } from '../../lib/document-store/disk-store.ts';
import { type DocumentStore, sealedStore } from '../../lib/document-store/document-store.ts';
import { masterKeys, newMasterKey } from '../../lib/document-store/file-keys.ts';
import { assemblePackets } from '../../lib/packets/assemble-packets.ts';
import { packetInput } from '../../lib/packets/input.ts';
import { requestPacket } from '../../lib/packets/request-packet.ts';
import { picturesToPdf, toPicture } from '../../lib/pages/image-pages.ts';
import type { Picture } from '../../lib/pages/picture-page.ts';
import { aCase } from '../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/document-store.ts';
import { openTestOffice, type TestOffice, valueOf } from '../support/office.ts';
import { addPaper, documentContext, pagesOfText } from '../support/packets.ts';
import { checkPdf } from '../support/qpdf.ts';
import { tell } from './figures.ts';

const KILLS = 12;
const PROGRAM = path.join(import.meta.dirname, 'programs', 'assembling-worker.ts');

let database: TestDatabase;
let office: TestOffice;
let store: DocumentStore;
let folder: string;
const documentKey = newMasterKey();
const workers = new Set<ChildProcess>();
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  folder = path.join(temporaryFolder(), 'documents');
  store = sealedStore(diskBlobs(folder), masterKeys({ DOCUMENT_KEY: documentKey }));
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await office.close();
  await database.drop();
});

const rowsOf = async (sql: string, values: unknown[] = []) =>
  (await office.owner.pool.query<Record<string, unknown>>(sql, values)).rows;

const stateOf = async (caseId: string) =>
  (await rowsOf(`select state from packets where case_id = $1`, [caseId]))[0]?.['state'];

async function packetOf(papers: readonly Buffer[]): Promise<string> {
  const caseId = await aCase().denied('2026-05-04', 'medical-necessity').in(office);
  const exhibitIds: string[] = [];
  for (const [index, pages] of papers.entries())
    exhibitIds.push(
      await addPaper(office, store, caseId, { kind: 'medical-records', title: `Records ${index}`, pages }),
    );
  const asked = { caseId, channel: 'fax', exhibitIds };
  valueOf(await office.run(requestPacket, packetInput, asked, { on: '2026-06-10' }));
  return caseId;
}

function startWorker(): ChildProcess {
  const worker = spawn(process.execPath, [PROGRAM], {
    env: {
      PATH: '',
      NODE_ENV: 'test',
      DATABASE_WORKER_URL: database.workerUrl,
      STORE: folder,
      DOCUMENT_KEY: documentKey,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  workers.add(worker);
  worker.once('close', () => workers.delete(worker));
  return worker;
}

/** Kills it, or the program that assembles for it, so many milliseconds after it took the packet in hand. */
async function killAfter(caseId: string, milliseconds: number, whom: 'worker' | 'program'): Promise<void> {
  const worker = startWorker();
  const ended = once(worker, 'close');
  while (worker.exitCode === null && (await stateOf(caseId)) !== 'assembling') await pause(20);
  await pause(milliseconds);
  if (whom === 'program') for (const pid of childrenOf(worker.pid)) process.kill(pid, 'SIGKILL');
  else worker.kill('SIGKILL');
  await ended;
}

function childrenOf(pid: number | undefined): number[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  return fs.existsSync(list)
    ? fs.readFileSync(list, 'utf8').trim().split(' ').filter(Boolean).map(Number)
    : [];
}

test('workers killed one after another leave one packet, whole, and no half of one', async () => {
  const pages = await pagesOfText(...Array.from({ length: 40 }, (_, page) => `Page ${page}`));
  const caseId = await packetOf([pages, pages, pages]);
  let inHand = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    await killAfter(caseId, kill * 120, kill % 3 === 2 ? 'program' : 'worker');
    const state = await stateOf(caseId);
    if (state === 'ready') break;
    inHand += 1;
    // As if its lease had run out, and nobody were tired of trying.
    await rowsOf(
      `update packets set attempt_count = 0, state = 'waiting', claimed_at = null where case_id = $1 and state = 'assembling'`,
      [caseId],
    );
  }
  const last = startWorker();
  await once(last, 'close');

  const packets = await rowsOf(
    `select p.state, p.page_count, f.storage_key, f.wrapped_key, f.master_key_id, f.byte_count, f.sha256
     from packets p left join stored_files f on f.id = p.file_id where p.case_id = $1`,
    [caseId],
  );
  expect(packets.map(({ state }) => state)).toEqual(['ready']);
  const [file] = packets;
  const pdf = await store.read({
    storageKey: String(file?.['storage_key']),
    wrappedKey: String(file?.['wrapped_key']),
    masterKeyId: String(file?.['master_key_id']),
    byteCount: Number(file?.['byte_count']),
    sha256: String(file?.['sha256']),
  });
  expect(await checkPdf(pdf)).toMatchObject({ exitCode: 0 });
  const events = await rowsOf(
    `select event from audit_events where case_id = $1 and event like 'packet.%' order by seq`,
    [caseId],
  );
  expect(events.map(({ event }) => event)).toEqual(['packet.requested', 'packet.assembled']);
  const tasks = await rowsOf(`select made_for from manual_deadlines where case_id = $1`, [caseId]);
  expect(tasks).toEqual([{ made_for: 'send-packet' }]);
  const [kept] = await rowsOf(`select count(*)::int as count from stored_files where case_id = $1`, [caseId]);
  expect(kept).toEqual({ count: 4 });
  expect(inHand).toBeGreaterThan(KILLS / 2);
  tell(`kill -9 ×${inHand} while a packet is put together: one packet, whole`);
});

test('a packet of 300 pages of photos and text takes less than a minute and 500 megabytes', async () => {
  const grains = await Promise.all([0, 1, 2].map(photographed));
  const photos: Buffer[] = [];
  for (let document = 0; document < 20; document += 1) {
    const pictures = Array.from({ length: 10 }, (_, page) =>
      unlike(grains[page % 3] as Picture, `${document} ${page}`),
    );
    photos.push(await picturesToPdf(pictures));
  }
  const text = await pagesOfText(
    ...Array.from({ length: 100 }, (_, page) => `Page ${page}\n\n${WORDS.repeat(30)}`),
  );
  const caseId = await packetOf([text, ...photos]);
  const figures: Record<string, unknown>[] = [];
  const context = documentContext(office, store, '2026-06-10');
  const log = { ...context.log, info: (figure: Record<string, unknown>) => void figures.push(figure) };
  const began = performance.now();
  expect(
    await assemblePackets({ ...context, log: log as never }, { officeId: office.officeId }),
  ).toMatchObject({ assembled: 1 });
  const seconds = (performance.now() - began) / 1_000;
  const [packet] = await rowsOf(
    `select p.page_count, f.byte_count from packets p join stored_files f on f.id = p.file_id where p.case_id = $1`,
    [caseId],
  );
  const peakMegabytes = Number(figures[0]?.['peakMegabytes']);
  const pageCount = Number(packet?.['page_count']);
  const megabytes = Math.round(Number(packet?.['byte_count']) / 1e6);
  tell(
    `a packet of ${pageCount} pages, ${megabytes} MB: ${seconds.toFixed(1)} s, ${peakMegabytes} MB of memory`,
  );
  expect(pageCount).toBeGreaterThan(300);
  expect(seconds).toBeLessThan(60);
  expect(peakMegabytes).toBeLessThan(500);
});

const WORDS = 'The plan denied what the doctor found necessary, and the records show why it is. ';

const photographed = (seed: number): Promise<Picture> =>
  toPicture(sharp(noisyPage(seed), { raw: { width: 1_700, height: 2_200, channels: 3 } }).blur(0.6));

/** The same to the eye, and other bytes: no two photos are the same file. */
const unlike = (picture: Picture, mark: string): Picture => ({
  ...picture,
  jpeg: Buffer.concat([picture.jpeg, Buffer.from(mark)]),
});

/** What a camera makes of a page: lines of writing under grain. */
function noisyPage(seed: number): Buffer {
  const [width, height] = [1_700, 2_200];
  const pixels = Buffer.alloc(width * height * 3);
  let state = seed + 1;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    const isInk = y % 40 < 12 && x > 150 && x < 1_550 && (x * 7 + Math.floor(y / 40)) % 23 < 9;
    pixels[at] = isInk ? 40 : 190 + ((state >>> 16) % 24);
  }
  return pixels;
}
