import type { Words } from '@/lib/words/words.ts';

/** The keys of a list, for whoever has a keyboard at hand. */
export function KeyHints({ words }: { words: Words['caseList']['bulk']['keys'] }) {
  return (
    <p className="keys quiet" aria-hidden="true">
      <kbd>j</kbd> <kbd>k</kbd> {words.move} <kbd>x</kbd> {words.select} <kbd>Enter</kbd> {words.open}{' '}
      <kbd>?</kbd> {words.all}
    </p>
  );
}
