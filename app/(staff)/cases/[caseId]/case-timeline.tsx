import {
  ArrowRight,
  Bell,
  Files,
  FileText,
  type LucideIcon,
  Mail,
  Pencil,
  Phone,
  Pin,
  StickyNote,
  TimerOff,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Chip, Chips } from '@/components/chips.tsx';
import { Timeline, TimelineEntry } from '@/components/timeline.tsx';
import type { AuditEventName } from '@/lib/audit/events.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMonthDay, formatShortDate } from '@/lib/calendar/format-date.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { changesInWords } from '@/lib/timeline/change-words.ts';
import {
  groupOf,
  TIMELINE_GROUPS,
  type TimelineFilter,
  type TimelineGroup,
  timelineSearch,
} from '@/lib/timeline/list-filter.ts';
import type { TimelineEntry as Entry, TimelinePage, Unseen } from '@/lib/timeline/queries.ts';
import { spokenInWords } from '@/lib/timeline/spoken-words.ts';
import type { Words } from '@/lib/words/words.ts';

type Props = {
  caseId: string;
  today: LocalDate;
  timeline: TimelinePage;
  counts: Readonly<Record<TimelineGroup, number>>;
  names: ReadonlyMap<string, string>;
  filter: TimelineFilter;
  unseen: Unseen;
  words: Words['timeline'];
  /** For those who answer for who looks. */
  seesLookers: boolean;
};

const ICONS: Readonly<Record<Exclude<TimelineGroup, 'all'>, LucideIcon>> = {
  letters: FileText,
  documents: Files,
  calls: Phone,
  messages: Mail,
  reminders: Bell,
  changes: Pencil,
};
const EVENT_ICONS: Readonly<Partial<Record<AuditEventName, LucideIcon>>> = {
  'note.added': StickyNote,
  'fact.pinned': Pin,
  'deadline.lapsed': TimerOff,
};

/** What happened on the case, newest first; a correction keeps its former value in sight. */
export function CaseTimeline(props: Props) {
  const { caseId, today, timeline, counts, names, filter, unseen, words, seesLookers } = props;
  const { fromId: newFromId } = unseen;
  const href = (next: Pick<TimelineFilter, 'group' | 'beforeId'>) =>
    `/cases/${caseId}${timelineSearch({ ...next, newFromId })}#timeline`;
  const { entries, earlierCount, oldestAt } = timeline;
  const last = entries.at(-1);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">
        {words.heading} <span className="count">{counts.all}</span>
      </h2>
      <div className="tl-filter">
        <Chips label={words.filter}>
          {TIMELINE_GROUPS.map((group) => (
            <Chip
              key={group}
              href={href({ group, beforeId: null })}
              current={group === filter.group}
              {...(group !== 'all' && { count: counts[group] })}
            >
              {words.groups[group]}
            </Chip>
          ))}
          {unseen.count > 0 ? (
            <Chip
              href={href({ group: 'new', beforeId: null })}
              current={filter.group === 'new'}
              count={unseen.count}
            >
              {words.newOnly}
            </Chip>
          ) : null}
        </Chips>
      </div>
      {entries.length === 0 ? (
        <p className="nothing">{words.nothing}</p>
      ) : (
        <Timeline>
          {entries.map((entry) => (
            <EntryRow key={entry.id} entry={entry} today={today} names={names} words={words} />
          ))}
        </Timeline>
      )}
      <p className="tl-pages">
        {earlierCount > 0 && last && oldestAt ? (
          <a className="link" href={href({ ...filter, beforeId: last.id })}>
            {words.earlier(earlierCount, formatMonthDay(pacificToday(oldestAt), today))}
          </a>
        ) : null}
        {filter.beforeId === null ? null : (
          <a className="link" href={href({ ...filter, beforeId: null })}>
            {words.newest}
          </a>
        )}
        {seesLookers ? (
          <a className="link" href={`/cases/${caseId}/lookers`}>
            {words.lookers}
          </a>
        ) : null}
      </p>
    </section>
  );
}

type Row = { entry: Entry; today: LocalDate } & Pick<Props, 'names' | 'words'>;

function EntryRow(row: Row) {
  const { entry, today, words } = row;
  const on = pacificToday(entry.at);
  const Icon = EVENT_ICONS[entry.event] ?? ICONS[groupOf(entry.event)];
  return (
    <TimelineEntry
      on={on}
      date={formatShortDate(on, today)}
      icon={<Icon className="i" size={16} aria-hidden="true" />}
      detail={detailOf(row, on)}
      author={entry.who}
      unread={entry.isNew ? words.newEntry : undefined}
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

function detailOf({ entry, today, names, words }: Row, on: LocalDate): ReactNode {
  if (SPOKEN.has(entry.event)) return spokenInWords(entry.changes, names, on, today, words).join(' ') || null;
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
