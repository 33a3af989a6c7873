import { describe, expect, test } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import type { CaseRecord } from '../../../lib/cases/case-record.ts';
import { LETTER_LANGUAGES, LETTER_TEMPLATES, type LetterTemplate } from '../../../lib/db/vocabulary.ts';
import { fillTemplate, TEMPLATES } from '../../../lib/letters/fill-template.ts';
import { type LetterSetting, letterFactsOf } from '../../../lib/letters/letter-facts.ts';
import { blanksOf } from '../../../lib/letters/markup.ts';
import { english } from '../../../lib/letters/words.en.ts';
import { spanish } from '../../../lib/letters/words.es.ts';
import { blocksOfText, plainTextOf } from '../../../lib/paper/blocks.ts';
import { aCase } from '../../support/case-record.ts';

const TODAY = localDate('2026-11-22');
const SETTING: LetterSetting = {
  office: { name: 'Golden Valley Health Advocates', phone: '559-555-0100' },
  writer: 'Inés Caldera',
  proofs: [{ noun: 'grievance', recordId: null, field: 'receivedOn', title: 'Fax receipt', pageNumber: 2 }],
};

const withClient = (record: CaseRecord): CaseRecord => ({
  ...record,
  memberNumber: 'XEA900112233',
  client: { ...record.client, birthOn: localDate('1970-05-01'), address: '12 Elm St', phone: '' },
  plan: record.plan && {
    ...record.plan,
    grievanceAddress: 'P.O. Box 10348\nVan Nuys, CA 91410',
    grievanceFax: '877-831-6019',
  },
});

const silent = (line: Parameters<typeof aCase>[0] = 'dmhc') =>
  aCase(line)
    .denied('2026-05-01', { receivedOn: '2026-05-05' })
    .grieved({ sentOn: '2026-06-01', receivedOn: '2026-06-03', planReference: 'G-7781' });
const full = withClient(silent().record);
const sparse = aCase(null).record;

const CASES: Readonly<Record<string, CaseRecord>> = {
  'a full case, plan silent': full,
  'a case of which nothing is recorded': sparse,
  'a case with an insurer': withClient(silent('cdi').record),
  'a case under Medi-Cal': withClient(silent('mediCal').record),
  'a case of a self-funded plan': withClient(silent('selfFunded').record),
  'a county plan': withClient(silent('county').record),
  'a plan whose regulator is unknown': withClient(silent('unknown').record),
  'an upheld denial': withClient(silent().answered('2026-06-20', 'upheld').record),
  'a late answer': withClient(silent().answered('2026-07-20', 'upheld').record),
  'an urgent case': withClient(
    aCase().urgent().denied('2026-11-10').grieved({ receivedOn: '2026-11-20', expedited: true }).record,
  ),
};

const write = (
  template: LetterTemplate,
  language: 'en' | 'es',
  record: CaseRecord,
  today: LocalDate = TODAY,
): string => fillTemplate(template, language, letterFactsOf(assessCase(record, today), SETTING));

/** Every day that the case or its law names, and the day of writing. */
function daysOf(record: CaseRecord): Set<LocalDate> {
  const found =
    JSON.stringify([record, assessCase(record, TODAY).assessment]).match(/\d{4}-\d\d-\d\d/g) ?? [];
  return new Set([TODAY, ...found.map((day) => localDate(day))]);
}

const ENGLISH_DATE =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b/g;
const SPANISH_DATE =
  /\b\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre) de \d{4}\b/g;

