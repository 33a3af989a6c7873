import { describe, expect, test } from 'vitest';
import {
  countedOnly,
  type MorningDigest,
  morningLetter,
} from '../../../lib/bulletins/letters/morning-letter.ts';
import { teamLetter } from '../../../lib/bulletins/letters/team-letter.ts';
import { instant } from '../../../lib/calendar/instant.ts';
import { addDays, type LocalDate, localDate } from '../../../lib/calendar/local-date.ts';
import { printLetter } from '../../../lib/mail/print-letter.ts';
import type { Agenda, ClockRow } from '../../../lib/worklist/queries.ts';
import { aMorning, aTeam, clock, sat2026Nov21 } from '../../support/bulletin-letters.ts';

const subjectOf = (digest: MorningDigest) => morningLetter(digest).subject;
const withGroups = (groups: Partial<Agenda['groups']>, reminded: readonly ClockRow[] = []): MorningDigest => {
  const none = { overdue: [], today: [], week: [], month: [], late: [] };
  const all = { ...none, ...groups };
  const days = Object.values(all)
    .flat()
    .map(({ dueOn, owedBy }) => ({ on: dueOn, owedBy, count: 1 }));
  return { ...aMorning, agenda: { ...aMorning.agenda, groups: all, days }, reminded };
};
const overdue = (more: Partial<ClockRow> = {}) => clock('26-0274', addDays(sat2026Nov21, -3), more);
const fileGrievance = { rule: 'ca.grv.file', owedBy: 'client' } as const;

describe('the morning digest', () => {
  test('reads as it was laid out, in both parts', async () => {
    const { subject, text, html } = await printLetter(morningLetter(aMorning));
    expect(subject).toBe('26-0274 file late, 26-0402 and 26-0388 today, 2 this week');
    await expect(text).toMatchFileSnapshot('letters/morning.txt');
    await expect(html).toMatchFileSnapshot('letters/morning.html.snap');
  });

  test.each([
    [{ overdue: [overdue(fileGrievance)] }, '26-0274 file late'],
    [{ overdue: [overdue({ rule: 'mc.hearing.file', owedBy: 'client' })] }, '26-0274 overdue'],
    [{ today: [1, 2, 3].map((n) => clock(`26-000${n}`, sat2026Nov21)) }, '3 today'],
    [{ late: [overdue()] }, '1 late elsewhere'],
  ] as const)('has numbers and acts in its subject: %#', (groups, subject) => {
    expect(subjectOf(withGroups(groups))).toBe(subject);
  });

  test('names one case once, and says how many have a reminder where nothing else is near', () => {
    const twice = [overdue(fileGrievance), overdue({ rule: 'ca.imr.deadline.decision', owedBy: 'client' })];
    expect(subjectOf(withGroups({ overdue: twice }))).toBe('26-0274 file late');
    expect(subjectOf(withGroups({}, [clock('26-0311', addDays(sat2026Nov21, 60))]))).toBe('1 reminder');
  });

  test('lists a reminder that is far ahead, and no clock twice', () => {
    const near = clock('26-0405', addDays(sat2026Nov21, 7));
    const far = clock('26-0311', addDays(sat2026Nov21, 60), fileGrievance);
    const { sections = [] } = morningLetter(withGroups({ week: [near] }, [near, far]));
    expect(sections.map(({ heading, rows }) => [heading, rows.map(({ note }) => note)])).toEqual([
      ['This week', ['7 days, plan']],
      ['A reminder today', ['60 days, client']],
    ]);
  });

  test('says whose case it is that somebody else covers', () => {
    const theirs = clock('26-0405', sat2026Nov21, { ownerId: 'tomas', ownerName: 'Tomás Reyes' });
    const nobodys = clock('26-0406', sat2026Nov21, { ownerId: null, ownerName: null });
    const { sections = [] } = morningLetter(withGroups({ today: [theirs, nobodys] }));
    expect(sections[0]?.rows.map(({ text }) => text.replaceAll('\u00a0', ' '))).toEqual([
      'Anthem must answer Tyrone W.’s grievance (Tomás Reyes’s case)',
      'Anthem must answer Tyrone W.’s grievance',
    ]);
  });

  test('says the hour of a clock of hours', () => {
    const dueAt = instant('2026-11-21T23:00:00Z');
    const { sections = [] } = morningLetter(
      withGroups({ today: [clock('26-0402', sat2026Nov21, { dueAt })] }),
    );
    expect(sections[0]?.rows[0]?.note).toBe('today by 3:00 pm, plan');
  });

  test('tells nothing that a person called a date, and no client’s family name', () => {
    const byHand = clock('26-0402', sat2026Nov21, {
      rule: 'manual.1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b',
      title: 'Ask about the biopsy',
      owedBy: 'client',
      clientName: 'Walter Abernathy',
    });
    const letter = JSON.stringify(morningLetter(withGroups({ today: [byHand], month: [byHand] })));
    expect(letter).not.toMatch(/biopsy|Abernathy/);
    expect(letter).toMatch(/A date added by hand for Walter\sA\./);
  });

  test('says of a task of its own what is to be done', () => {
    const task = (dueOn: LocalDate) =>
      clock('26-0402', dueOn, {
        rule: 'manual.1b4e28ba-2fa1-4d3b-a3f5-ef19b5a7633b',
        madeFor: 'prove-filing',
        owedBy: 'client',
      });
    const days = { today: [task(sat2026Nov21)], month: [task(addDays(sat2026Nov21, 20))] };
    const letter = JSON.stringify(morningLetter(withGroups(days)));
    expect(letter).toMatch(/Tyrone\sW\.: get proof that it arrived/);
    expect(letter).toContain('26-0402, get proof that it arrived by ');
    expect(letter).not.toContain('added by hand');
  });

  test('stays small for a person with two thousand clocks, and counts what it does not list', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => clock(`26-${index}`, addDays(sat2026Nov21, 40)));
    const day = withGroups({}, many);
    const { html, text } = await printLetter(morningLetter(day));
    expect(html.length + text.length).toBeLessThan(60_000);
    expect(text).toContain('And 1,980 more on Today');
    expect(countedOnly(day)).toHaveLength(1_980);
  });
});

