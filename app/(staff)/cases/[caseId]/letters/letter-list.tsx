import { GridTable } from '@/components/grid-table.tsx';
import { Mark } from '@/components/mark.tsx';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import { LANGUAGE_NAMES } from '@/lib/labels.ts';
import type { LetterLine } from '@/lib/letters/queries.ts';

/** The letters of a case, newest first. */
export function LetterList({ caseId, letters }: { caseId: string; letters: readonly LetterLine[] }) {
  return (
    <GridTable
      caption="Letters written on this case"
      rowHead="title"
      roomy
      columns={[
        { key: 'title', head: 'Letter', className: 'doc-t' },
        { key: 'language', head: 'Written in' },
        { key: 'blanks', head: 'To fill in' },
        { key: 'saved', head: 'Saved' },
      ]}
      bands={[
        {
          key: 'letters',
          rows: letters.map((letter) => ({
            key: letter.id,
            cells: {
              title: <LetterName caseId={caseId} letter={letter} />,
              language: LANGUAGE_NAMES[letter.language],
              blanks: <BlankCount count={letter.blankCount} />,
              saved: (
                <>
                  {formatMoment(letter.savedAt)} <span className="quiet">{letter.savedBy}</span>
                </>
              ),
            },
          })),
        },
      ]}
      cards={
        <ul className="cards">
          {letters.map((letter) => (
            <li key={letter.id}>
              <LetterName caseId={caseId} letter={letter} />
              <span className="cc-m">
                {LANGUAGE_NAMES[letter.language]}, <BlankCount count={letter.blankCount} />
              </span>
            </li>
          ))}
        </ul>
      }
    />
  );
}

const LetterName = ({ caseId, letter }: { caseId: string; letter: LetterLine }) => (
  <>
    <a className="cc-n" href={`/cases/${caseId}/letters/${letter.id}`}>
      {letter.title}
    </a>{' '}
    <span className="quiet">version {letter.versionNumber}</span>
  </>
);

const BlankCount = ({ count }: { count: number }) =>
  count === 0 ? (
    <Mark kind="met">complete</Mark>
  ) : (
    <Mark kind="open">{count === 1 ? '1 blank' : `${count} blanks`}</Mark>
  );
