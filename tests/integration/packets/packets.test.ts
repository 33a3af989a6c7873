import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { inOffice } from '../../../lib/db/unit-of-work.ts';
import type { DocumentStore } from '../../../lib/document-store/document-store.ts';
import { assemblePackets } from '../../../lib/packets/assemble-packets.ts';
import { packetInput } from '../../../lib/packets/input.ts';
import { listPackets, readReadyPacket } from '../../../lib/packets/queries.ts';
import { requestPacket } from '../../../lib/packets/request-packet.ts';
import { pageCountOf, textOfPage } from '../../../lib/pages/read-pages.ts';
import { aCase } from '../../support/a-case.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { openTestStore } from '../../support/document-store.ts';
import { openTestOffice, type TestOffice, valueOf, violationsOf } from '../../support/office.ts';
import { addPaper, documentContext, pagesOfText } from '../../support/packets.ts';

let database: TestDatabase;
let office: TestOffice;
let store: DocumentStore;
beforeAll(async () => {
  database = await cloneDatabase();
  office = await openTestOffice(database);
  store = openTestStore();
});
afterAll(async () => {
  await office.close();
  await database.drop();
});

const ON = '2026-06-10';
const request = (typed: Record<string, unknown>, as = office.person('caseworker')) =>
  office.run(requestPacket, packetInput, { channel: 'fax', ...typed }, { on: ON, as });
const assemble = () => assemblePackets(documentContext(office, store, ON), { officeId: office.officeId });
const packetsOf = (caseId: string) =>
  inOffice(office.app.db, office.person('caseworker'), localDate(ON), (tx) => listPackets(tx, caseId));
const deniedCase = () => aCase().denied('2026-05-04', 'medical-necessity').in(office);

describe('a packet', () => {
  test('becomes one paper with every page of its exhibits', async () => {
    const caseId = await deniedCase();
    const letter = await addPaper(office, store, caseId, {
      kind: 'denial-letter',
      title: 'Denial letter',
      pages: await pagesOfText('Denied one', 'Denied two'),
    });
    const records = await addPaper(office, store, caseId, {
      kind: 'medical-records',
      title: 'Records',
      pages: await pagesOfText('Chart'),
    });
    valueOf(await request({ caseId, exhibitIds: [letter, records] }));
    expect(await assemble()).toEqual({ assembled: 1, failed: 0, errors: 0 });
    const [packet] = await packetsOf(caseId);
    expect(packet).toMatchObject({ state: 'ready', number: 1, changes: [] });
    const ready = await inOffice(office.app.db, office.person('caseworker'), localDate(ON), (tx) =>
      readReadyPacket(tx, caseId, packet?.id ?? ''),
    );
    const pdf = await store.read(ready!.sealed);
    expect(await pageCountOf(pdf)).toBe(packet?.pageCount);
    const text = await textOfPage(pdf, packet!.pageCount);
    expect(text).toContain('Chart');
    expect(text).toContain(`page ${packet!.pageCount} of ${packet!.pageCount}`);
  });
});
