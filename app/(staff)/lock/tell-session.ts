/** Asks the server something about this browser's session, from inside a page that stays as it is. */
export const tellSession = (fields: Readonly<Record<string, string>>): Promise<Response> =>
  fetch('/api/session', { method: 'POST', body: new URLSearchParams(fields) });

/** What the cover over a page asks for. */
export type Cover = 'checking' | 'locked' | 'ended' | 'code' | 'elsewhere';
