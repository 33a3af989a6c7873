/** A, B, … Z, AA, AB: `index` counts from 0. */
export function exhibitLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : exhibitLetter(Math.floor(index / 26) - 1) + letter;
}
