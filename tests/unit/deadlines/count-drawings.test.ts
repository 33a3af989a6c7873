import { describe, expect, test } from 'vitest';
import { spanish } from '../../../lib/calculator/messages.es.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { type CountDrawing, drawingsOf } from '../../../lib/deadlines/count-drawings.ts';
import { type CountWords, englishCountWords } from '../../../lib/deadlines/count-words.ts';
import { proofOf } from '../../../lib/deadlines/proof.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

function draw(told: CaseBuilder, rule: string, today: string, words: CountWords = englishCountWords) {
  const day = localDate(today);
  const proof = proofOf(assessCase(told.record, day).facts, rule);
  if (!proof) throw new Error(`${rule} gives this case no date`);
  const { stages, deadline } = proof;
  const side = deadline.owedBy === 'client' ? 'ours' : 'theirs';
  return drawingsOf({ stages, dueOn: deadline.dueOn }, side, day, words);
}

const looksOf = (drawing: CountDrawing) =>
  new Map<string, string>(drawing.kind === 'month' ? drawing.looks : []);

const grieved = aCase().denied('2026-04-14').grieved({ receivedOn: '2026-05-01' });
const filed = grieved.filed('2026-06-10', { receivedOn: '2026-06-10', planNotifiedOn: '2026-11-24' });

describe('the calendars of a count', () => {
  test('count the plan’s days, then the months, then end on the last day', () => {
    const [may, months, november, ...rest] = draw(grieved, 'ca.imr.deadline.silence', '2026-11-21');
    expect(rest).toEqual([]);
    if (may?.kind !== 'month' || months?.kind !== 'count' || november?.kind !== 'month')
      throw new Error('a month, a column and a month were expected');
    const inMay = looksOf(may);
    expect(inMay.get('2026-05-01')).toBe('start');
    expect([...inMay.values()].filter((look) => look === 'counted')).toHaveLength(29);
    expect(inMay.get('2026-05-31')).toBe('last');
    expect(may.side).toBe('theirs');
    expect(months.rows.map(({ text }) => text)).toEqual(['Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov 30']);
    expect(months.rows.at(-1)?.note).toBe('no 31st');
    const inNovember = looksOf(november);
    expect(inNovember.get('2026-11-30')).toBe('due');
    expect(inNovember.get('2026-11-21')).toBe('today');
    expect([...november.closures]).toEqual(['2026-11-11', '2026-11-26', '2026-11-27']);
    expect(november.side).toBe('ours');
  });

  test('leave weekends and closures out of a count of working days', () => {
    const drawings = draw(filed, 'ca.imr.planDocs', '2026-11-30');
    const looks = new Map(drawings.flatMap((each) => [...looksOf(each)]));
    expect(looks.get('2026-11-24')).toBe('start');
    expect(looks.get('2026-11-25')).toBe('counted');
    expect(looks.has('2026-11-26')).toBe(false);
    expect(looks.get('2026-12-01')).toBe('due');
  });

  test('fold a long count into a column that adds up', () => {
    const [first, column, last] = draw(aCase().denied('2026-04-14'), 'ca.grv.file', '2026-05-01');
    if (first?.kind !== 'month' || column?.kind !== 'count' || last?.kind !== 'month')
      throw new Error('a month, a column and a month were expected');
    expect(column.title).toBe('180 calendar days');
    expect(column.rows.map(({ number }) => number)).toEqual(['16', '47', '77', '108', '139', '169', '180']);
    expect(looksOf(last).get('2026-10-11')).toBe('due');
    expect(first.label).toContain('Apr 14 starts the count and is not counted.');
  });

  test('say what a long column counts', () => {
    const stage = {
      unit: 'working days',
      count: 60,
      from: localDate('2026-01-05'),
      isClamped: false,
    } as const;
    const to = localDate('2026-04-01');
    const [, column] = drawingsOf({ stages: [{ ...stage, to }], dueOn: to }, 'theirs', to, englishCountWords);
    expect(column?.kind === 'count' && column.title).toBe('60 working days');
  });

  test('draw the same days in another language', () => {
    const there = draw(grieved, 'ca.imr.deadline.silence', '2026-11-21', spanish);
    expect(there.map((each) => [...looksOf(each)])).toEqual(
      draw(grieved, 'ca.imr.deadline.silence', '2026-11-21').map((each) => [...looksOf(each)]),
    );
    expect(there[0]?.label).toMatch(/^Mayo de 2026\. El 1 .+ empieza la cuenta/);
  });
});
