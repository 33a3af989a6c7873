import { describe, expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { PROGRAMS, REGULATORS } from '../../../lib/db/vocabulary.ts';
import { CALIFORNIA_PLANS } from '../../../lib/plans/california-plans.ts';
import { OTHER_HELP, REGULATOR_CONTACTS } from '../../../lib/plans/regulators.ts';
import { changesTheLaw, planLineViolations } from '../../../lib/plans/rules.ts';

const today = localDate('2026-11-21');
const fieldsOf = (line: Parameters<typeof planLineViolations>[0]) =>
  planLineViolations(line, today).map(({ field }) => field);

describe('a plan’s line', () => {
  test.each(PROGRAMS.flatMap((program) => REGULATORS.map((regulator) => [program, regulator] as const)))(
    'that is %s and %s is refused exactly where the law leaves no such choice',
    (program, regulator) => {
      const isImpossible =
        (program === 'self-funded' && (regulator === 'DMHC' || regulator === 'CDI')) ||
        (program === 'medi-cal' && regulator === 'CDI');
      const fields = fieldsOf({ program, regulator, source: '', verifiedOn: null });
      expect(fields).toEqual(isImpossible ? ['regulator'] : []);
    },
  );

  test('is verified with a source, and not tomorrow', () => {
    const line = { program: 'commercial', regulator: 'DMHC', source: 'EOC 2026' } as const;
    expect(fieldsOf({ ...line, verifiedOn: today })).toEqual([]);
    expect(fieldsOf({ ...line, verifiedOn: localDate('2026-11-22') })).toEqual(['verifiedOn']);
    expect(fieldsOf({ ...line, source: '', verifiedOn: today })).toEqual(['source']);
  });

  test('changes the law its cases follow with its program, regulator or license, and with nothing else', () => {
    const line = { program: 'medi-cal', regulator: 'DMHC', knoxKeene: true } as const;
    expect(changesTheLaw(line, { ...line })).toBe(false);
    expect(changesTheLaw(line, { ...line, knoxKeene: false })).toBe(true);
    expect(changesTheLaw(line, { ...line, regulator: 'none' })).toBe(true);
    expect(changesTheLaw(line, { ...line, program: 'commercial' })).toBe(true);
  });
});

describe('the directory an office starts with', () => {
  const lines = CALIFORNIA_PLANS.flatMap(({ lines: each }) => each);

  test('holds only lines the rules allow, each with a source', () => {
    for (const line of lines) {
      expect(planLineViolations({ ...line, verifiedOn: null }, today)).toEqual([]);
      expect(line.source).not.toBe('');
    }
  });

  test('names each plan once and each line of a plan once', () => {
    const names = CALIFORNIA_PLANS.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const plan of CALIFORNIA_PLANS) {
      const own = plan.lines.map(({ name }) => name.toLowerCase());
      expect(new Set(own).size).toBe(own.length);
    }
  });

  test('has lines of one plan under different regulators', () => {
    const anthem = CALIFORNIA_PLANS.find(({ name }) => name === 'Anthem Blue Cross');
    expect(new Set(anthem?.lines.map(({ regulator }) => regulator))).toEqual(
      new Set(['DMHC', 'CDI', 'none']),
    );
  });

  test('gives no IMR to a county-organized Medi-Cal plan without a license', () => {
    const calOptima = CALIFORNIA_PLANS.find(({ name }) => name === 'CalOptima Health');
    expect(calOptima?.lines).toMatchObject([{ program: 'medi-cal', regulator: 'none', knoxKeene: false }]);
  });
});

test('says for each address of an agency where it was read', () => {
  for (const { name, shortName, note, ...points } of [...Object.values(REGULATOR_CONTACTS), ...OTHER_HELP]) {
    expect(`${name}${shortName}${note ?? ''}`).not.toBe('');
    for (const point of Object.values(points)) expect(point.source).not.toBe('');
  }
  expect(REGULATOR_CONTACTS.DMHC.fax?.value).toBe('916-255-5241');
  expect(REGULATOR_CONTACTS.CDI.fax?.checked).toBe('quoted');
});
