import { isRightToLeft } from '../paper/blocks.ts';

/** A place that a person has to fill: it shows in the letter, and whoever sends it is told of it. */
export const blank = (what: string): string => `[${what}]`;

/** A recorded text as itself, whatever it holds; set apart where it runs from right to left amid other words. */
export function text(value: string): string {
  const escaped = value
    .replace(/\r\n?/g, '\n')
    .replace(/[\\`*_[\]|<>#~]/g, '\\$&')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/gm, '$1\\$2')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2');
  return isRightToLeft(value) ? `\u2068${escaped}\u2069` : escaped;
}

export const known = (value: string, what: string): string =>
  value.trim() === '' ? blank(what) : text(value.trim());

/** Paragraphs parted as markup wants them; null and empty ones are left out. */
export const paragraphs = (...parts: readonly (string | null)[]): string =>
  parts.filter((part): part is string => part !== null && part !== '').join('\n\n');

/** Lines of one paragraph. */
export const lines = (...parts: readonly (string | null)[]): string =>
  parts.filter((part): part is string => part !== null && part !== '').join('\n');

export const bullets = (...items: readonly (string | null)[]): string =>
  items
    .filter((item): item is string => item !== null && item !== '')
    .map((item) => `- ${item}`)
    .join('\n');

export const table = (...rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => `| ${row.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |`)
    .toSpliced(1, 0, `|${rows[0]?.map(() => ' --- ').join('|')}|`)
    .join('\n');

const BLANK = /(?<!\\)\[((?:[^[\]\\\n]|\\.)+)(?<!\\)\]/g;

/** What is still to be filled in, in the order in which it stands, as often as it stands there. */
export const blanksOf = (markup: string): string[] =>
  [...markup.matchAll(BLANK)].map((match) => (match[1] ?? '').trim());
