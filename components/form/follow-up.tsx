import type { ReactNode } from 'react';

/**
 * Questions that only one answer raises. They come and go by the style sheet, so they do without JavaScript too; a
 * refused one always shows.
 */
export function FollowUp({ question, children }: { question: ReactNode; children: ReactNode }) {
  return (
    <div className="follow">
      <div className="follow-if">{question}</div>
      <div className="follow-up">{children}</div>
    </div>
  );
}
