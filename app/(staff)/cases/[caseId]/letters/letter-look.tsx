'use client';

import { Mark } from '@/components/mark.tsx';
import type { LetterLook as Look } from '@/lib/letters/letter-paper.ts';
import { LetterPaper } from './letter-paper.tsx';

/** How the letter will look, under what it still lacks. */
export function LetterLook({ preview }: { preview: Look | null }) {
  if (!preview) return <p className="quiet">Choose what the letter is for to see it here.</p>;
  return (
    <>
      <div aria-live="polite">
        <Blanks blanks={preview.blanks} />
      </div>
      <LetterPaper letter={preview} />
    </>
  );
}

function Blanks({ blanks }: { blanks: readonly string[] }) {
  if (blanks.length === 0)
    return (
      <p>
        <Mark kind="met">Nothing is left to fill in</Mark>
      </p>
    );
  const counted = [...Map.groupBy(blanks, (blank) => blank)];
  return (
    <section className="letter-blanks" aria-label="Left to fill in">
      <p>
        <Mark kind="open">
          <strong>{placesText(blanks.length)} to fill in</strong>
        </Mark>
      </p>
      <ul>
        {counted.map(([blank, times]) => (
          <li key={blank}>
            {blank}
            {times.length > 1 ? <span className="quiet"> in {times.length} places</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same in one sentence, for phones, where the letter itself is below the form. */
export const LetterLookSentence = ({ preview }: { preview: Look }) =>
  preview.blanks.length === 0
    ? 'Nothing is left to fill in.'
    : `${placesText(preview.blanks.length)} to fill in.`;

const placesText = (count: number): string => (count === 1 ? '1 place' : `${count} places`);
