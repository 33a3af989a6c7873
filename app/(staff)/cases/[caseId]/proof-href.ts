/** Where a date of a case defends itself. */
export const proofHref = (caseId: string, rule: string): string => `/cases/${caseId}/proof/${rule}`;
