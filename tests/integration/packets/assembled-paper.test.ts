import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DocumentStore } from '../../../lib/document-store/document-store.ts';
import { assembleInChild } from '../../../lib/packets/assembling-child.ts';
import type { PacketContents } from '../../../lib/packets/contents.ts';
import { imageToPdfPage } from '../../../lib/pages/image-pages.ts';
import { pageCountOf, renderPage, textOfPage } from '../../../lib/pages/read-pages.ts';
import { openTestStore } from '../../support/document-store.ts';
import { restrictedPdf } from '../../support/files/pdfs.ts';
import { pagesOfText } from '../../support/packets.ts';
import { checkPdf } from '../../support/qpdf.ts';

const NAMES = {
  Spanish: 'María Nuñez Órtiz',
  Vietnamese: 'Nguyễn Thị Hồng Phượng',
  Chinese: '陈小明',
  Korean: '김민준',
  Armenian: 'Արմեն Պետրոսյան',
  Arabic: 'محمد عبد الله',
  Farsi: 'نازنین پژمان گودرزی',
};

let store: DocumentStore;
let packet: Buffer;
let texts: string[];
let pageCount: number;

type Paper = { readonly bytes: Buffer; readonly pageCount: number };

const exhibit = (letter: string, title: string, { pageCount: count }: Paper) => ({
  letter,
  title,
  documentId: `document-${letter}`,
  versionNumber: 1,
  pageCount: count,
  kind: 'medical-records' as const,
  letterOn: '2026-06-05',
});

function contentsOf(more: Partial<PacketContents>): PacketContents {
  return {
    caseNumber: '2026-000311',
    clientName: NAMES.Spanish,
    regulator: 'DMHC',
    channel: 'fax',
    isExpedited: true,
    destination: { name: 'DMHC', lines: ['916-255-5241'], source: 'dmhc.ca.gov', checked: 'agency' },
    sender: { office: 'Golden Valley Health Advocates', phone: '559-555-0100', person: 'Inés Caldera' },
    datedOn: '2026-06-10',
    plan: 'Health Net',
    memberNumber: 'HN-1',
    application: {
      compareWith: 'the current form',
      fields: Object.entries(NAMES).map(([label, value], index) => ({
        number: String(index + 1),
        label,
        section: 'Names',
        value,
        isAsked: true,
        certainty: index % 2 === 0 ? ('verified' as const) : ('unverified' as const),
      })),
    },
    form: null,
    statements: [
      {
        kind: 'extension',
        title: 'Why this application is late',
        from: { text: 'She was in the hospital.\n\n#image("/etc/passwd") [x] *y*', signature: NAMES.Korean },
      },
    ],
    exhibits: [],
    missing: [{ title: 'Never on paper', weight: 'blocks' }],
    ...more,
  };
}

async function assemble(contents: PacketContents, papers: readonly Paper[], form?: Paper) {
  const all = [...(form ? [form] : []), ...papers];
  const files = await Promise.all(
    all.map(async ({ bytes }) => ({ sealed: await store.keep(bytes, 'application/pdf'), name: 'Paper' })),
  );
  const made = await assembleInChild({
    store,
    files,
    order: {
      contents,
      number: 3,
      isCareful: false,
      files: all.map((paper) => ({
        role: paper === form ? 'form' : 'paper',
        byteCount: paper.bytes.length,
        pageCount: paper.pageCount,
      })),
    },
    onStep: async () => undefined,
  });
  return { bytes: await store.read(made.file), pageCount: made.pageCount };
}

const photo = () =>
  sharp({ create: { width: 900, height: 1200, channels: 3, background: '#b0c4de' } })
    .jpeg()
    .toBuffer();

