import { describe, expect, test } from 'vitest';
import { drawingsOf } from '../../../app/(staff)/cases/[caseId]/proof/[rule]/proof-drawings.ts';
import { localDate } from '../../../lib/calendar/local-date.ts';
import { assessCase } from '../../../lib/cases/assessed-case.ts';
import { proofOf } from '../../../lib/deadlines/proof.ts';
import { aCase, type CaseBuilder } from '../../support/case-record.ts';

function draw(told: CaseBuilder, rule: string, today: string) {
  const day = localDate(today);
  const proof = proofOf(assessCase(told.record, day).facts, rule);
  if (!proof) throw new Error(`${rule} gives this case no date`);
  return drawingsOf(proof, day);
}

const grieved = aCase().denied('2026-04-14').grieved({ receivedOn: '2026-05-01' });
const filed = grieved.filed('2026-06-10', { receivedOn: '2026-06-10', planNotifiedOn: '2026-11-24' });

describe('the calendars of a proof', () => {
  test('count the plan’s days, then the months, then end on the last day', () => {
    const [may, months, november, ...rest] = draw(grieved, 'ca.imr.deadline.silence', '2026-11-21');
    expect(rest).toEqual([]);
    if (may?.kind !== 'month' || months?.kind !== 'count' || november?.kind !== 'month')
      throw new Error('a month, a column and a month were expected');
    expect(may.looks.get('2026-05-01')).toBe('start');
    expect([...may.looks.values()].filter((look) => look === 'counted')).toHaveLength(29);
    expect(may.looks.get('2026-05-31')).toBe('last');
    expect(months.rows.map(({ text }) => text)).toEqual(['Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov 30']);
    expect(months.rows.at(-1)?.note).toBe('no 31st');
    expect(november.looks.get('2026-11-30')).toBe('due');
    expect(november.looks.get('2026-11-21')).toBe('today');
    expect([...november.closures]).toEqual(['2026-11-11', '2026-11-26', '2026-11-27']);
    expect(november.side).toBe('ours');
  });

  test('leave weekends and closures out of a count of working days', () => {
    const drawings = draw(filed, 'ca.imr.planDocs', '2026-11-30');
    const looks = new Map(drawings.flatMap((each) => (each.kind === 'month' ? [...each.looks] : [])));
    expect(looks.get('2026-11-24')).toBe('start');
    expect(looks.get('2026-11-25')).toBe('counted');
    expect(looks.has('2026-11-26')).toBe(false);
    expect(looks.get('2026-12-01')).toBe('due');
  });

  test('fold a long count into a column that adds up', () => {
    const [first, column, last] = draw(aCase().denied('2026-04-14'), 'ca.grv.file', '2026-05-01');
    if (first?.kind !== 'month' || column?.kind !== 'count' || last?.kind !== 'month')
      throw new Error('a month, a column and a month were expected');
    expect(column.rows.map(({ number }) => number)).toEqual(['16', '47', '77', '108', '139', '169', '180']);
    expect(last.looks.get('2026-10-11')).toBe('due');
    expect(first.label).toContain('Apr 14 is not counted.');
  });
});
