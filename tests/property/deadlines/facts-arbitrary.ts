import fc from 'fast-check';
import { epochSecondsOf, formatPacificInstant, startOfPacificDay } from '../../../lib/calendar/instant.ts';
import { addDays, type LocalDate, localDate } from '../../../lib/calendar/local-date.ts';
import { denialBases, type Facts, outcomes } from '../../../lib/deadlines/facts.ts';
import { readFacts } from '../../../lib/deadlines/read-facts.ts';

const coverages = fc.constantFrom(
  { program: 'commercial', regulator: 'DMHC' },
  { program: 'commercial', regulator: 'DMHC' },
  { program: 'commercial', regulator: 'CDI' },
  { program: 'commercial', regulator: 'unknown' },
  { program: 'medi-cal', regulator: 'DMHC' },
  { program: 'medi-cal', regulator: 'none', knoxKeene: false },
  { program: 'medicare-medi-cal', regulator: 'DMHC', serviceCoveredBy: 'medi-cal' },
  { program: 'self-funded', regulator: 'none' },
  { program: 'medicare', regulator: 'none' },
);

const starts = fc
  .tuple(
    fc.constantFrom('2025-08-31', '2026-03-01', '2026-10-20', '2027-11-10', '2028-02-20'),
    fc.nat({ max: 60 }),
  )
  .map(([base, days]) => addDays(localDate(base), days));

/** Days from one event to the next, with the lengths the law counts among them. */
const gaps = fc.oneof(fc.nat({ max: 8 }), fc.constantFrom(29, 30, 31, 45, 60, 120, 179, 180, 183, 184, 190));

interface Choices {
  readonly coverage: object;
  readonly start: LocalDate;
  readonly gaps: readonly number[];
  readonly known: readonly boolean[];
  readonly seconds: readonly number[];
  readonly basis: readonly string[];
  readonly outcome: string;
  readonly imrOutcome: string;
}

/** Any case whose facts have no flaw: events follow each other, some are unknown, some are known to the second. */
export const validFacts: fc.Arbitrary<Facts> = fc
  .record<Choices>({
    coverage: coverages,
    start: starts,
    gaps: fc.array(gaps, { minLength: 16, maxLength: 16 }),
    known: fc.array(fc.boolean(), { minLength: 32, maxLength: 32 }),
    seconds: fc.array(fc.nat({ max: 80_000 }), { minLength: 5, maxLength: 5 }),
    basis: fc.uniqueArray(fc.constantFrom(...denialBases), { minLength: 1 }),
    outcome: fc.constantFrom(...outcomes),
    imrOutcome: fc.constantFrom(...outcomes),
  })
  .map((choices) => readFacts(caseOf(choices)))
  .filter((read) => read.ok)
  .map((read) => read.facts);

function caseOf(choices: Choices): unknown {
  const { known, seconds } = choices;
  let day = choices.start;
  let gap = 0;
  let fact = 0;
  const next = () => {
    day = addDays(day, choices.gaps[gap] ?? 0);
    gap += 1;
    return day;
  };
  const perhaps = <T>(value: T): T | undefined => {
    fact += 1;
    return known[fact - 1] === true ? value : undefined;
  };
  const atSome = (on: LocalDate, index: number) =>
    perhaps(formatPacificInstant(epochSecondsOf(startOfPacificDay(on)) + (seconds[index] ?? 0)));

  const denied = day;
  const received = next();
  const acknowledged = next();
  const decided = next();
  const applied = next();
  const accepted = next();
  const reviewed = next();
  const determined = next();
  const isRejected = known[31] === true && known[30] === true;
  const facts = {
    coverage: choices.coverage,
    denial: {
      letterDate: perhaps(denied),
      receivedOn: perhaps(denied),
      basis: perhaps(choices.basis),
      servicesEndOn: perhaps(addDays(denied, 14)),
      serviceReceived: perhaps(true),
    },
    grievance: {
      filedOn: perhaps(received),
      receivedOn: perhaps(received),
      receivedAt: atSome(received, 0),
      expedited: perhaps(true),
      acknowledgedOn: perhaps(acknowledged),
      decision: perhaps({ letterDate: decided, outcome: choices.outcome, receivedOn: decided }),
    },
    hearing: { requestedOn: perhaps(applied), heldOn: perhaps(accepted) },
    imr: perhaps({
      appliedOn: perhaps(applied),
      receivedOn: perhaps(applied),
      receivedAt: atSome(applied, 1),
      expedited: perhaps(true),
      ...(isRejected
        ? { rejectedOn: accepted }
        : {
            acceptedAt: atSome(accepted, 2),
            planNotifiedOn: perhaps(accepted),
            documentsSentAt: atSome(reviewed, 3),
            reviewerReceivedOn: perhaps(reviewed),
            decision: perhaps({ date: determined, outcome: choices.imrOutcome, planReceivedOn: determined }),
          }),
    }),
    externalReview: { filedOn: perhaps(applied), receivedAt: atSome(applied, 4), expedited: perhaps(true) },
    asOf:
      known[29] === true ? formatPacificInstant(epochSecondsOf(startOfPacificDay(next())) + 86_000) : next(),
  };
  return JSON.parse(JSON.stringify(facts));
}
