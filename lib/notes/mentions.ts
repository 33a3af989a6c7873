export type Mentionable = { readonly id: string; readonly name: string };

export type Mentions = {
  /** Who is meant, each once, in the order of the text. */
  readonly ids: readonly string[];
  /** What stands behind an @ and is nobody's name. */
  readonly unknown: readonly string[];
  /** First names that more than one colleague has. */
  readonly shared: readonly { readonly typed: string; readonly names: readonly string[] }[];
};

const LONGEST_NAME = 120;
const AT = /(?<![\p{L}\p{N}._+-])@(?=\p{L})/gu;

/**
 * Who is named in a text behind an @: by the whole name, or by a first name that only one colleague has. Capitals and
 * accents do not matter; an e-mail address names nobody.
 */
export function readMentions(text: string, people: readonly Mentionable[]): Mentions {
  const ids = new Set<string>();
  const unknown = new Set<string>();
  const shared = new Map<string, readonly string[]>();
  for (const { index } of text.matchAll(AT)) {
    const rest = text.slice(index + 1, index + 1 + LONGEST_NAME);
    const meant = meantBy(fold(rest), people);
    const typed = /^\p{L}[\p{L}\p{M}\p{N}'’-]*/u.exec(rest)?.[0] ?? '';
    const isOne = new Set(meant.map(({ name }) => fold(name))).size === 1;
    if (meant.length === 0) unknown.add(typed);
    else if (isOne) for (const { id } of meant) ids.add(id);
    else
      shared.set(
        typed,
        meant.map(({ name }) => name),
      );
  }
  return {
    ids: [...ids],
    unknown: [...unknown],
    shared: [...shared].map(([typed, names]) => ({ typed, names })),
  };
}

/** The longest whole name wins; people of the very same name are all meant, since nothing tells them apart. */
function meantBy(folded: string, people: readonly Mentionable[]): Mentionable[] {
  const whole = people.filter(({ name }) => begins(folded, fold(name)));
  const longest = Math.max(0, ...whole.map(({ name }) => fold(name).length));
  if (whole.length > 0) return whole.filter(({ name }) => fold(name).length === longest);
  return people.filter(({ name }) => begins(folded, fold(name).split(' ')[0] ?? ''));
}

const begins = (folded: string, name: string): boolean =>
  name !== '' && folded.startsWith(name) && !/^[\p{L}\p{N}]/u.test(folded.slice(name.length));

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim()
    .replace(/\s+/gu, ' ');