describe('the team’s digest', () => {
  test('reads as it was laid out, in both parts', async () => {
    const { subject, text, html } = await printLetter(teamLetter(aTeam));
    expect(subject).toBe('Team: 2 overdue, 9 due by Mon Nov 30, 3 late elsewhere');
    await expect(text).toMatchFileSnapshot('letters/team.txt');
    await expect(html).toMatchFileSnapshot('letters/team.html.snap');
  });

  test('says in whole sentences that there is nothing', () => {
    const nothing = { pastCount: 0, theirsCount: 0, soonCount: 0, unownedCount: 0, people: [] };
    const { greeting, paragraphs } = teamLetter({
      ...aTeam,
      load: { ...aTeam.load, ...nothing },
      away: [],
      news: { lapsedCount: 0, unreachedCount: 0 },
    });
    expect(greeting).toBe(
      'Good morning, Joyce. None of the clients’ clocks is past its date. No clocks end from today through Mon Nov 30. Plans and others are late with none.',
    );
    expect(paragraphs).toEqual(['No clocks ran out from Mon Nov 16 through Sun Nov 22.']);
  });

  test('names no client and no case', () => {
    expect(JSON.stringify(teamLetter(aTeam))).not.toMatch(/cases\/|26-\d/);
  });

  test('dates its figures', () => {
    const { tables = [] } = teamLetter({ ...aTeam, today: localDate('2026-12-28') });
    expect(tables[0]?.columns).toEqual(['Open', 'Overdue', 'By Jan 4, 2027', 'Late']);
  });
});
