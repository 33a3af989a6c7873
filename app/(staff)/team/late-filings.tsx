import { LinkButton } from '@/components/button.tsx';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { recordHref } from '@/lib/cases/available-records.ts';
import type { TeamReview } from '@/lib/workload/queries.ts';

/** Filings after their time, which a supervisor has to stand behind. */
export function LateFilings({
  review: { lateFilings },
  today,
  mayApprove,
}: {
  review: TeamReview;
  today: LocalDate;
  mayApprove: boolean;
}) {
  if (lateFilings.length === 0) return null;
  return (
    <section aria-labelledby="late-filings">
      <header className="sec-h">
        <h2 id="late-filings">
          Late filings waiting for approval <span className="count">{lateFilings.length}</span>
        </h2>
      </header>
      <table className="risk sheet">
        <thead className="vh">
          <tr>
            <th scope="col">Asked on</th>
            <th scope="col">Case</th>
            <th scope="col">Filing</th>
            <th scope="col">Owner</th>
            <th scope="col">Do</th>
          </tr>
        </thead>
        <tbody>
          {lateFilings.map(({ caseId, number, clientName, ownerName, requestedAt }) => (
            <tr key={caseId}>
              <td>
                <time dateTime={pacificToday(requestedAt)}>
                  {formatShortDate(pacificToday(requestedAt), today)}
                </time>
              </td>
              <td className="quiet">{number}</td>
              <td className="r-s">
                <a href={`/cases/${caseId}`}>
                  <b>{clientName}</b>
                </a>
                ’s IMR can be filed once a supervisor stands behind it.
              </td>
              <td>{ownerName ?? 'Nobody'}</td>
              <td className="r-a">
                <LinkButton
                  href={mayApprove ? recordHref(caseId, 'imr-extension') : `/cases/${caseId}`}
                  aria-label={`${mayApprove ? 'Review' : 'Open case'}: ${clientName}`}
                >
                  {mayApprove ? 'Review' : 'Open case'}
                </LinkButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
