import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import type { Client } from '../../../lib/cases/case-record.ts';
import type { DocumentKind } from '../../../lib/db/vocabulary.ts';
import {
  type ChecklistDocument,
  filingChecklist,
  readinessOf,
  type StandingAnswer,
} from '../../../lib/filing-checklist/checklist.ts';
import { ITEM_IDS, type ItemId } from '../../../lib/filing-checklist/item-rule.ts';
import { ITEMS } from '../../../lib/filing-checklist/items.ts';
import { filingSituation } from '../../../lib/filing-checklist/situation.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

const ROSARIO = {
  birthOn: localDate('1969-03-02'),
  address: '12 Cedar Street, Fresno CA 93701',
  phone: '559-555-0142',
  representativeName: '',
  representativeAuthority: '',
} as Client;

type Told = {
  readonly client?: Partial<Client>;
  readonly documents?: readonly ChecklistDocument[];
  readonly answers?: readonly StandingAnswer[];
  readonly on?: string;
};

function checklist(
  story: CaseBuilder,
  { client, documents = [], answers = [], on = '2026-06-20' }: Told = {},
) {
  const record = {
    ...story.record,
    memberNumber: 'M-1',
    client: { ...story.record.client, ...ROSARIO, ...client },
  };
  const situation = filingSituation(assessCase(record, localDate(on)));
  const items = filingChecklist({ record, situation, documents, answers });
  const of = (id: ItemId) => {
    const found = items.find(({ item }) => item === id);
    if (!found) throw new Error(`no item ${id}`);
    return found;
  };
  return { items, of, readiness: readinessOf(items, situation) };
}

let papers = 0;
const paper = (kind: DocumentKind, more: Partial<ChecklistDocument> = {}): ChecklistDocument => {
  papers += 1;
  return {
    id: `paper-${papers}`,
    kind,
    title: `${kind} ${papers}`,
    state: 'ready',
    template: null,
    blankCount: 0,
    withdrawnAt: null,
    ...more,
  };
};

const said = (item: ItemId, answer: StandingAnswer['answer']): StandingAnswer => ({
  id: `said-${item}`,
  item,
  answer,
  reason: 'It is in the paper file.',
  answeredBy: 'Inés Caldera',
  answeredAt: new Date('2026-06-19T17:00:00Z'),
});

/** Denied in April, grieved on May 1, upheld on May 20: the IMR is open and in time on June 20. */
const upheld = (line: Parameters<typeof aCase>[0] = 'dmhc') =>
  aCase(line)
    .denied('2026-04-14')
    .grieved({ receivedOn: '2026-05-01', sentOn: '2026-04-28' })
    .answered('2026-05-20', 'upheld');
const silent = (line: Parameters<typeof aCase>[0] = 'dmhc') =>
  aCase(line).denied('2026-04-14').grieved({ receivedOn: '2026-05-01', sentOn: '2026-04-28' });
const experimental = (line: Parameters<typeof aCase>[0] = 'dmhc') =>
  aCase(line).denied('2026-04-14', { bases: ['experimental'] });

const needed = (found: ReturnType<typeof checklist>) =>
  found.items
    .filter(({ state }) => state !== 'not-needed')
    .map(({ item, state, weight }) => `${item}: ${state}, ${weight}`);

const OF_EVERY_CASE = [
  'plan: done, blocks',
  'member-number: done, blocks',
  'client-details: done, blocks',
  'denial-letter: missing, helps',
  'grievance: missing, helps',
  'plan-response: missing, helps',
  'dispute-statement: missing, blocks',
  'medical-necessity-letter: missing, helps',
  'outside-records: missing, helps',
  'membership-card: missing, helps',
  'authorized-assistant-form: missing, helps',
  'release-signature: missing, blocks',
];
/** What a case needs beside, or instead of, what every case with the DMHC needs; null takes an item off. */
type Changes = Readonly<Partial<Record<ItemId, string | null>>>;
const needing = (changes: Changes) =>
  [
    ...OF_EVERY_CASE.filter((line) => !Object.hasOwn(changes, line.split(':')[0] ?? '')),
    ...Object.entries(changes).flatMap(([item, state]) => (state === null ? [] : [`${item}: ${state}`])),
  ].toSorted();

