import type { Problem } from './form-state.ts';

/** What kept a submission from being answered. Where the connection broke off, sending again is enough. */
export type Failure = Problem & { readonly isCutOff: boolean };

/** What kept a submission from being answered; null for what only looks like an error, such as a redirect. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof TypeError)
    return {
      field: null,
      message: 'The connection failed on the way.',
      remedy: 'Check it and save again.',
      isCutOff: true,
    };
  if (!(error instanceof Error)) return null;
  // The server's words for a form that it did not take in at all.
  if (!('digest' in error)) return { field: null, message: error.message, isCutOff: false };
  const id = String(error.digest);
  if (!/^\d/.test(id)) return null;
  return {
    field: null,
    message: `Something went wrong on our side (number ${id}).`,
    remedy: 'Save again; if it stays, tell whoever runs this office’s copy the number.',
    isCutOff: false,
  };
}
