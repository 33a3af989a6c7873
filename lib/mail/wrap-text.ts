const COLUMNS = 72;

/** Scripts without spaces, in which a line may end after any character, but not before the marks that close a phrase. */
const PIECES = /[\p{Script=Han}][，。、：；！？」』）]*|[^\s\p{Script=Han}]+|\s+/gu;

const isWide = (character: string): boolean =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(character);

const widthOf = (text: string): number =>
  Array.from(text, (character): number => (isWide(character) ? 2 : 1)).reduce((sum, width) => sum + width, 0);

/**
 * Breaks lines of a text to 72 columns, wide characters counting as two: at spaces, and in Chinese between characters.
 * A word longer than a line, such as an address on the web, stays whole.
 */
export const wrapText = (text: string): string => text.split('\n').map(wrapLine).join('\n');

function wrapLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const piece of line.match(PIECES) ?? []) {
    const fits = widthOf((current + piece).trimEnd()) <= COLUMNS;
    if (fits || current === '') {
      current += piece;
      continue;
    }
    lines.push(current.trimEnd());
    current = piece.trimStart();
  }
  return [...lines, current.trimEnd()].join('\n');
}
