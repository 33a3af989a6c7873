import { addDays, type LocalDate, localDate } from '../lib/calendar/local-date.ts';
import { assess } from '../lib/deadlines/assess.ts';
import { assessJsonText } from '../lib/deadlines/assess-json.ts';
import type { Facts } from '../lib/deadlines/facts.ts';
import { readFacts } from '../lib/deadlines/read-facts.ts';

export type EngineFigures = {
  readonly cases: number;
  /** Facts to assessment, one core. */
  readonly assessmentsPerSecond: number;
  /** The whole way of the command and the public endpoint: text, checks, assessment, text. */
  readonly jsonRoundTripsPerSecond: number;
  readonly deadlinesPerCase: number;
  readonly bytesPerAnswer: number;
};

const caseCount = 10_000;
const asOf = localDate('2027-03-01');

/** How many cases a second the deadline engine assesses on one core: ten thousand cases of every track and stage. */
export function measureEngine(): EngineFigures {
  const cases = Array.from({ length: caseCount }, (_, index) => factsOf(index));
  const text = JSON.stringify(cases);
  assess(cases[0] as Facts);

  let deadlineCount = 0;
  const assessing = secondsOf(() => {
    deadlineCount = cases.reduce((count, facts) => count + assess(facts).deadlines.length, 0);
  });
  let answerBytes = 0;
  const roundTrip = secondsOf(() => {
    const assessed = assessJsonText(text);
    answerBytes = Buffer.byteLength(JSON.stringify(assessed.ok ? assessed.body : assessed.problems));
  });
  return {
    cases: caseCount,
    assessmentsPerSecond: Math.round(caseCount / assessing),
    jsonRoundTripsPerSecond: Math.round(caseCount / roundTrip),
    deadlinesPerCase: deadlineCount / caseCount,
    bytesPerAnswer: Math.round(answerBytes / caseCount),
  };
}

export function engineReport(figures: EngineFigures): string {
  const whole = (count: number) => count.toLocaleString('en-US').padStart(9);
  return [
    `Deadline engine, one core, ${figures.cases.toLocaleString('en-US')} cases of every track and stage`,
    `${whole(figures.assessmentsPerSecond)}  assessments a second`,
    `${whole(figures.jsonRoundTripsPerSecond)}  cases a second from JSON to JSON`,
    `${figures.deadlinesPerCase.toFixed(1).padStart(9)}  deadlines a case, each with its proof`,
    `${whole(figures.bytesPerAnswer)}  bytes an answer`,
  ].join('\n');
}

function secondsOf(work: () => void): number {
  const startedAt = performance.now();
  work();
  return (performance.now() - startedAt) / 1_000;
}

const coverages = [
  { program: 'commercial', regulator: 'DMHC' },
  { program: 'commercial', regulator: 'CDI' },
  { program: 'medi-cal', regulator: 'DMHC' },
  { program: 'medi-cal', regulator: 'none', knoxKeene: false },
  { program: 'self-funded', regulator: 'none' },
  { program: 'commercial', regulator: 'unknown' },
] as const;
const bases = [['medical-necessity'], ['experimental'], ['emergency-or-urgent'], ['not-covered', 'other']];

/** A case as far along as its number says: denied, grieved, answered, applied, under review, determined. */
function factsOf(index: number): Facts {
  const stage = index % 6;
  const denied = addDays(localDate('2026-01-01'), index % 240);
  const day = (after: number): LocalDate => addDays(denied, after);
  const read = readFacts({
    asOf,
    coverage: coverages[Math.floor(index / 6) % coverages.length] ?? coverages[0],
    denial: { letterDate: denied, receivedOn: day(3), basis: bases[index % 4] },
    ...(stage < 1
      ? {}
      : {
          grievance: {
            filedOn: day(10),
            receivedOn: day(12),
            expedited: index % 7 === 0,
            ...(stage < 2
              ? {}
              : { decision: { letterDate: day(30 + (index % 25)), receivedOn: day(56), outcome: 'upheld' } }),
          },
        }),
    ...(stage < 3
      ? {}
      : {
          imr: {
            appliedOn: day(70),
            receivedOn: day(72),
            ...(stage < 4
              ? {}
              : { acceptedOn: day(76), planNotifiedOn: day(77), reviewerReceivedOn: day(82) }),
            ...(stage < 5
              ? {}
              : { decision: { date: day(110), outcome: 'overturned', planReceivedOn: day(112) } }),
          },
        }),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.facts;
}

if (import.meta.main) process.stdout.write(`${engineReport(measureEngine())}\n`);
