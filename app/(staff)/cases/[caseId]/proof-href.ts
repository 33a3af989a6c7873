import { isManual } from '@/lib/deadlines/clock-title.ts';

/** Where a date of a case defends itself; one that no rule sets has its place among the case's clocks. */
export const proofHref = (caseId: string, rule: string): string =>
  isManual(rule) ? `/cases/${caseId}#clocks` : `/cases/${caseId}/proof/${rule}`;
