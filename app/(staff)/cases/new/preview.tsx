'use client';

import { Due } from '@/components/due.tsx';
import { TimeRail } from '@/components/rail/time-rail.tsx';
import { formatDaysLeft, formatShortDate } from '@/lib/calendar/format-date.ts';
import { compareDates } from '@/lib/calendar/local-date.ts';
import type { ImrStanding } from '@/lib/deadlines/assessment.ts';
import type { DeadlinePreview, PreviewedClock, PreviewRow } from '@/lib/deadlines/preview.ts';
import type { SaidDuplicate } from '@/lib/duplicates/said-duplicate.ts';
import { OWED_BY_LABELS } from '@/lib/labels.ts';
import type { RecordPreview } from '../preview-record.ts';
import { SIDES } from '../whose-clock.tsx';
import { DuplicateList, type DuplicateWords } from './duplicate-list.tsx';

type Preview = {
  readonly clocks: RecordPreview;
  /** For whom no script says so under the name. */
  readonly duplicates: readonly SaidDuplicate[];
  readonly duplicateWords: DuplicateWords;
};

type RunningRow = PreviewRow & { readonly after: PreviewedClock };

/** The deadlines that what is typed so far would start, and whether the client may be known already. */
export function IntakePreview({ preview }: { preview: Preview | null }) {
  if (!preview)
    return <p className="quiet">One date is enough: the deadlines it starts appear here as you type.</p>;
  const { clocks, duplicates, duplicateWords } = preview;
  const running = runningIn(clocks);
  return (
    <div id="preview">
      {clocks.rail ? <TimeRail model={clocks.rail} widths={[358]} withKey={false} withTable={false} /> : null}
      {running.length === 0 ? (
        <p className="quiet">No clock is running yet. The date on the denial letter starts the first.</p>
      ) : (
        <ul className="live-l">
          {running.map(({ rule, title, owedBy, kind, after }) => (
            <li key={rule}>
              <Due
                on={after.dueOn}
                date={formatShortDate(after.dueOn, clocks.today)}
                days={formatDaysLeft(after.dueOn, clocks.today, kind === 'duty' ? 'late' : 'over')}
                side={SIDES[owedBy]}
                owner={OWED_BY_LABELS[owedBy]}
              />
              <p>
                {title}. {after.because} <cite>{after.law}</cite>
              </p>
            </li>
          ))}
        </ul>
      )}
      <Standing imr={clocks.imrAfter} />
      {clocks.nextSteps[0] ? (
        <div className="live-n">
          <h3>Next step</h3>
          <p>{clocks.nextSteps[0].text}</p>
        </div>
      ) : null}
      {duplicates.length > 0 ? (
        <noscript>
          <DuplicateList found={duplicates} words={duplicateWords} />
        </noscript>
      ) : null}
    </div>
  );
}

/** The first of them in one sentence, for a phone. */
export function IntakeSentence({ preview }: { preview: Preview }) {
  const first = runningIn(preview.clocks)[0];
  if (!first) return 'No clock is running yet.';
  return (
    <>
      First due: <strong>{formatShortDate(first.after.dueOn, preview.clocks.today)}</strong>,{' '}
      {first.title.charAt(0).toLowerCase() + first.title.slice(1)}.{' '}
      <a className="link" href="#preview">
        See all of it
      </a>
    </>
  );
}

function runningIn({ rows }: DeadlinePreview): RunningRow[] {
  return rows
    .filter((row): row is RunningRow => row.after !== null && row.kind !== 'information')
    .filter(({ after }) => after.status === 'open' || after.status === 'overdue')
    .toSorted((a, b) => compareDates(a.after.dueOn, b.after.dueOn));
}

const HEADINGS: Readonly<Record<ImrStanding['availability'], string>> = {
  available: 'The IMR can be asked for today',
  'not-yet': 'The IMR is not open yet',
  unavailable: 'There is no IMR here',
  filed: 'The IMR is filed',
  decided: 'The IMR is decided',
};

function Standing({ imr }: { imr: ImrStanding }) {
  const [reason] = imr.reasons;
  if (!reason) return null;
  return (
    <div className="live-n">
      <h3>{HEADINGS[imr.availability]}</h3>
      <p>
        {reason.text} {reason.citations[0] ? <cite>{reason.citations[0].law}</cite> : null}
      </p>
    </div>
  );
}
