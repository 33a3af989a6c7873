import { describe, expect, test } from 'vitest';
import { AUDIT_EVENTS, LOOKS } from '../../../lib/audit/events.ts';
import { changesInWords } from '../../../lib/timeline/change-words.ts';
import {
  countGroups,
  eventsOf,
  parseTimelineFilter,
  TIMELINE_GROUPS,
  timelineSearch,
} from '../../../lib/timeline/list-filter.ts';

describe('the timeline’s URL', () => {
  test('reads back what it writes', () => {
    for (const group of TIMELINE_GROUPS)
      for (const beforeId of [null, 1, 987_654]) {
        const params = Object.fromEntries(new URLSearchParams(timelineSearch({ group, beforeId })));
        expect(parseTimelineFilter(params)).toEqual({ group, beforeId });
      }
    const unseen = { group: 'new', beforeId: 80, newFromId: 71 } as const;
    expect(parseTimelineFilter(Object.fromEntries(new URLSearchParams(timelineSearch(unseen))))).toEqual(
      unseen,
    );
  });

  test('asks for what is new only where it says since which entry', () => {
    expect(parseTimelineFilter({ timeline: 'new' })).toEqual({ group: 'all', beforeId: null });
    expect(parseTimelineFilter({ timeline: 'new', new: '71' })).toEqual({
      group: 'new',
      beforeId: null,
      newFromId: 71,
    });
  });

  test('falls back to the newest page of everything', () => {
    for (const before of ['0', '-1', '1e9', '1; drop', '99999999999999999999'])
      expect(parseTimelineFilter({ timeline: 'nothing', before })).toEqual({ group: 'all', beforeId: null });
    expect(parseTimelineFilter({ timeline: ['calls', 'letters'], before: ['1', '2'] })).toEqual({
      group: 'all',
      beforeId: null,
    });
  });

  test('puts every event into exactly one group, and who looked into none', () => {
    const grouped = TIMELINE_GROUPS.flatMap((group) => eventsOf(group) ?? []);
    expect(grouped.toSorted()).toEqual(
      AUDIT_EVENTS.filter((event) => !LOOKS.some((look) => look === event)).toSorted(),
    );
  });

  test('counts corrections as changes and calls apart from letters', () => {
    const counts = countGroups(
      new Map([
        ['grievance.logged', 2],
        ['grievance.corrected', 1],
        ['call.logged', 3],
        ['note.added', 1],
        ['deadline.lapsed', 1],
      ]),
    );
    expect(counts).toEqual({
      all: 8,
      letters: 2,
      documents: 0,
      calls: 4,
      messages: 0,
      reminders: 1,
      changes: 1,
    });
  });
});

describe('a change in words', () => {
  const noNames = new Map<string, string>();

  test('keeps the former value of a correction, and how it was known', () => {
    expect(
      changesInWords(
        [
          { field: 'receivedOn', from: '2026-04-30', to: '2026-05-01' },
          { field: 'dateSources.receivedOn', from: 'told-by-client', to: 'on-document' },
        ],
        noNames,
      ),
    ).toEqual([
      { label: 'Received', from: 'Thu, Apr 30, 2026', to: 'Fri, May 1, 2026' },
      { label: 'Received, how known', from: 'Told by the client', to: 'On the letter or record' },
    ]);
  });

  test('leaves out what nobody typed and how a first date is known', () => {
    expect(
      changesInWords(
        [
          { field: 'officeId', from: null, to: '7f0c2f35-b1a5-4f5f-9c5e-0f6d1c2b3a4d' },
          { field: 'dateSources.letterOn', from: null, to: 'on-document' },
        ],
        noNames,
      ),
    ).toEqual([]);
  });

  test('says people, plans and lists by their names', () => {
    const id = '7f0c2f35-b1a5-4f5f-9c5e-0f6d1c2b3a4d';
    expect(
      changesInWords(
        [
          { field: 'ownerId', from: id, to: '00000000-0000-4000-8000-000000000000' },
          { field: 'bases', from: ['experimental'], to: ['experimental', 'not-covered'] },
          { field: 'maySendText', from: true, to: false },
          { field: 'grievance.sentOn', from: null, to: '2026-04-27' },
        ],
        new Map([[id, 'Inés Caldera']]),
      ),
    ).toEqual([
      { label: 'Owner', from: 'Inés Caldera', to: 'somebody else' },
      {
        label: 'Reasons given',
        from: 'Experimental or investigational',
        to: 'Experimental or investigational, Not covered',
      },
      { label: 'May send texts', from: 'yes', to: 'no' },
      { label: 'Grievance sent', from: '', to: 'Mon, Apr 27, 2026' },
    ]);
  });
});
