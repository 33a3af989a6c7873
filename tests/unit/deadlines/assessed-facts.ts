import { assess } from '../../../lib/deadlines/assess.ts';
import type { Assessment, Deadline } from '../../../lib/deadlines/assessment.ts';
import { readFacts } from '../../../lib/deadlines/read-facts.ts';

/** A case's facts by their dotted paths, such as `grievance.receivedOn`. */
export type FactsByPath = Readonly<Record<string, unknown>>;

export const dmhc = { 'coverage.program': 'commercial', 'coverage.regulator': 'DMHC' } as const;
export const cdi = { 'coverage.program': 'commercial', 'coverage.regulator': 'CDI' } as const;
export const mediCal = { 'coverage.program': 'medi-cal', 'coverage.regulator': 'DMHC' } as const;
export const selfFunded = { 'coverage.program': 'self-funded', 'coverage.regulator': 'none' } as const;

export function nested(facts: FactsByPath): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(facts)) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let group = root;
    for (const key of keys) group = (group[key] ??= {}) as Record<string, unknown>;
    group[last] = value;
  }
  return root;
}

export function assessed(facts: FactsByPath): Assessment {
  const read = readFacts(nested(facts));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return assess(read.facts);
}

export function deadlineOf(rule: string, facts: FactsByPath): Deadline {
  const found = assessed(facts).deadlines.find((deadline) => deadline.rule === rule);
  if (found === undefined) throw new Error(`${rule} is not listed`);
  return found;
}

export function rulesListed(facts: FactsByPath): string[] {
  return assessed(facts).deadlines.map(({ rule }) => rule);
}

export function problemPaths(facts: FactsByPath): string[] {
  const read = readFacts(nested(facts));
  return read.ok ? [] : read.problems.map(({ path }) => path).toSorted();
}
