import { LinkButton } from '@/components/button.tsx';
import { Glyph } from '@/components/glyph.tsx';
import { UnitChart, UnitChartHead } from '@/components/unit-chart.tsx';
import { formatMonthDay } from '@/lib/calendar/format-date.ts';
import { addDays, dayOfMonth, isAfter, isBefore, type LocalDate } from '@/lib/calendar/local-date.ts';
import type { ListedCover } from '@/lib/covers/queries.ts';
import { coverSentences } from '@/lib/covers/rules.ts';
import { ROLE_LABELS } from '@/lib/labels.ts';
import type { Words } from '@/lib/words/words.ts';
import { listHref, parseListFilter } from '@/lib/worklist/list-filter.ts';
import type { PersonLoad, TeamReview } from '@/lib/workload/queries.ts';

const LONGEST_STACK = 12;

/** Everybody's open cases and the clocks of the six weeks ahead, on one scale. */
export function LoadTable({
  review,
  covers,
  today,
  movingFrom,
  mayMove,
  words,
}: {
  review: TeamReview;
  covers: readonly ListedCover[];
  today: LocalDate;
  movingFrom: string | null;
  mayMove: boolean;
  words: Words['team'];
}) {
  const weeks = weekLabels(review.weekStarts, today);
  const total = (pick: (person: PersonLoad) => number) =>
    review.people.reduce((sum, person) => sum + pick(person), 0).toLocaleString('en-US');
  return (
    <section aria-labelledby="load">
      <header className="sec-h">
        <h2 id="load">Load, and six weeks ahead</h2>
        <p className="small quiet load-key">
          <span>
            <Glyph side="plan" />
            owed by others
          </span>
          <span>
            <Glyph side="client" />
            to file
          </span>
          <span>
            <svg width="16" height="10" aria-hidden="true">
              <rect width="16" height="10" fill="url(#hatch-t)" />
            </svg>
            expected if plans take all their time
          </span>
        </p>
      </header>
      <table className="people-t sheet">
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th scope="col" className="num">
              Open
            </th>
            <th scope="col" className="num">
              Past
            </th>
            <th scope="col" className="num">
              7 days
            </th>
            <th scope="col">
              <UnitChartHead weeks={weeks} />
              <span className="vh">Clocks by week</span>
            </th>
            {mayMove ? (
              <th scope="col">
                <span className="vh">Do</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {review.people.map((person) => (
            <tr key={person.id} data-row="" aria-selected={person.id === movingFrom || undefined}>
              <td>
                <a href={listHref({ ...parseListFilter({}, 'mine'), who: person.id }, 'mine')} data-open="">
                  <b>{person.name}</b>
                </a>
                <br />
                <span className="quiet">
                  {person.isActive ? ROLE_LABELS[person.role] : 'Can no longer sign in'}
                </span>
                {coverSentences(person.id, covers, today).map((sentence) => (
                  <div key={sentence} className="small quiet">
                    {sentence}
                  </div>
                ))}
              </td>
              <td className="num">{person.openCount.toLocaleString('en-US')}</td>
              <td className="num">{person.pastCount.toLocaleString('en-US')}</td>
              <td className="num">{person.soonCount.toLocaleString('en-US')}</td>
              <td className="mcell">
                <UnitChart label={describeWeeks(person, weeks)} weeks={unitWeeks(person, weeks, covers)} />
              </td>
              {mayMove ? (
                <td className="r-a">
                  {person.openCount > 0 ? (
                    <LinkButton
                      href={`/team?from=${person.id}#move`}
                      aria-label={words.moveFrom(person.name)}
                      data-verb=""
                    >
                      Move work
                    </LinkButton>
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>All</td>
            <td className="num">{total(({ openCount }) => openCount)}</td>
            <td className="num">{total(({ pastCount }) => pastCount)}</td>
            <td className="num">{total(({ soonCount }) => soonCount)}</td>
            <td colSpan={mayMove ? 2 : 1} className="quiet">
              Cases without an owner: {review.unownedCount.toLocaleString('en-US')}
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

type WeekLabel = { label: string };

/** "Nov 22", "29", "Dec 6": the month where it is new. */
function weekLabels(starts: readonly LocalDate[], today: LocalDate): WeekLabel[] {
  return starts.map((on, index) => {
    const former = starts[index - 1];
    const isNewMonth = former === undefined || dayOfMonth(on) < dayOfMonth(former);
    return { label: isNewMonth ? formatMonthDay(on, today).replace(/, \d+$/, '') : String(dayOfMonth(on)) };
  });
}

const unitWeeks = ({ id, weeks }: PersonLoad, labels: readonly WeekLabel[], covers: readonly ListedCover[]) =>
  weeks.map(({ startsOn, toFile, owed, expected }, index) => ({
    label: labels[index]?.label ?? String(index),
    toFile,
    owed,
    ...(expected > 0 && { expected: Math.min(expected, LONGEST_STACK) }),
    isAway: covers.some(
      ({ absentId, fromOn, untilOn }) =>
        absentId === id && !isAfter(fromOn, addDays(startsOn, 6)) && !isBefore(untilOn, startsOn),
    ),
  }));

function describeWeeks({ name, weeks }: PersonLoad, labels: readonly WeekLabel[]): string {
  const said = weeks.flatMap(({ toFile, owed }, index) =>
    toFile + owed === 0 ? [] : [`week of ${labels[index]?.label}: ${toFile} to file, ${owed} owed by others`],
  );
  return said.length === 0 ? `${name}: nothing due in six weeks` : `${name}, ${said.join('; ')}`;
}
