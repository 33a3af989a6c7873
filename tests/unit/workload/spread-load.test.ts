import { expect, test } from 'vitest';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { type CaseToPlace, meantCases, spreadLoad, type Taker } from '../../../lib/workload/spread-load.ts';

const sun2026Nov22 = localDate('2026-11-22');
const someone = (id: string, openCount: number, away: Taker['away'] = []): Taker => ({
  id,
  name: id,
  openCount,
  isCaseworker: true,
  away,
});
const aCase = (caseId: string, more: Partial<CaseToPlace> = {}): CaseToPlace => ({
  caseId,
  nextDueOn: localDate('2026-12-07'),
  onlyIds: null,
  ...more,
});
const spread = (cases: readonly CaseToPlace[], takers: readonly Taker[]) => [
  ...spreadLoad(cases, takers, sun2026Nov22).values(),
];

test('gives each case to whoever has the fewest by then, the first of the list among equals', () => {
  const cases = ['1', '2', '3', '4'].map((id) => aCase(id));
  expect(spread(cases, [someone('hana', 3), someone('priya', 1), someone('tom', 2)])).toEqual([
    'priya',
    'priya',
    'tom',
    'hana',
  ]);
});

test('passes over who is away today or on the case’s next date, first and last day included', () => {
  const away = (fromOn: string, untilOn: string) => [
    { fromOn: localDate(fromOn), untilOn: localDate(untilOn) },
  ];
  const hana = someone('hana', 9);
  for (const days of [away('2026-11-20', '2026-11-22'), away('2026-12-07', '2026-12-11')])
    expect(spread([aCase('1')], [someone('tom', 0, days), hana])).toEqual(['hana']);
  expect(spread([aCase('1')], [someone('tom', 0, away('2026-12-08', '2026-12-11')), hana])).toEqual(['tom']);
  expect(
    spread([aCase('1', { nextDueOn: null })], [someone('tom', 0, away('2026-12-07', '2026-12-11')), hana]),
  ).toEqual(['tom']);
});

test('leaves supervisors out while a caseworker may have the case', () => {
  const joyce = { ...someone('joyce', 0), isCaseworker: false };
  expect(spread([aCase('1')], [joyce, someone('tom', 40)])).toEqual(['tom']);
  expect(spread([aCase('1', { onlyIds: ['joyce'] })], [joyce, someone('tom', 40)])).toEqual(['joyce']);
});

test('proposes somebody who is away rather than nobody', () => {
  const always = [{ fromOn: localDate('2026-11-01'), untilOn: localDate('2026-12-31') }];
  expect(spread([aCase('1')], [someone('tom', 0, always)])).toEqual(['tom']);
});

test('keeps a restricted case among those named on it, and gives it to nobody where there is none', () => {
  const takers = [someone('hana', 9), someone('tom', 0)];
  expect(spread([aCase('1', { onlyIds: ['hana', 'joyce'] })], takers)).toEqual(['hana']);
  expect(spread([aCase('1', { onlyIds: ['joyce'] })], takers)).toEqual([null]);
});

test('means the cases that fall due while their owner is away, and all of them where none does', () => {
  const away = [{ fromOn: localDate('2026-12-07'), untilOn: localDate('2026-12-11') }];
  const later = aCase('2', { nextDueOn: localDate('2026-12-12') });
  expect([...meantCases([aCase('1'), later, aCase('3', { nextDueOn: null })], away)]).toEqual(['1']);
  expect([...meantCases([later], away)]).toEqual(['2']);
});
