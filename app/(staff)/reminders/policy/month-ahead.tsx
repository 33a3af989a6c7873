import { Mark } from '@/components/mark.tsx';
import { formatShortDate } from '@/lib/calendar/format-date.ts';
import type { ForeseenDay } from '@/lib/reminder-policy/foresee-month.ts';
import type { PolicyPreview } from '@/lib/reminder-policy/preview-policy.ts';

type Column = keyof Omit<ForeseenDay, 'on'>;

const COLUMNS: readonly { key: Column; head: string; total: string }[] = [
  { key: 'alone', head: 'Owners', total: 'single messages to owners' },
  { key: 'digest', head: 'In digests', total: 'lines in their digests' },
  { key: 'supervisors', head: 'Supervisors', total: 'messages to supervisors' },
  { key: 'clients', head: 'Clients', total: 'messages to clients' },
];
const CROWDED_SHOWN = 3;

/** How many messages go to whom on each of the next 30 days, now and under what is typed. */
export function MonthAhead({ preview }: { preview: PolicyPreview | null }) {
  if (!preview) return <p className="quiet">The next 30 days appear here as you type.</p>;
  const busy = preview.days.filter(({ before, after }) =>
    COLUMNS.some(({ key }) => before[key] + after[key] > 0),
  );
  return (
    <>
      <ul className="month-totals">
        {COLUMNS.map(({ key, total }) => (
          <li key={key}>
            <Figure before={totalOf(preview, 'before', key)} after={totalOf(preview, 'after', key)} /> {total}
          </li>
        ))}
      </ul>
      <Crowded preview={preview} />
      {busy.length === 0 ? (
        <p className="quiet">No reminder goes out in these days.</p>
      ) : (
        <table className="month-t">
          <caption className="vh">Messages by day</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              {COLUMNS.map(({ key, head }) => (
                <th key={key} scope="col" className="num">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {busy.map(({ on, before, after }) => (
              <tr key={on}>
                <th scope="row">
                  <time dateTime={on}>{formatShortDate(on, preview.today)}</time>
                </th>
                {COLUMNS.map(({ key }) => (
                  <td key={key} className="num">
                    <Figure before={before[key]} after={after[key]} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** The same in one sentence, above the button on phones. */
export function MonthAheadSentence({ preview }: { preview: PolicyPreview }) {
  return (
    <>
      In the next 30 days{' '}
      {COLUMNS.map(({ key, total }, index) => (
        <span key={key}>
          {index === 0 ? '' : ', '}
          {totalOf(preview, 'after', key).toLocaleString('en-US')} {total}
        </span>
      ))}
      .
    </>
  );
}

const totalOf = ({ days }: PolicyPreview, when: 'before' | 'after', key: Column): number =>
  days.reduce((sum, day) => sum + day[when][key], 0);

function Figure({ before, after }: { before: number; after: number }) {
  const now = after.toLocaleString('en-US');
  if (before === after) return after === 0 ? <span className="faint">0</span> : now;
  return (
    <>
      <span className="vh">was </span>
      <del>{before.toLocaleString('en-US')}</del> <span className="vh">, becomes </span>
      <ins>{now}</ins>
    </>
  );
}

function Crowded({ preview }: { preview: PolicyPreview }) {
  const { crowdedAfter, crowdedBefore, mostAloneADay, today } = preview;
  if (crowdedAfter.length === 0)
    return crowdedBefore.length > 0 ? (
      <p>Nobody would get more than {mostAloneADay} single messages on a day any more.</p>
    ) : null;
  const rest = crowdedAfter.length - CROWDED_SHOWN;
  return (
    <div className="month-crowded">
      <p>
        <Mark kind="risk">Crowded days:</Mark> more than {mostAloneADay} single messages to one person
      </p>
      <ul>
        {crowdedAfter.slice(0, CROWDED_SHOWN).map(({ name, on, count }) => (
          <li key={`${name} ${on}`}>
            {name}: {count.toLocaleString('en-US')} on {formatShortDate(on, today)}
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="quiet small">And {rest.toLocaleString('en-US')} more such days.</p> : null}
      <p className="quiet small">What is not near its day waits for the digest then.</p>
    </div>
  );
}
