import type { FoundCase } from '@/lib/find/found-case.ts';

export type FoundWords = { closed: string; inNote: string; noClock: string; nobody: string };

/** One case in a list of what was found: whose it is, and what tells it from another of the same name. */
export function FoundLine({ found, words }: { found: FoundCase; words: FoundWords }) {
  const { clientName, number, planName, ownerName, dueText, isClosed, foundIn } = found;
  return (
    <>
      <span className="opt-name">
        <strong>{clientName}</strong> <span className="faint">{number}</span>
      </span>
      <span className="opt-more">
        {[
          isClosed ? words.closed : (dueText ?? words.noClock),
          planName,
          ownerName ?? words.nobody,
          foundIn === 'note' ? words.inNote : null,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}
