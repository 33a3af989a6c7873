const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? [];
const sentenceCount = (text: string): number => Math.max(1, text.match(/[.!?:](\s|$)/g)?.length ?? 0);

/** The school grade of an English text by Flesch and Kincaid's formula; syllables are counted by their vowels. */
export function gradeInEnglish(text: string): number {
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + syllablesInEnglish(word.toLowerCase()), 0);
  // Of four words the formula says nothing.
  if (words.length < 5) return 0;
  return 0.39 * (words.length / sentenceCount(text)) + 11.8 * (syllables / words.length) - 15.59;
}

/** The school grade of a Spanish text by Crawford's formula, from its sentences and syllables in a hundred words. */
export function gradeInSpanish(text: string): number {
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + syllablesInSpanish(word.toLowerCase()), 0);
  if (words.length < 5) return 0;
  const perHundred = 100 / words.length;
  return -0.205 * sentenceCount(text) * perHundred + 0.049 * syllables * perHundred - 3.407;
}

function syllablesInEnglish(word: string): number {
  const groups = word.replace(/(?<=[^aeiouy])e[ds]?$/, '').match(/[aeiouy]+/g)?.length ?? 0;
  return Math.max(1, groups);
}

/** A weak vowel without its accent makes one syllable with its neighbor. */
function syllablesInSpanish(word: string): number {
  const groups =
    word.replaceAll(/qu|gu(?=[eé iíy])/g, 'k').match(/[iuü]?[aeoáéó][iuüy]?|[íú]|[iuü]+/g)?.length ?? 0;
  return Math.max(1, groups);
}