let letter: Paper;
let picture: Paper;
let contents: PacketContents;
beforeAll(async () => {
  store = openTestStore();
  letter = {
    bytes: await pagesOfText('Denied on the first page', 'Denied on the second page'),
    pageCount: 2,
  };
  picture = { bytes: await imageToPdfPage(await photo()), pageCount: 1 };
  contents = contentsOf({
    exhibits: [exhibit('A', `Letter for ${NAMES.Armenian}`, letter), exhibit('B', 'Photo', picture)],
  });
  ({ bytes: packet, pageCount } = await assemble(contents, [letter, picture]));
  texts = [];
  for (let page = 1; page <= pageCount; page += 1)
    texts.push(
      (await textOfPage(packet, page))
        .normalize('NFKC')
        .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''),
    );
});

describe('the paper of a packet', () => {
  test('is clean by qpdf and has as many pages as it says', async () => {
    expect(await checkPdf(packet)).toMatchObject({ exitCode: 0 });
    expect(await pageCountOf(packet)).toBe(pageCount);
  });

  test('has every page stamped with the case and its place', () => {
    for (const [index, text] of texts.entries()) {
      expect(text).toContain('Case 2026-000311');
      expect(text).toContain(`page ${index + 1} of ${pageCount}`);
    }
  });

  test('has every page of an exhibit stamped with its letter, and the pages themselves below', () => {
    const ofExhibit = (stamp: string) => texts.find((text) => text.includes(stamp)) ?? '';
    expect(ofExhibit('Exhibit A, page 1 of 2')).toContain('Denied on the first page');
    expect(ofExhibit('Exhibit A, page 2 of 2')).toContain('Denied on the second page');
    expect(ofExhibit('Exhibit B, page 1 of 1')).toContain('Exhibit B: Photo');
  });

  test.each(Object.entries(NAMES))('prints a %s name that a search finds', (_, name) => {
    expect(texts.join('\n')).toContain(name.normalize('NFKC'));
  });

  test('says on the cover where it goes, from whom, how many pages and that they are copies', () => {
    const [cover] = texts;
    for (const said of [
      '916-255-5241',
      'Golden Valley Health Advocates',
      'Inés Caldera',
      'These are copies',
      'Expedited',
      `${pageCount}, with this one`,
    ])
      expect(cover).toContain(said);
  });

  test('lists what is in it with the page each begins on', () => {
    const first = texts.findIndex((text) => text.includes('Exhibit A, page 1 of 2')) + 1;
    expect(texts[1]?.replace(/\s+/g, ' ')).toMatch(new RegExp(`Exhibit A .* 2 ${first}\\b`));
  });

  test('marks what has to be compared with the form, and says nothing of what is missing', () => {
    expect(texts.join('\n').match(/Check against the current form/g)).toHaveLength(3);
    expect(texts.join('\n')).not.toContain('Never on paper');
  });

  test('shows what somebody typed as it is: nothing of it is run', () => {
    expect(texts.join('\n')).toContain('#image("/etc/passwd") [x] *y*');
  });

  test('shows a photo as it was', async () => {
    const { jpeg } = await renderPage(packet, pageCount, { widthPixels: 600 });
    const middle = await sharp(jpeg).extract({ left: 280, top: 380, width: 40, height: 40 }).toBuffer();
    const { channels } = await sharp(middle).stats();
    expect(channels.map(({ mean }) => Math.round(mean / 10))).toEqual([18, 20, 22]);
  });

  test('has bookmarks for its parts, is tagged, in English, and of letter size', async () => {
    const document = await PDFDocument.load(packet, { updateMetadata: false });
    const titles: string[] = [];
    const walk = (item: PDFDict | undefined) => {
      for (let at = item; at; at = at.lookupMaybe(PDFName.of('Next'), PDFDict)) {
        titles.push((at.lookup(PDFName.of('Title')) as unknown as { decodeText(): string }).decodeText());
        walk(at.lookupMaybe(PDFName.of('First'), PDFDict));
      }
    };
    walk(document.catalog.lookup(PDFName.of('Outlines'), PDFDict).lookupMaybe(PDFName.of('First'), PDFDict));
    expect(titles).toEqual([
      'Fax',
      'What is in this packet',
      'Data of the application',
      'Names',
      'Why this application is late',
      `Exhibit A: Letter for ${NAMES.Armenian}, Fri, Jun 5, 2026`,
      'Exhibit B: Photo, Fri, Jun 5, 2026',
    ]);
    expect(
      document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString(),
    ).toBe('true');
    expect(document.catalog.get(PDFName.of('Lang'))?.toString()).toContain('en');
    for (const { width, height } of document.getPages().map((page) => page.getSize()))
      expect([width, height]).toEqual([612, 792]);
  });

  test('carries no name of a client, no path and no date in its metadata', async () => {
    const document = await PDFDocument.load(packet, { updateMetadata: false });
    expect(document.getTitle()).toBe('IMR application, case 2026-000311, packet 3');
    expect(document.getAuthor()).toBe('Golden Valley Health Advocates');
    expect(document.getCreationDate()).toBeUndefined();
    const raw = packet.toString('latin1');
    for (const private_ of ['/home/', '/tmp/', '.pdf', 'Caldera', 'Nu\\361ez', 'file-0'])
      expect(raw).not.toContain(private_);
  });

  test('holds nothing that runs or leads away', async () => {
    const raw = packet.toString('latin1');
    for (const word of ['/JavaScript', '/JS ', '/Launch', '/EmbeddedFile', '/AcroForm', '/URI'])
      expect(raw).not.toContain(word);
  });

  test('is the same to the byte from the same contents, and another from others', async () => {
    expect((await assemble(contents, [letter, picture])).bytes.equals(packet)).toBe(true);
    const other = {
      bytes: await imageToPdfPage(
        await sharp(await photo())
          .negate()
          .jpeg()
          .toBuffer(),
      ),
      pageCount: 1,
    };
    expect((await assemble(contents, [letter, other])).bytes.equals(packet)).toBe(false);
  });
});

