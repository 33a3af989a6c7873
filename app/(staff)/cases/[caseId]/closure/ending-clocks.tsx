import { PreviewPanel } from '@/components/preview-panel.tsx';
import type { RunningClock } from '@/lib/cases/case-form.ts';
import { RunningClocks } from '../../running-clocks.tsx';

/** The clocks that end with the case, or run again when it is reopened. */
export function EndingClocks({ clocks, isClosed }: { clocks: readonly RunningClock[]; isClosed: boolean }) {
  return (
    <PreviewPanel
      title={isClosed ? 'Clocks that run again' : 'Clocks that end'}
      legal="General information, not legal advice."
    >
      <RunningClocks
        clocks={clocks}
        none={isClosed ? 'No clock would be running.' : 'No clock is running.'}
      />
    </PreviewPanel>
  );
}
