import {
  ArrowRight,
  Bell,
  Files,
  FileText,
  type LucideIcon,
  Pencil,
  Phone,
  StickyNote,
  TimerOff,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Chip, Chips } from '@/components/chips.tsx';
import { Timeline, TimelineEntry } from '@/components/timeline.tsx';
import type { AuditEventName } from '@/lib/audit/events.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMonthDay, formatShortDate } from '@/lib/calendar/format-date.ts';
import { type LocalDate, parseLocalDate } from '@/lib/calendar/local-date.ts';
import { capitalized } from '@/lib/deadlines/wording.ts';
import { changesInWords } from '@/lib/timeline/change-words.ts';
import {
  groupOf,
  TIMELINE_GROUP_LABELS,
  TIMELINE_GROUPS,
  type TimelineFilter,
  type TimelineGroup,
  timelineSearch,
} from '@/lib/timeline/list-filter.ts';
import type { TimelineEntry as Entry, TimelinePage } from '@/lib/timeline/queries.ts';

type Props = {
  caseId: string;
  today: LocalDate;
  timeline: TimelinePage;
  counts: Readonly<Record<TimelineGroup, number>>;
  names: ReadonlyMap<string, string>;
  filter: TimelineFilter;
  /** For those who answer for who looks. */
  seesLookers: boolean;
};

const ICONS: Readonly<Record<Exclude<TimelineGroup, 'all'>, LucideIcon>> = {
  letters: FileText,
  documents: Files,
  calls: Phone,
  reminders: Bell,
  changes: Pencil,
};
const EVENT_ICONS: Readonly<Partial<Record<AuditEventName, LucideIcon>>> = {
  'note.added': StickyNote,
  'deadline.lapsed': TimerOff,
};

/** What happened on the case, newest first; a correction keeps its former value in sight. */
export function CaseTimeline({ caseId, today, timeline, counts, names, filter, seesLookers }: Props) {
  const href = (next: TimelineFilter) => `/cases/${caseId}${timelineSearch(next)}#timeline`;
  const { entries, earlierCount, oldestAt } = timeline;
  const last = entries.at(-1);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">
        Timeline <span className="count">{counts.all}</span>
      </h2>
      <div className="tl-filter">
        <Chips label="What to show in the timeline">
          {TIMELINE_GROUPS.map((group) => (
            <Chip
              key={group}
              href={href({ group, beforeId: null })}
              current={group === filter.group}
              {...(group !== 'all' && { count: counts[group] })}
            >
              {TIMELINE_GROUP_LABELS[group]}
            </Chip>
          ))}
        </Chips>
      </div>
      {entries.length === 0 ? (
        <p className="nothing">Nothing of this kind is on the record.</p>
      ) : (
        <Timeline>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} today={today} names={names} />
          ))}
        </Timeline>
      )}
      <p className="tl-pages">
        {earlierCount > 0 && last && oldestAt ? (
          <a className="link" href={href({ ...filter, beforeId: last.id })}>
            {earlierCount === 1 ? '1 earlier entry' : `${earlierCount} earlier entries`}, back to{' '}
            {formatMonthDay(pacificToday(oldestAt), today)}
          </a>
        ) : null}
        {filter.beforeId === null ? null : (
          <a className="link" href={href({ ...filter, beforeId: null })}>
            Newest entries
          </a>
        )}
        {seesLookers ? (
          <a className="link" href={`/cases/${caseId}/lookers`}>
            Who looked at this case
          </a>
        ) : null}
      </p>
    </section>
  );
}

function EntryRow({ entry, today, names }: { entry: Entry; today: LocalDate; names: Props['names'] }) {
  const on = pacificToday(entry.at);
  const Icon = EVENT_ICONS[entry.event] ?? ICONS[groupOf(entry.event)];
  return (
    <TimelineEntry
      on={on}
      date={formatShortDate(on, today)}
      icon={<Icon className="i" size={16} aria-hidden="true" />}
      detail={detailOf(entry, on, today, names)}
      author={entry.who}
    >
      {entry.sentence}
    </TimelineEntry>
  );
}

const SPOKEN: ReadonlySet<AuditEventName> = new Set(['call.logged', 'note.added']);
/** Their sentence says all there is, or their fields are not a person's words. */
const SILENT: ReadonlySet<AuditEventName> = new Set([
  'reminder.sent',
  'reminder.failed',
  'deadline.lapsed',
  'deadlines.recomputed',
  'rule-version.applied',
]);

function detailOf(entry: Entry, on: LocalDate, today: LocalDate, names: Props['names']): ReactNode {
  if (SPOKEN.has(entry.event)) return spokenDetail(entry, on, today);
  if (SILENT.has(entry.event)) return null;
  const changes = changesInWords(entry.changes, names);
  const corrected = changes.filter(({ from }) => from !== '');
  const said = entry.sentence.toLowerCase();
  const added = changes.filter(
    ({ from, to }) => from === '' && to !== '' && !said.includes(to.toLowerCase()),
  );
  if (changes.length === 0 && entry.reason === '') return null;
  return (
    <>
      {added.length > 0 ? (
        <span className="tl-line">
          {added.map(({ label, to }) => `${label}: ${to.replace(/\.$/, '')}`).join('; ')}
        </span>
      ) : null}
      {corrected.map(({ label, from, to }) => (
        <span key={label} className="tl-line">
          {label}: <span className="vh">was </span>
          <del>{from}</del>
          <ArrowRight className="i" size={14} aria-hidden="true" />
          <span className="vh">, now </span>
          <ins>{to === '' ? 'not known' : to}</ins>
        </span>
      ))}
      {entry.reason === '' ? null : <span className="tl-line">“{entry.reason}”</span>}
    </>
  );
}

const WITH_WHOM: Readonly<Record<string, string>> = {
  client: 'With the client',
  plan: 'With the plan',
  department: 'With the department',
  provider: 'With the provider',
  other: 'With somebody else',
};

function spokenDetail({ changes }: Entry, on: LocalDate, today: LocalDate): string | null {
  const given = new Map(changes.map(({ field, to }) => [field, typeof to === 'string' ? to : '']));
  const happened = parseLocalDate(given.get('happenedOn') ?? '');
  const reference = given.get('referenceNumber');
  const parts = [
    WITH_WHOM[given.get('withWhom') ?? ''] ?? '',
    given.get('spokeWith') ?? '',
    reference ? `reference ${reference}` : '',
    happened && happened !== on ? `on ${formatShortDate(happened, today)}` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? `${capitalized(parts.join(', '))}.` : null;
}