const NO_GRIEVANCE = { grievance: null, 'plan-response': null } as const;
const SCIENCE = {
  'medical-necessity-letter': null,
  'experimental-certification': 'missing, blocks',
  'scientific-documents': 'missing, blocks',
} as const;

describe('what an application takes', () => {
  const attorney = { representativeName: 'Marisol Vega', representativeAuthority: 'power of attorney' };
  const daughter = { representativeName: 'Marisol Vega', representativeAuthority: '' };
  const rows: [string, CaseBuilder, Told, Changes][] = [
    ['an upheld medical-necessity denial', upheld(), {}, {}],
    ['the same in Medi-Cal', upheld('mediCal'), {}, {}],
    ['the same with an insurer', upheld('cdi'), {}, {}],
    ['a regulator nobody knows: the DMHC redirects it', upheld('unknown'), {}, { plan: 'missing, helps' }],
    ['a denial whose reasons are not recorded', upheld().withBases([]), {}, {}],
    [
      'a silent plan: proof of its receipt in place of its answer',
      silent(),
      {},
      { 'plan-response': null, 'grievance-receipt': 'missing, helps' },
    ],
    ['a silent insurer', silent('cdi'), {}, { 'plan-response': null, 'grievance-receipt': 'missing, helps' }],
    [
      'a late answer: both',
      silent().answered('2026-06-15', 'upheld'),
      {},
      { 'grievance-receipt': 'missing, helps' },
    ],
    ['a plan that has days left to answer', silent(), { on: '2026-05-10' }, { 'plan-response': null }],
    [
      'experimental care, which needs no grievance',
      experimental(),
      {},
      { ...NO_GRIEVANCE, ...SCIENCE, 'denial-letter': 'missing, blocks' },
    ],
    ['experimental care with an insurer', experimental('cdi'), {}, { ...NO_GRIEVANCE, ...SCIENCE }],
    [
      'experimental care in Medi-Cal',
      experimental('mediCal'),
      {},
      { ...NO_GRIEVANCE, ...SCIENCE, 'denial-letter': 'missing, blocks' },
    ],
    [
      'not necessary and experimental',
      experimental().withBases(['experimental', 'medical-necessity']),
      {},
      {
        ...NO_GRIEVANCE,
        ...SCIENCE,
        'denial-letter': 'missing, blocks',
        'medical-necessity-letter': 'missing, helps',
      },
    ],
    [
      'emergency care that was received',
      aCase().denied('2026-04-14', { bases: ['emergency-or-urgent'], serviceReceived: true }),
      {},
      { ...NO_GRIEVANCE, 'medical-necessity-letter': null, bills: 'missing, helps' },
    ],
    ['payment for care that was received', upheld().received(), {}, { bills: 'missing, helps' }],
    [
      'an urgent case that is open anyway',
      upheld().urgent(),
      {},
      { 'urgency-certification': 'missing, helps' },
    ],
    [
      'an urgent grievance, which alone opens the IMR',
      aCase().denied('2026-06-10').grieved({ receivedOn: '2026-06-19', expedited: true }),
      {},
      { 'plan-response': null, 'urgency-certification': 'missing, blocks' },
    ],
    [
      'nothing has opened the IMR, and no grievance is logged',
      aCase().denied('2026-06-10'),
      {},
      { ...NO_GRIEVANCE, 'waiver-statement': 'missing, blocks' },
    ],
    ['a representative who helps', upheld(), { client: daughter }, {}],
    [
      'a representative who signs',
      upheld(),
      { client: attorney },
      { 'representative-authority': 'missing, blocks' },
    ],
    [
      'a parent signs for a minor without more',
      upheld(),
      { client: { ...attorney, birthOn: localDate('2015-01-01') } },
      {},
    ],
    [
      'past the strict six months, on a later reading still in time',
      silent().answered('2026-06-15', 'upheld'),
      { on: '2026-12-05' },
      { 'grievance-receipt': 'missing, helps', 'extension-statement': 'missing, helps' },
    ],
    [
      'late on every reading',
      upheld(),
      { on: '2027-01-15' },
      { 'extension-statement': 'missing, blocks', 'extension-approval': 'missing, blocks' },
    ],
    [
      'late with an insurer',
      upheld('cdi'),
      { on: '2027-01-15' },
      { 'extension-statement': 'missing, blocks', 'extension-approval': 'missing, blocks' },
    ],
    [
      'late, with the statement written and not yet approved',
      upheld().askedForExtension(null),
      { on: '2027-01-15' },
      { 'extension-statement': 'done, blocks', 'extension-approval': 'missing, blocks' },
    ],
    [
      'late and approved',
      upheld().askedForExtension('00000000-0000-4000-8000-000000000009'),
      { on: '2027-01-15' },
      { 'extension-statement': 'done, blocks', 'extension-approval': 'done, blocks' },
    ],
    [
      'a client whose address is unknown',
      upheld(),
      { client: { address: '' } },
      { 'client-details': 'missing, blocks' },
    ],
  ];
  test.each(rows)('%s', (_name, story, told, changes) => {
    expect(needed(checklist(story, told)).toSorted()).toEqual(needing(changes));
  });

  test.each<[string, CaseBuilder]>([
    ['a self-funded plan', upheld('selfFunded')],
    ['a county plan without the license', upheld('county')],
    ['a plan that overturned its own denial', silent().answered('2026-05-20', 'overturned')],
    ['a dispute that was heard', upheld('mediCal').heard({ heldOn: '2026-06-01' })],
    ['a denial that rests on coverage alone', aCase().denied('2026-04-14', { bases: ['not-covered'] })],
  ])('%s goes to no IMR, so nothing is needed and the reason is said', (_name, story) => {
    const { items, readiness } = checklist(story);
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['not-needed']));
    expect(readiness).toMatchObject({ doneCount: 0, neededCount: 0, blockers: [] });
    expect(readiness.elsewhere).toBe(readiness.sentence);
    expect(readiness.sentence.length).toBeGreaterThan(20);
  });

  test('stays what it was while the application is before the department', () => {
    expect(
      needed(checklist(upheld().filed('2026-06-15', { filing: 'timely' }), { on: '2027-01-15' })),
    ).toEqual(needed(checklist(upheld())));
  });
});

