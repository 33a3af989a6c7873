import type { ReactNode } from 'react';
import type { SaidDuplicate } from '@/lib/duplicates/said-duplicate.ts';
import type { Words } from '@/lib/words/words.ts';

export type DuplicateWords = Pick<Words['duplicates'], 'question' | 'open' | 'inNewTab' | 'notTheSame'>;

/** Clients in the books, each with why it may be the same person and a way to look. */
export function DuplicateList({
  found,
  words,
  children,
}: {
  found: readonly SaidDuplicate[];
  words: DuplicateWords;
  children?: ReactNode;
}) {
  return (
    <div className="dup">
      <p>
        <strong>{words.question}</strong>
      </p>
      <ul>
        {found.map(({ href, clientName, birthText, number, planName, closedText, why }) => (
          <li key={href}>
            <span>
              {clientName}, {birthText}
              <span className="quiet why">{why}</span>
            </span>
            <span className="quiet">{[number, closedText, planName].filter(Boolean).join(', ')}</span>
            <a className="link" href={href} target="_blank" rel="noreferrer">
              {words.open}
              <span className="vh"> {words.inNewTab.replace('{number}', number)}</span>
            </a>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}
