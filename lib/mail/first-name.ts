/** What a letter calls a person: the first word of their name, without a mark that would double the sentence's own. Pure. */
export const firstName = (name: string): string =>
  (name.trim().split(/\s+/)[0] ?? '').replace(/[.,;:]+$/, '');
