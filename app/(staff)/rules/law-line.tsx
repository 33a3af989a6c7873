import { formatMediumDate } from '@/lib/calendar/format-date.ts';
import type { Citation } from '@/lib/deadlines/rules.ts';
import { CertaintyMark } from './certainty-mark.tsx';

/** One law behind a rule: its text in our words, where to read it, and how sure we are of it. */
export function LawLine({
  citation: { law, paraphrase, url, certainty, checkedOn },
}: {
  citation: Citation;
}) {
  return (
    <li>
      <p>
        <a className="link" href={url} rel="noreferrer">
          {law}
        </a>{' '}
        {paraphrase}
      </p>
      <p className="quiet small">
        <CertaintyMark certainty={certainty} />, last checked {formatMediumDate(checkedOn)}.
      </p>
    </li>
  );
}
