import { AUDIT_EVENTS, type AuditEventName, LOOKS } from '../audit/events.ts';

/** The kinds of entry a person asks a case's timeline for. */
export const TIMELINE_GROUPS = [
  'all',
  'letters',
  'documents',
  'calls',
  'messages',
  'reminders',
  'changes',
] as const;
export type TimelineGroup = (typeof TIMELINE_GROUPS)[number];

/** A timeline shows one group, or what its reader has not seen. */
export type TimelineView = TimelineGroup | 'new';

export type TimelineFilter = {
  readonly group: TimelineView;
  /** Entries before this one. */
  readonly beforeId: number | null;
  /** The first entry that was new when the case was opened: looking clears the mark, not the dots on this page. */
  readonly newFromId?: number | null;
};

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Reads a timeline's URL; whatever it cannot read is the newest page of everything. */
export function parseTimelineFilter(params: SearchParams): TimelineFilter {
  const newFromId = entryId(params['new']);
  const group = TIMELINE_GROUPS.find((each) => each === params['timeline']) ?? 'all';
  const isNewOnly = newFromId !== null && params['timeline'] === 'new';
  return {
    group: isNewOnly ? 'new' : group,
    beforeId: entryId(params['before']),
    ...(newFromId !== null && { newFromId }),
  };
}

const entryId = (given: string | string[] | undefined): number | null =>
  typeof given === 'string' && /^[1-9]\d{0,14}$/.test(given) ? Number(given) : null;

/** The search part of a timeline's URL, empty where everything is at its default. */
export function timelineSearch({ group, beforeId, newFromId = null }: TimelineFilter): string {
  const params = new URLSearchParams();
  if (group !== 'all') params.set('timeline', group);
  if (beforeId !== null) params.set('before', String(beforeId));
  if (newFromId !== null) params.set('new', String(newFromId));
  const search = params.toString();
  return search && `?${search}`;
}

export function groupOf(event: AuditEventName): Exclude<TimelineGroup, 'all'> {
  if (event === 'call.logged' || event === 'note.added') return 'calls';
  if (/^(reminder|message)\./.test(event) || event === 'deadline.lapsed') return 'reminders';
  if (/^(document|letter|packet|checklist)\./.test(event) || event === 'date.linked-to-document')
    return 'documents';
  const isChange =
    /^(case|client|date|deadlines|fact|manual-deadline|note-template|office|person|plan|plan-line|rule-version)\./.test(
      event,
    );
  return isChange || event.endsWith('.corrected') ? 'changes' : 'letters';
}

/** The events of a group; null asks for all of them. Who looked is no part of what happened. */
export const eventsOf = (group: TimelineView): readonly AuditEventName[] | null =>
  group === 'all' || group === 'new' ? null : HAPPENINGS.filter((event) => groupOf(event) === group);

const HAPPENINGS = AUDIT_EVENTS.filter((event) => !LOOKS.some((look) => look === event));

/** How many entries each group has, from how many each event has. */
export function countGroups(counts: ReadonlyMap<string, number>): Readonly<Record<TimelineGroup, number>> {
  const total = { all: 0, letters: 0, documents: 0, calls: 0, messages: 0, reminders: 0, changes: 0 };
  for (const event of HAPPENINGS) {
    const count = counts.get(event) ?? 0;
    total.all += count;
    total[groupOf(event)] += count;
  }
  return total;
}
