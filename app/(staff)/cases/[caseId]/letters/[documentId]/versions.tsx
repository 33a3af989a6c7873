import { formatMoment } from '@/lib/calendar/format-date.ts';
import type { LetterPage } from '@/lib/letters/queries.ts';

/** Every text that was saved, newest first. */
export function LetterVersions({
  page: { case: of, letter, versions, number },
  mayRestore,
}: {
  page: LetterPage;
  mayRestore: boolean;
}) {
  return (
    <section className="letter-versions" aria-labelledby="versions">
      <h2 id="versions">Saved versions</h2>
      <ol>
        {versions.map((version) => (
          <li key={version.number}>
            <strong>Version {version.number}</strong> {formatMoment(version.savedAt)}, {version.savedBy}
            {version.number === number ? (
              <span className="quiet">, shown here</span>
            ) : (
              <>
                {' '}
                <a
                  className="link"
                  href={`/cases/${of.id}/letters/${letter.documentId}?version=${version.number}`}
                >
                  {mayRestore ? 'Open its text' : 'Read it'}
                  <span className="vh">, version {version.number}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