describe('every item', () => {
  test('is in the list once, in the order of the application', () => {
    expect(ITEMS.map(({ item }) => item)).toEqual([...ITEM_IDS]);
  });

  test('says in one sentence why, and what it rests on or that nothing does', () => {
    for (const story of [upheld(), upheld('cdi'), silent(), experimental(), experimental('cdi'), aCase()])
      for (const { item, why, citation } of checklist(story).items) {
        expect(why, item).toMatch(/^[A-Z][^.]*(\.\w[^.]*)*\.$/);
        expect(citation.text, item).not.toBe('');
        if (citation.certainty === 'practice') expect(citation.text, item).toMatch(/^Our own |^Our advice/);
      }
  });

  test('cites no Knox-Keene law for an insurer', () => {
    for (const story of [upheld('cdi'), silent('cdi'), experimental('cdi')])
      for (const { item, citation } of checklist(story).items) expect(citation.text, item).not.toMatch(/H&S/);
  });

  test('cites nothing as read that was not', () => {
    const { of } = checklist(experimental('cdi'));
    expect(of('experimental-certification').citation).toMatchObject({
      text: 'Ins. Code 10145.3',
      certainty: 'from-memory',
    });
    expect(checklist(upheld().received()).of('bills').citation.certainty).toBe('from-memory');
  });
});