describe('a paper of the case', () => {
  test('that the typesetter cannot take comes as a picture of its pages', async () => {
    // The library that shows documents opens it; the one that carries pictures around the typesetter does not.
    const odd = { bytes: await restrictedPdf(), pageCount: 1 };
    const made = await assemble(contentsOf({ statements: [], exhibits: [exhibit('A', 'Odd', odd)] }), [odd]);
    expect(await checkPdf(made.bytes)).toMatchObject({ exitCode: 0 });
    expect(await textOfPage(made.bytes, made.pageCount)).toContain('Exhibit A, page 1 of 1');
    expect(made.bytes.includes('/DCTDecode')).toBe(true);
  });

  test('of which a page is not there is named', async () => {
    const short = { ...letter, pageCount: 3 };
    const made = assemble(contentsOf({ statements: [], exhibits: [exhibit('A', 'Short', short)] }), [short]);
    await expect(made).rejects.toThrow('“Paper” could not be read.');
  });
});

describe('the department’s own form', () => {
  test('comes first, filled from the case, with nothing left in it to change', async () => {
    const blank = await PDFDocument.create();
    const field = blank.getForm().createTextField('Patient Name');
    field.addToPage(blank.addPage([612, 792]), { x: 50, y: 600, width: 300, height: 24 });
    const box = blank.getForm().createCheckBox('Urgent');
    box.addToPage(blank.getPage(0), { x: 50, y: 500, width: 20, height: 20 });
    const form = { bytes: Buffer.from(await blank.save()), pageCount: 1 };
    const made = await assemble(
      contentsOf({
        form: {
          formId: 'form',
          title: 'DMHC 20-224',
          pageCount: 1,
          values: { 'Patient Name': NAMES.Vietnamese, Urgent: 'Yes', Gone: 'x' },
          unshown: ['7 Farsi'],
        },
      }),
      [],
      form,
    );
    const page = await textOfPage(made.bytes, 3);
    expect(page).toContain('DMHC 20-224');
    expect(page.normalize('NFC')).toContain(NAMES.Vietnamese);
    expect(made.bytes.includes('/AcroForm')).toBe(false);
    expect(await textOfPage(made.bytes, 4)).toContain(
      'To be written by hand on the form, whose letters cannot show them: 7 Farsi.',
    );
    expect(await checkPdf(made.bytes)).toMatchObject({ exitCode: 0 });
  });
});
