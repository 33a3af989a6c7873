import { type Disagreement, popularSourceWords } from '@/lib/deadlines/disagreements.ts';
import { capitalized } from '@/lib/deadlines/wording.ts';

export function Disagreements({ found }: { found: readonly Disagreement[] }) {
  if (found.length === 0) return null;
  return (
    <section className="pf" aria-labelledby="pf-otherwise">
      <h2 id="pf-otherwise">Where popular pages say otherwise</h2>
      {found.map(({ source, popular, legal, used, citations }) => (
        <dl key={popular} className="pf-diff">
          <dt>{capitalized(popularSourceWords[source])}</dt>
          <dd>“{popular}”</dd>
          <dt>The law</dt>
          <dd>
            {legal}{' '}
            {citations.map(({ law, url }) => (
              <cite key={law}>
                <a className="nowrap" href={url} rel="noreferrer">
                  {law}
                </a>
              </cite>
            ))}
          </dd>
          <dt>What we do, and why</dt>
          <dd>{used}</dd>
        </dl>
      ))}
    </section>
  );
}
