import { describe, expect, it } from 'vitest';
import { isAfter, localDate } from '../../../lib/calendar/local-date.ts';
import { law } from '../../../lib/deadlines/citations.ts';
import { type InForce, isInForce } from '../../../lib/deadlines/in-force.ts';
import { dutyText } from '../../../lib/deadlines/next-steps.ts';
import {
  datedRules,
  openingRules,
  type RuleId,
  ruleOf,
  standingRules,
} from '../../../lib/deadlines/rules.ts';

const rules = [...datedRules, ...openingRules, ...standingRules];

describe('the rule table', () => {
  it('has one text of each rule for any day', () => {
    const doubled = rules.filter((rule, index) =>
      rules.slice(0, index).some((other) => other.id === rule.id && overlap(other.inForce, rule.inForce)),
    );
    expect(doubled).toEqual([]);
    expect(new Set(datedRules.map(({ id }) => id)).size).toBe(31);
    expect(new Set(openingRules.map(({ id }) => id)).size).toBe(6);
  });

  it('gives every rule a title and its law', () => {
    const untitled = rules.filter(({ title }) => !/^[A-Z].*[^.]$/.test(title));
    const unfounded = rules.filter(({ citations }) => citations.length === 0);
    expect([untitled, unfounded]).toEqual([[], []]);
    expect(rules.map(({ id }) => ruleOf(id))).toEqual(rules);
    const unknown = 'ca.none' as RuleId;
    expect(() => ruleOf(unknown)).toThrow(RangeError);
  });

  it('cites official texts, each in one sentence of its own', () => {
    const cited = Object.values(law);
    const hosts = new Set(cited.map(({ url }) => new URL(url).origin));
    expect([...hosts].toSorted()).toEqual([
      'https://govt.westlaw.com',
      'https://leginfo.legislature.ca.gov',
      'https://www.ecfr.gov',
    ]);
    expect(cited.filter(({ paraphrase }) => !/^[A-Z][^.]*(\.\d[^.]*)?\.$/.test(paraphrase))).toEqual([]);
    expect(law.resolveIn30Days).toMatchObject({
      law: 'H&S 1368.01(a)',
      url: 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=HSC&sectionNum=1368.01.',
    });
  });

  it('uses every provision it lists', () => {
    const cited = new Set(
      rules.flatMap(({ citations, insuranceCitations }) => [...citations, ...(insuranceCitations ?? [])]),
    );
    const forCountingAndReasons = [law.calendarMonth, law.firstDayExcluded, law.rollOver, law.stateClosures];
    const unused = Object.values(law).filter(
      (citation) => !cited.has(citation) && !forCountingAndReasons.some((known) => known === citation),
    );
    expect(unused).toEqual([]);
  });

  it('rolls only limits that rest on California periods', () => {
    const rolled = datedRules.filter(({ rollover }) => rollover === 'information');
    expect(rolled.map(({ id }) => id).toSorted()).toEqual([
      'ca.grv.file',
      'ca.imr.deadline.decision',
      'ca.imr.deadline.experimental',
      'ca.imr.deadline.silence',
      'cdi.imr.deadline',
      'mc.hearing.file',
      'mc.hearing.outer',
    ]);
    expect(datedRules.filter(({ rollover }) => rollover === 'law').map(({ id }) => id)).toEqual([
      'fed.ext.file',
    ]);
  });

  it('says of every duty what it asks for', () => {
    const words = { plan: 'plan', grievance: 'grievance', regulator: 'the DMHC Help Center' } as const;
    const unsaid = datedRules.filter(({ id, kind }) => kind === 'duty' && dutyText(id, words) === null);
    expect(unsaid).toEqual([]);
  });

  it('may hold a text for a time: the day the clock starts decides', () => {
    const text = { inForce: { from: localDate('2026-01-01'), to: localDate('2026-12-31') } };
    expect(isInForce(text, localDate('2025-12-31'))).toBe(false);
    expect(isInForce(text, localDate('2026-01-01'))).toBe(true);
    expect(isInForce(text, localDate('2026-12-31'))).toBe(true);
    expect(isInForce(text, localDate('2027-01-01'))).toBe(false);
    expect(isInForce({ inForce: { from: null, to: null } }, localDate('1990-01-01'))).toBe(true);
  });
});

function overlap(a: InForce, b: InForce): boolean {
  return (
    (a.from === null || b.to === null || !isAfter(a.from, b.to)) &&
    (b.from === null || a.to === null || !isAfter(b.from, a.to))
  );
}
