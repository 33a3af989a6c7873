import { daysBetween, type LocalDate } from '@/lib/calendar/local-date.ts';
import type { Words } from '@/lib/words/words.ts';
import { listHref, parseListFilter } from '@/lib/worklist/list-filter.ts';
import type { LatePlan } from '@/lib/workload/queries.ts';

/** Which plans are late: with how many clocks, and for how long the oldest. */
export function LatePlans({
  plans,
  today,
  words,
}: {
  plans: readonly LatePlan[];
  today: LocalDate;
  words: Words['team'];
}) {
  if (plans.length === 0) return null;
  return (
    <section aria-labelledby="late-plans">
      <header className="sec-h">
        <h2 id="late-plans">{words.latePlans}</h2>
      </header>
      <table className="lateplans sheet">
        <thead>
          <tr>
            <th scope="col">{words.plan}</th>
            <th scope="col" className="num">
              {words.lateClocks}
            </th>
            <th scope="col">{words.oldest}</th>
          </tr>
        </thead>
        <tbody>
          {plans.map(({ planId, planName, clockCount, oldestOn }) => (
            <tr key={planId}>
              <td>
                <a href={lateCases(planId)} aria-label={words.showThem(planName)}>
                  <b>{planName}</b>
                </a>
              </td>
              <td className="num">{clockCount.toLocaleString('en-US')}</td>
              <td className="quiet">{oldestOn ? words.daysLate(daysBetween(oldestOn, today)) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const lateCases = (planId: string): string =>
  listHref({ ...parseListFilter({}, 'mine'), who: 'everyone', due: 'past', side: 'theirs', planId }, 'mine');
