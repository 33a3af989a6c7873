import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import type { CaseRecord } from '../../../lib/cases/case-record.ts';
import type { DocumentKind } from '../../../lib/db/vocabulary.ts';
import { filingSituation } from '../../../lib/filing-checklist/situation.ts';
import { ASSISTANT_ROWS, CDI_ROWS, DMHC_ROWS } from '../../../lib/imr/application-rows.ts';
import { packetContents } from '../../../lib/packets/contents.ts';
import { exhibitLetter } from '../../../lib/packets/exhibit-letter.ts';
import { type PacketDocument, type PacketFacts, planPacket } from '../../../lib/packets/packet-plan.ts';
import { aCase } from '../../support/case-record.ts';

const TODAY = localDate('2026-06-10');

const paper = (kind: DocumentKind, more: Partial<PacketDocument> = {}): PacketDocument => ({
  id: `${kind}-1`,
  kind,
  title: `The ${kind}`,
  state: 'ready',
  withdrawnAt: null,
  versionNumber: 1,
  pageCount: 2,
  letterOn: null,
  addedAt: new Date('2026-06-01T17:00:00Z'),
  template: null,
  ...more,
});

/** Nothing is known of the client but the name. */
const UNKNOWN = {
  birthOn: null,
  language: 'en',
  languageNote: '',
  email: '',
  phone: '',
  address: '',
  representativeName: '',
  representativeRelationship: '',
  representativePhone: '',
  representativeEmail: '',
  representativeAuthority: '',
} as const;

function plan(
  { client, ...story }: CaseRecord,
  documents: readonly PacketDocument[],
  more: Partial<PacketFacts> = {},
) {
  const record = { ...story, client: { ...UNKNOWN, ...client } };
  const contents = planPacket({
    record,
    today: TODAY,
    situation: filingSituation(assessCase(record, TODAY)),
    documents,
    missing: [],
    form: null,
    sender: { office: 'Golden Valley', phone: '555-0100', person: 'Inés Caldera' },
    channel: 'fax',
    chosenRegulator: null,
    exhibitIds: null,
    ...more,
  });
  if (!contents) throw new Error('nothing was planned');
  return contents;
}

const known = (record: CaseRecord, client: Partial<CaseRecord['client']>): CaseRecord => ({
  ...record,
  client: { ...record.client, ...client },
});
const open = aCase()
  .denied('2026-03-02')
  .grieved({ receivedOn: '2026-03-10' })
  .answered('2026-04-01', 'upheld').record;

describe('where a packet goes', () => {
  test.each([
    ['dmhc', 'fax', '916-255-5241'],
    ['dmhc', 'mail', 'Sacramento, CA 95814-2725'],
    ['cdi', 'fax', '213-897-9641'],
    ['cdi', 'mail', 'Los Angeles, CA 90013'],
    ['mediCal', 'fax', '916-255-5241'],
  ] as const)('of a plan under %s, by %s, is the department’s own place', (line, channel, last) => {
    const { destination } = plan(aCase(line).denied('2026-05-04').record, [], { channel });
    expect(destination.lines.at(-1)).toBe(last);
    expect(destination.source).not.toBe('');
  });

  test('is nowhere while nobody knows the department, and where a person chose then', () => {
    const record = aCase('unknown').denied('2026-05-04').record;
    expect(() => plan(record, [])).toThrow('nothing was planned');
    expect(plan(record, [], { chosenRegulator: 'DMHC' }).regulator).toBe('DMHC');
  });

  test('is never another department than the one that licenses the plan', () => {
    expect(plan(open, [], { chosenRegulator: 'CDI' }).regulator).toBe('DMHC');
  });
});

describe('the data of the application', () => {
  test.each([
    ['dmhc', [...DMHC_ROWS, ...ASSISTANT_ROWS]],
    ['cdi', CDI_ROWS],
  ] as const)('come in the order of the form of %s, each row once', (line, rows) => {
    const { application } = plan(aCase(line).denied('2026-05-04').record, []);
    expect(application.fields.map(({ number }) => number)).toEqual(rows.map(({ number }) => number));
  });

  test('that nobody could verify are marked', () => {
    const { fields } = plan(open, []).application;
    const unverified = [...DMHC_ROWS, ...ASSISTANT_ROWS]
      .filter(({ certainty }) => certainty === 'unverified')
      .map(({ number }) => number);
    expect(fields.filter(({ certainty }) => certainty === 'unverified').map(({ number }) => number)).toEqual(
      unverified,
    );
    expect(unverified).toContain('16');
  });

  test('that are missing stay blank and are never invented', () => {
    const record = known(open, { phone: '', email: '', address: '', birthOn: null });
    const { fields } = plan(record, []).application;
    const valueOf = (number: string) => fields.find((field) => field.number === number)?.value;
    for (const number of ['2', '3', '5', '6', '7', '10', '18', '20', '25', '26', '29'])
      expect(valueOf(number), `row ${number}`).toBeNull();
    expect(valueOf('1')).toBe('Rosario Villaseñor');
  });

  test('lead to the statement of the dispute only where there is one', () => {
    const rowOf24 = (documents: readonly PacketDocument[]) =>
      plan(open, documents).application.fields.find(({ number }) => number === '24')?.value;
    expect(rowOf24([])).toBeNull();
    expect(rowOf24([paper('dispute-statement')])).toBe('See the statement of the dispute in this packet.');
  });

  test('name as the assistant whom the client named, else who sends the packet', () => {
    const assistantOf = (record: CaseRecord) =>
      plan(record, []).application.fields.find(({ number }) => number === 'B1')?.value;
    const helped = known(open, {
      representativeName: 'Marisol Vega',
      representativeRelationship: 'Daughter',
    });
    expect(assistantOf(helped)).toBe('Marisol Vega');
    expect(assistantOf(open)).toMatch(/^.+, .+$/);
  });
});

