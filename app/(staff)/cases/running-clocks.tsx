import type { RunningClock } from '@/lib/cases/case-form.ts';
import { WhoseClock } from './whose-clock.tsx';

/** The clocks of a case as they stand. */
export function RunningClocks({ clocks, none }: { clocks: readonly RunningClock[]; none: string }) {
  if (clocks.length === 0) return <p className="quiet">{none}</p>;
  return (
    <table className="pv-t">
      <thead>
        <tr>
          <th scope="col">Clock</th>
          <th scope="col">Now</th>
          <th scope="col">Left</th>
        </tr>
      </thead>
      <tbody>
        {clocks.map(({ rule, title, owedBy, dueOn, due, left }) => (
          <tr key={rule}>
            <th scope="row">
              {title} <WhoseClock owedBy={owedBy} />
            </th>
            <td>
              <time dateTime={dueOn}>{due}</time>
            </td>
            <td className="quiet nowrap">{left}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