describe('a paper', () => {
  test('makes its item done once it is ready', () => {
    const documents = [paper('denial-letter', { title: 'Letter of April 14' })];
    const { of } = checklist(upheld(), { documents });
    expect(of('denial-letter')).toMatchObject({
      state: 'done',
      doneBy: 'documents',
      documents: [{ title: 'Letter of April 14' }],
    });
  });

  test.each<[string, Partial<ChecklistDocument>, string]>([
    ['is still being checked', { state: 'checking', title: 'Scan' }, '“Scan” is still being checked.'],
    ['could not be taken in', { state: 'refused' }, ''],
    ['was withdrawn', { withdrawnAt: new Date('2026-06-19T17:00:00Z') }, ''],
    ['is of another kind', { kind: 'correspondence' }, ''],
  ])('does not while it %s', (_name, more, pending) => {
    const { of } = checklist(upheld(), { documents: [paper('denial-letter', more)] });
    expect(of('denial-letter')).toMatchObject({ state: 'missing', documents: [], pending });
  });

  test('that somebody else has to sign is not done by the draft written here', () => {
    const draft = paper('authorized-assistant-form', { template: 'authorization' });
    expect(checklist(upheld(), { documents: [draft] }).of('authorized-assistant-form')).toMatchObject({
      state: 'missing',
      pending: 'A draft is written here; add the signed copy.',
    });
    const signed = [draft, paper('authorized-assistant-form')];
    expect(checklist(upheld(), { documents: signed }).of('authorized-assistant-form').state).toBe('done');
  });

  test('of ours is not done while blanks in it wait to be filled', () => {
    const template = 'dispute-statement';
    const started = paper(template, { template, title: 'Statement', blankCount: 5 });
    const { of, readiness } = checklist(upheld(), { documents: [started] });
    expect(of(template)).toMatchObject({
      state: 'missing',
      pending: '“Statement” still has 5 blanks to fill in.',
    });
    expect(readiness.blockers.map(({ item }) => item)).toContain(template);
  });

  test('of ours is enough where nobody else signs', () => {
    const documents = [paper('dispute-statement', { template: 'dispute-statement' })];
    expect(checklist(upheld(), { documents }).of('dispute-statement').state).toBe('done');
  });

  test('is one of two where two are asked for', () => {
    const one = [paper('scientific-document')];
    expect(checklist(experimental(), { documents: one }).of('scientific-documents')).toMatchObject({
      state: 'missing',
      pending: '1 of 2 is here.',
    });
    const two = [...one, paper('scientific-document')];
    expect(checklist(experimental(), { documents: two }).of('scientific-documents').state).toBe('done');
  });
});

describe('what a person says', () => {
  test('counts where the law asks for no paper', () => {
    const { of } = checklist(upheld(), {
      answers: [said('release-signature', 'done'), said('outside-records', 'not-needed')],
    });
    expect(of('release-signature')).toMatchObject({ state: 'done', doneBy: 'answer' });
    expect(of('outside-records')).toMatchObject({ state: 'not-needed', doneBy: null });
  });

  test.each<[ItemId, StandingAnswer['answer'], CaseBuilder, string]>([
    ['denial-letter', 'done', experimental(), '2026-06-20'],
    ['denial-letter', 'not-needed', experimental(), '2026-06-20'],
    ['experimental-certification', 'done', experimental(), '2026-06-20'],
    ['scientific-documents', 'done', experimental(), '2026-06-20'],
    ['client-details', 'done', upheld(), '2026-06-20'],
    ['extension-statement', 'not-needed', upheld(), '2027-01-15'],
    ['extension-approval', 'done', upheld(), '2027-01-15'],
    ['waiver-statement', 'done', aCase().denied('2026-06-10'), '2026-06-20'],
  ])('never stands for the %s as %s', (item, answer, story, on) => {
    const client = item === 'client-details' ? { phone: '' } : {};
    const { of } = checklist(story, { on, client, answers: [said(item, answer)] });
    expect(of(item)).toMatchObject({ state: 'missing', answer: null });
    expect(of(item).answers).not.toContain(answer);
  });

  test('lets two scientific documents be where a physician of the network recommended the care', () => {
    const { of } = checklist(experimental(), { answers: [said('scientific-documents', 'not-needed')] });
    expect(of('scientific-documents').state).toBe('not-needed');
  });

  test('yields to the paper once it is there', () => {
    const { of } = checklist(upheld(), {
      documents: [paper('bill')],
      answers: [said('outside-records', 'not-needed')],
    });
    expect(of('bills').state).toBe('not-needed');
    const { of: later } = checklist(upheld(), {
      documents: [paper('medical-records')],
      answers: [said('outside-records', 'not-needed')],
    });
    expect(later('outside-records')).toMatchObject({ state: 'done', doneBy: 'documents' });
  });
});

describe('readiness', () => {
  test('counts what is needed, and tells what blocks from what helps', () => {
    const { readiness } = checklist(upheld());
    expect(readiness).toMatchObject({
      doneCount: 3,
      neededCount: 12,
      sentence: '2 things are missing that the application cannot do without.',
    });
    expect(readiness.blockers.map(({ item }) => item)).toEqual(['dispute-statement', 'release-signature']);
  });

  test('says that it can be filed once nothing blocks, whatever else would help', () => {
    const answers = [said('release-signature', 'done'), said('dispute-statement', 'done')];
    expect(checklist(upheld(), { answers }).readiness).toMatchObject({
      blockers: [],
      sentence: 'It can be filed as it is; 7 more papers would help.',
    });
  });
});