describe.each(Object.entries(CASES))('%s', (_name, record) => {
  const letters = LETTER_TEMPLATES.flatMap((template) =>
    LETTER_LANGUAGES.map((language) => ({ template, language, body: write(template, language, record) })),
  );

  test.each(letters)('fills $template in $language whole', ({ body }) => {
    expect(body).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
    expect(body).toContain('Rosario Villaseñor');
    expect(blocksOfText(body).length).toBeGreaterThan(3);
    expect(plainTextOf(blocksOfText(body))).not.toMatch(/\*\*|^#/m);
  });

  test.each(letters)('names in $template ($language) no day but those of the case', ({ language, body }) => {
    const words = language === 'en' ? english : spanish;
    const own = new Set([...daysOf(record)].map((day) => words.date(day)));
    const named = body.match(language === 'en' ? ENGLISH_DATE : SPANISH_DATE) ?? [];
    expect(named.filter((date) => !own.has(date))).toEqual([]);
  });

  test('has the same blanks in both languages', () => {
    for (const template of LETTER_TEMPLATES)
      expect(blanksOf(write(template, 'es', record)), template).toHaveLength(
        blanksOf(write(template, 'en', record)).length,
      );
  });
});

describe('Spanish', () => {
  const ENGLISH = /\b(?:the|and|with|which|that|this|was|were|have|has|you|your|their|of|by|for|from)\b/i;

  test.each(LETTER_TEMPLATES)('leaves no English sentence in %s', (template) => {
    for (const record of Object.values(CASES)) {
      // Addresses are written as the post and the department know them.
      const own = ['Department of Managed Health Care', 'Golden Valley Health Advocates', 'H&S'];
      const body = own.reduce((text, name) => text.replaceAll(name, ''), write(template, 'es', record));
      const sentences = body.split('\n').filter((line) => !/California Department of Insurance/.test(line));
      expect(sentences.filter((line) => ENGLISH.test(line))).toEqual([]);
    }
  });
});

describe('a missing fact', () => {
  test('stands as a blank and is never made up', () => {
    const body = write('grievance', 'en', sparse);
    expect(blanksOf(body)).toEqual(
      expect.arrayContaining([
        'name of the plan',
        'address where the plan takes grievances',
        'service that was denied',
        'date on the denial letter',
        'reason that the plan gave',
        'member number',
        'law that binds this plan',
      ]),
    );
    expect(body).not.toMatch(/Health and Safety Code/);
  });

  test('is no blank once it is recorded', () => {
    const blanks = blanksOf(write('late-response-notice', 'en', full));
    expect(blanks).toEqual([]);
  });

  test('in the law is one too: what nobody has checked is not cited', () => {
    const body = write('plan-file-request', 'en', CASES['a case of a self-funded plan'] ?? sparse);
    expect(blanksOf(body)).toContain('check before it is cited: 29 CFR 2560.503-1(h)(2)(iii)');
    expect(write('grievance', 'es', CASES['a case under Medi-Cal'] ?? sparse)).toContain(
      '[verifique antes de citarlo: W&I 14197.3(b)]',
    );
  });
});

describe('the notice of a late answer', () => {
  const on = (record: CaseRecord, today: LocalDate) => write('late-response-notice', 'en', record, today);

  test('names the last day, its law and what the silence opened', () => {
    const body = on(full, TODAY);
    expect(body).toContain(
      'You received the grievance on June 3, 2026. The last day for your answer was July 3, 2026 (California Health and Safety Code section 1368.01(a)). Today, 142 days later, we have no answer.',
    );
    expect(body).toContain('due by June 8, 2026 (California Health and Safety Code section 1368(a)(4)(A))');
    expect(body).toContain('can now ask the Department of Managed Health Care');
  });

  test('claims no lapse on the last day itself, and claims it the day after', () => {
    const lastDay = localDate('2026-07-03');
    expect(on(full, lastDay)).toContain('[last day for the answer: by the record it has not passed]');
    expect(on(full, addDays(lastDay, 1))).toContain('Today, 1 day later, we have no answer.');
  });

  test('holds a late answer to its own date', () => {
    expect(on(CASES['a late answer'] ?? sparse, TODAY)).toContain(
      'Your answer is dated July 20, 2026, 17 days after it.',
    );
  });

  test('holds the plan to the law where the office set a date by hand, and to an extension that was granted', () => {
    const byHand = withClient(silent().dated('ca.grv.resolve', '2026-06-20').record);
    expect(on(byHand, TODAY)).toContain('was July 3, 2026');
    const granted = withClient(silent().dated('ca.grv.resolve', '2026-07-31', 'extension').record);
    expect(on(granted, TODAY)).toContain('was July 31, 2026');
  });

  test('counts an insurer’s silence by its own law', () => {
    expect(on(CASES['a case with an insurer'] ?? sparse, TODAY)).toMatch(
      /California Insurance Code section 10169/,
    );
  });
});

test('a date names the document and the page that show it', () => {
  expect(write('dispute-statement', 'en', full)).toContain(
    '| June 3, 2026 | The plan received the grievance | Fax receipt, page 2 |',
  );
  expect(write('dispute-statement', 'es', full)).toContain('| Fax receipt, página 2 |');
});

test('the extension request says what the six months are on both readings', () => {
  const late = withClient(
    aCase().denied('2026-01-05').grieved({ receivedOn: '2026-01-10' }).answered('2026-03-02', 'upheld')
      .record,
  );
  const body = write('extension-request', 'en', late);
  expect(body).toContain('The six months ended on August 9, 2026.');
  expect(body).toContain('they run through September 2, 2026');
  expect(body).toContain('California Health and Safety Code section 1374.30(k)');
});

test.each(['Ana *bold* _x_ # | [note] <b>', '1. García', '- Pérez', 'O’Neil \\ `x` ~~y~~'])(
  'a name such as %j is printed as it is, and is no blank',
  (name) => {
    const record = { ...full, client: { ...full.client, name } };
    for (const template of LETTER_TEMPLATES) {
      const body = write(template, 'en', record);
      expect(plainTextOf(blocksOfText(body))).toContain(name);
      expect(blanksOf(body)).not.toContain('note');
    }
  },
);

test('what somebody else signs counts for nothing until the signed copy is uploaded', () => {
  expect(TEMPLATES['urgency-statement'].kind).toBe('correspondence');
  expect(TEMPLATES.authorization.kind).toBe('correspondence');
  for (const template of LETTER_TEMPLATES)
    expect(TEMPLATES[template].isSignedElsewhere && TEMPLATES[template].kind !== 'correspondence').toBe(
      false,
    );
});

test('blanks are told in the order in which they stand, as often as they stand there', () => {
  expect(blanksOf('[a] x \\[b\\] ([c: d]) [a]\n[not\nthis] []')).toEqual(['a', 'c: d', 'a']);
});
