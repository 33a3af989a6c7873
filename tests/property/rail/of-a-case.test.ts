import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { railModelOf } from '../../../app/(staff)/cases/[caseId]/rail-model.ts';
import { overlaps, RAIL_WIDTHS } from '../../../components/rail/geometry.ts';
import { layoutRail } from '../../../components/rail/layout.ts';
import type { RailModel } from '../../../components/rail/model.ts';
import { type Instant, pacificDateOf, startOfPacificDay } from '../../../lib/calendar/instant.ts';
import { addDays, type LocalDate } from '../../../lib/calendar/local-date.ts';
import { type AssessedCase, isImrLimit, isLive } from '../../../lib/cases/assessed-case.ts';
import { adjustDates } from '../../../lib/deadlines/adjusted.ts';
import { assess } from '../../../lib/deadlines/assess.ts';
import type { Facts } from '../../../lib/deadlines/facts.ts';
import { currentRules } from '../../../lib/deadlines/rules.ts';
import { aCase } from '../../support/case-record.ts';
import { validFacts } from '../deadlines/facts-arbitrary.ts';
import { outside, textsOf } from './texts.ts';

/** The rail of any case the engine can assess: from its facts to what is drawn. */

const anyCase: fc.Arbitrary<AssessedCase> = fc
  .tuple(validFacts, fc.integer({ min: 0, max: 40 }))
  .map(([facts, openedAgo]) => assessed(facts, openedAgo));

function assessed(facts: Facts, openedAgo: number): AssessedCase {
  const today = facts.asOf.includes('T') ? pacificDateOf(facts.asOf as Instant) : (facts.asOf as LocalDate);
  const openedAt = new Date(startOfPacificDay(addDays(today, -openedAgo)));
  const { record } = aCase();
  return {
    record: { ...record, openedAt },
    today,
    facts,
    rules: currentRules,
    assessment: adjustDates(assess(facts, currentRules), [], facts, currentRules),
  };
}

/** What is wrong with the rail of the first case that breaks a law; null when none does. */
function counterexample(faultsOf: (model: RailModel, assessed: AssessedCase) => unknown[]): string | null {
  const law = fc.property(anyCase, (each) => {
    const model = railModelOf(each);
    const faults = model ? faultsOf(model, each) : [];
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
  });
  return fc.defaultReportMessage(fc.check(law, { numRuns: 400 })) ?? null;
}

/** Which clocks of a case are told otherwise than by a bar of their own. */
function isToldOtherwise(rule: string, { assessment }: AssessedCase): boolean {
  const { fileByRule, otherReadings, route } = assessment.imr;
  const owedBy = assessment.deadlines.find((each) => each.rule === rule)?.owedBy;
  if (isImrLimit(rule)) return rule !== fileByRule || otherReadings.some((reading) => reading.rule === rule);
  if (rule === 'ca.grv.ack') return true;
  if (rule === 'mc.hearing.outer') return true;
  return route === 'ask-regulator' && owedBy !== 'client' && owedBy !== 'plan';
}

describe('the rail of any case', () => {
  test('draws every clock that runs once', () => {
    expect(
      counterexample(({ bars }, each) =>
        each.assessment.deadlines
          .filter((deadline) => isLive(deadline) && deadline.kind !== 'information')
          .filter(({ rule }) => {
            const drawn = bars.filter(({ id }) => id === rule).length;
            return drawn > 1 || (drawn === 0 && !isToldOtherwise(rule, each));
          })
          .map(({ rule }) => rule),
      ),
    ).toBeNull();
  });

  test('draws nothing that the assessment does not hold', () => {
    expect(
      counterexample(({ bars }, { assessment }) =>
        bars
          .filter(({ id }) => id !== 'receipt-not-known')
          .filter(({ id, dueOn }) => !assessment.deadlines.some((d) => d.rule === id && d.dueOn === dueOn)),
      ),
    ).toBeNull();
  });

  test('keeps every day inside its ends, unless it is cut at the left', () => {
    expect(
      counterexample(({ from = '', to = '', tornLeft, letters, bars, today }) => {
        const days = [today, ...letters.map(({ on }) => on), ...bars.map(({ startsOn }) => startsOn)];
        return days.filter((day) => day > to || (!tornLeft?.startsWith('since') && day < from));
      }),
    ).toBeNull();
  });

  test('says the same in its table: each letter, each clock’s last day, and today', () => {
    expect(
      counterexample(({ table, letters, bars, description }, { today }) => {
        const isSaid = (what: (row: RailModel['table'][number]) => boolean) => table.some(what);
        return [
          ...letters.filter(
            ({ on, label }) =>
              label !== 'Case opened' && !isSaid((row) => row.on === on && row.what === label),
          ),
          ...bars.filter(
            ({ id, dueOn }) =>
              id !== 'receipt-not-known' &&
              !isSaid((row) => row.on === dueOn && row.what.startsWith('Last day: ')),
          ),
          ...(isSaid(({ on, what }) => on === today && what === 'Today') ? [] : ['today']),
          ...(description.includes('Today is ') ? [] : ['description']),
        ];
      }),
    ).toBeNull();
  });

  test.each([...RAIL_WIDTHS])('at %i px lets no texts overlap and none leave the drawing', (width) => {
    expect(
      counterexample((model) => {
        const rail = layoutRail(model, width);
        const texts = textsOf(rail);
        const pairs = texts.flatMap((one, index) =>
          texts.slice(index + 1).map((other) => [one, other] as const),
        );
        return [...pairs.filter(([one, other]) => overlaps(one, other)), ...outside(rail)];
      }),
    ).toBeNull();
  });
});
