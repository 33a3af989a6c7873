import type { z } from 'zod';
import type { Violation } from '../errors.ts';

export const FOREIGN_ORIGIN: Violation = {
  field: null,
  message: 'This form was sent from another address than Recourse’s own, so it was not saved.',
  remedy: 'Open Recourse at its usual address and try again.',
};
const NOT_AS_DRAWN = 'This form was not sent as it was drawn. Open the page again and fill it in there.';

/** What a schema refused, as one problem for each field. */
export function problemsOf(error: z.ZodError): Violation[] {
  const seen = new Set<string>();
  return error.issues.flatMap((issue) => {
    const field = typeof issue.path[0] === 'string' ? issue.path[0] : null;
    if (field !== null && seen.has(field)) return [];
    if (field !== null) seen.add(field);
    const { rule, remedy } = (issue.code === 'custom' ? (issue.params ?? {}) : {}) as {
      rule?: string;
      remedy?: string;
    };
    // The words for what no form of ours sends are zod's own, and meant for programmers.
    const message =
      issue.code !== 'custom' && /^Invalid |^Unrecognized /.test(issue.message)
        ? NOT_AS_DRAWN
        : issue.message;
    return [{ field, message, ...(rule && { rule }), ...(remedy && { remedy }) }];
  });
}
