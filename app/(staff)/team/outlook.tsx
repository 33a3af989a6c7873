'use client';

import type { MovePreview } from '@/lib/workload/preview-move.ts';

export type OutlookWords = {
  readonly dryRun: string;
  readonly openCases: string;
  readonly whatStays: string;
  readonly nothingChosen: string;
};

const MOST_BOXES = 12;

/** What a move would come to: how many everybody would have, one box a case that goes or comes, and what stays. */
export function Outlook({ preview, words }: { preview: MovePreview | null; words: OutlookWords }) {
  if (preview === null) return <p className="quiet">{words.nothingChosen}</p>;
  return (
    <>
      <p>
        <strong>{words.dryRun}</strong> {preview.said}
      </p>
      {preview.people.length > 0 ? (
        <>
          <h3>{words.openCases}</h3>
          <dl className="after">
            {preview.people.map(({ name, before, after, said }) => (
              <div key={name} className="contents">
                <dt>{name}</dt>
                <dd>
                  <span>{said}</span>
                  <Boxes count={Math.min(Math.abs(after - before), MOST_BOXES)} isGain={after > before} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
      {preview.stays.length > 0 ? (
        <>
          <h3>{words.whatStays}</h3>
          <ul className="stays">
            {preview.stays.map(({ clientName, because }) => (
              <li key={clientName}>
                <b>{clientName}</b>: {because}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Boxes({ count, isGain }: { count: number; isGain: boolean }) {
  const width = count * 13;
  return (
    <svg width={width} height="11" viewBox={`0 0 ${width} 11`} aria-hidden="true" className="boxes">
      {Array.from({ length: count }, (_, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are all alike
          key={index}
          className={isGain ? 'exp' : 'gone'}
          x={index * 13 + 0.5}
          y="0.5"
          width="10"
          height="10"
        />
      ))}
    </svg>
  );
}
