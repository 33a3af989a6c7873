'use client';

import { createContext, useContext } from 'react';
import { Mark } from '@/components/mark.tsx';
import type { Words } from '@/lib/words/words.ts';
import { ClocksPreview } from '../../clocks-preview.tsx';
import { changesIn } from '../../preview-rows.ts';
import type { ActPreview as Preview } from './preview-act.ts';

/** What the preview says by itself, before it has anything to tell. */
export const ActWords = createContext<Pick<Words['acts']['form'], 'untyped' | 'seeAll'>>({
  untyped: '',
  seeAll: '',
});

/** What saving does: each part in a sentence, the message as the client reads it, the clocks that change. */
export function ActPreview({ preview }: { preview: Preview | null }) {
  const { untyped } = useContext(ActWords);
  if (!preview) return <p className="quiet">{untyped}</p>;
  const { parts, message, clocks } = preview;
  return (
    <>
      <ul className="act-will" id="act-preview">
        {parts.map((part) => (
          <li key={part}>
            <Mark kind="met">{part}</Mark>
          </li>
        ))}
      </ul>
      {message ? (
        <div className="act-message">
          <p className="quiet small">
            {message.to}. {message.howMuch}
          </p>
          {message.warning ? (
            <p className="small">
              <Mark kind="risk">{message.warning}</Mark>
            </p>
          ) : null}
          {message.texts.map(({ heading, language, subject, lines }) => (
            <section key={heading} aria-label={heading}>
              <h3>{heading}</h3>
              <blockquote lang={language}>
                <p>
                  <strong>{subject}</strong>
                </p>
                {lines.map((line) => (
                  <p key={line}>{line}</p>
                ))}
              </blockquote>
            </section>
          ))}
        </div>
      ) : null}
      {changesIn(clocks).changed.length > 0 ? (
        <div className="act-clocks">
          <ClocksPreview preview={clocks} />
        </div>
      ) : null}
    </>
  );
}

/** The same in one sentence, for a phone. */
export function ActSentence({ preview }: { preview: Preview }) {
  const { seeAll } = useContext(ActWords);
  return (
    <>
      {preview.inOneSentence}{' '}
      <a className="link" href="#act-preview">
        {seeAll}
      </a>
    </>
  );
}