describe('the exhibits', () => {
  test('hold a letter written here only where somebody chose it', () => {
    const written = paper('grievance', { template: 'grievance' });
    expect(plan(open, [written]).exhibits).toEqual([]);
    expect(plan(open, [written], { exhibitIds: [written.id] }).exhibits).toHaveLength(1);
  });

  const documents = [
    paper('membership-card'),
    paper('medical-records', { id: 'records-2', letterOn: localDate('2026-05-02') }),
    paper('medical-records', { id: 'records-1', letterOn: localDate('2026-01-02') }),
    paper('denial-letter'),
    paper('correspondence'),
    paper('filing-receipt'),
    paper('dispute-statement'),
    paper('bill', { state: 'checking' }),
    paper('grievance', { withdrawnAt: new Date('2026-06-02T17:00:00Z') }),
  ];

  test('come in the order of the checklist and of their dates, without what is unfinished, withdrawn or the office’s own', () => {
    expect(plan(open, documents).exhibits.map(({ letter, documentId }) => `${letter} ${documentId}`)).toEqual(
      ['A denial-letter-1', 'B records-1', 'C records-2', 'D membership-card-1'],
    );
  });

  test('come as a person chose and ordered them', () => {
    const exhibitIds = ['membership-card-1', 'correspondence-1'];
    const { exhibits } = plan(open, documents, { exhibitIds });
    expect(exhibits.map(({ letter, documentId }) => `${letter} ${documentId}`)).toEqual([
      'A membership-card-1',
      'B correspondence-1',
    ]);
  });

  test('are never a document of another case, a statement or one that is not ready, whatever is asked for', () => {
    const exhibitIds = ['made-up', 'dispute-statement-1', 'bill-1', 'grievance-1'];
    expect(plan(open, documents, { exhibitIds }).exhibits).toEqual([]);
  });

  test('are fixed in the version they have', () => {
    const [exhibit] = plan(open, [paper('denial-letter', { versionNumber: 4, pageCount: 3 })]).exhibits;
    expect(exhibit).toMatchObject({ versionNumber: 4, pageCount: 3 });
  });

  test('are lettered A to Z, then AA', () => {
    expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(exhibitLetter)).toEqual([
      'A',
      'B',
      'Z',
      'AA',
      'AB',
      'AZ',
      'BA',
      'ZZ',
      'AAA',
    ]);
  });
});

describe('the statements', () => {
  const kindsOf = (record: CaseRecord, documents: readonly PacketDocument[] = []) =>
    plan(record, documents).statements.map(({ kind }) => kind);
  const late = aCase()
    .denied('2025-09-02')
    .grieved({ receivedOn: '2025-09-10' })
    .answered('2025-10-01', 'upheld');
  const early = aCase().denied('2026-06-01');

  test('say why the application is late once the safe date is over', () => {
    expect(kindsOf(late.askedForExtension(null).record)).toEqual(['extension']);
    expect(
      kindsOf({ ...open, extensionRequest: late.askedForExtension(null).record.extensionRequest }),
    ).toEqual([]);
  });

  test('ask to waive the plan’s process before it is over', () => {
    const compelling = { compellingStatement: 'She cannot wait.', rejectedOn: '2026-06-05' };
    expect(kindsOf(early.filed('2026-06-03', compelling).record)).toEqual(['waiver']);
  });

  test('are the latest letter of their kind, rather than what was typed', () => {
    const letters = [
      paper('extension-statement', { id: 'first' }),
      paper('extension-statement', { id: 'second', addedAt: new Date('2026-06-09T17:00:00Z') }),
      paper('dispute-statement'),
    ];
    const { statements } = plan(late.askedForExtension(null).record, letters);
    expect(
      statements.map(({ kind, from }) => [kind, 'document' in from && from.document.documentId]),
    ).toEqual([
      ['dispute', 'dispute-statement-1'],
      ['extension', 'second'],
    ]);
  });
});

test('what is planned can be read back from where it was kept', () => {
  const contents = plan(open, [paper('denial-letter'), paper('dispute-statement')], {
    missing: [{ title: 'Member number', weight: 'blocks' }],
  });
  expect(packetContents.parse(JSON.parse(JSON.stringify(contents)))).toEqual(contents);
});

describe('the department’s own form', () => {
  const form = {
    id: 'form-1',
    title: 'DMHC 20-224',
    pageCount: 3,
    hasFields: true,
    fieldMap: { 'Patient Name': '1', Plan: '9', Diagnosis: '18' },
  };

  test('takes what the case says and nothing else', () => {
    expect(plan(open, [], { form }).form?.values).toEqual({
      'Patient Name': 'Rosario Villaseñor',
      Plan: 'Health Net, HMO',
    });
  });

  test('leaves to the pen what its font cannot show, and says so', () => {
    const chinese = known(open, { name: '陈小明' });
    expect(plan(chinese, [], { form }).form).toMatchObject({
      values: { Plan: 'Health Net, HMO' },
      unshown: ['1 First name, middle initial, last name'],
    });
    const vietnamese = known(open, { name: 'Nguyễn Thị Hồng Phượng' });
    expect(plan(vietnamese, [], { form }).form?.unshown).toEqual([]);
  });
});
