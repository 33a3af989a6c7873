import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import type { listMentions } from '@/lib/notes/queries.ts';
import type { Words } from '@/lib/words/words.ts';

/** Where colleagues mentioned the reader in a note they have not looked at; nothing at all where nobody did. */
export function Mentions({
  of: { mentions, count },
  today,
  words,
}: {
  of: Awaited<ReturnType<typeof listMentions>>;
  today: LocalDate;
  words: Words['notes']['mentions'];
}) {
  if (count === 0) return null;
  return (
    <section className="wrap mentioned" aria-labelledby="mentions">
      <h2 id="mentions">
        {words.heading} <span className="count">{count}</span>
      </h2>
      <ul>
        {mentions.map(({ caseId, clientName, number, by, at, excerpt }) => (
          <li key={`${caseId} ${at.toISOString()}`} data-row>
            <p>
              <a className="who" href={`/cases/${caseId}#timeline`} data-open>
                {clientName}
              </a>{' '}
              <span className="quiet small">{number}</span>
            </p>
            <p className="said">{excerpt}</p>
            <p className="quiet small">{words.by(by, formatShortDate(pacificToday(at), today))}</p>
          </li>
        ))}
      </ul>
      {count > mentions.length ? <p className="quiet small">{words.more(count - mentions.length)}</p> : null}
    </section>
  );
}
