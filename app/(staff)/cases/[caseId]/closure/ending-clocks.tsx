import { PreviewPanel } from '@/components/preview-panel.tsx';
import type { EndingClock } from '@/lib/cases/form-queries.ts';
import { WhoseClock } from '../../clocks-preview.tsx';

/** The clocks that end with the case, or run again when it is reopened. */
export function EndingClocks({ clocks, isClosed }: { clocks: readonly EndingClock[]; isClosed: boolean }) {
  const title = isClosed ? 'Clocks that run again' : 'Clocks that end';
  if (clocks.length === 0)
    return (
      <PreviewPanel title={title}>
        <p className="quiet">{isClosed ? 'No clock would be running.' : 'No clock is running.'}</p>
      </PreviewPanel>
    );
  return (
    <PreviewPanel title={title} legal="General information, not legal advice.">
      <table className="pv-t">
        <thead>
          <tr>
            <th scope="col">Clock</th>
            <th scope="col">Due</th>
            <th scope="col">{isClosed ? 'Time left' : 'Time left now'}</th>
          </tr>
        </thead>
        <tbody>
          {clocks.map(({ rule, title: what, owedBy, dueOn, due, left }) => (
            <tr key={rule}>
              <th scope="row">
                {what} <WhoseClock owedBy={owedBy} />
              </th>
              <td>
                <time dateTime={dueOn}>{due}</time>
              </td>
              <td className="quiet">{left}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </PreviewPanel>
  );
}
