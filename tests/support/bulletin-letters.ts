import type { MorningDigest } from '../../lib/bulletins/letters/morning-letter.ts';
import type { TeamDigest } from '../../lib/bulletins/letters/team-letter.ts';
import { addDays, type LocalDate, localDate } from '../../lib/calendar/local-date.ts';
import type { ClockRow } from '../../lib/worklist/queries.ts';

export const sat2026Nov21 = localDate('2026-11-21');
const mon2026Nov23 = localDate('2026-11-23');

/** One clock of a plan that is to answer a grievance, as the worklist has it. */
export const clock = (caseNumber: string, dueOn: LocalDate, more: Partial<ClockRow> = {}): ClockRow => ({
  caseId: `case-${caseNumber}`,
  caseNumber,
  rule: 'ca.grv.resolve',
  title: '',
  owedBy: 'plan',
  startsOn: addDays(dueOn, -30),
  dueOn,
  ruleDueOn: null,
  dueAt: null,
  latestOn: null,
  clientName: 'Tyrone Washington',
  planName: 'Anthem',
  program: 'commercial',
  stage: 'grievance',
  mayGoToImr: true,
  lastReadingOn: null,
  ownerId: 'ines',
  ownerName: 'Inés Caldera',
  lastContactOn: null,
  madeFor: null,
  ...more,
});

const groups = {
  overdue: [
    clock('26-0274', addDays(sat2026Nov21, -3), {
      rule: 'ca.imr.deadline.decision',
      owedBy: 'client',
      clientName: 'Walter Abernathy',
    }),
  ],
  today: [
    clock('26-0402', sat2026Nov21, {
      rule: 'ca.grv.expedited.statement',
      clientName: 'Duc Tran',
      planName: 'Kaiser',
    }),
    clock('26-0388', sat2026Nov21, {
      rule: 'ca.imr.accept',
      owedBy: 'regulator',
      clientName: 'Olena Kovalenko',
    }),
  ],
  week: [
    clock('26-0361', addDays(sat2026Nov21, 2), {
      rule: 'mc.hearing.app',
      owedBy: 'client',
      clientName: 'Samira Haddad',
    }),
    clock('26-0405', addDays(sat2026Nov21, 3), { rule: 'ca.grv.ack', clientName: 'José Luis Arroyo' }),
  ],
  month: [clock('26-0311', addDays(sat2026Nov21, 9), { rule: 'ca.imr.deadline.decision', owedBy: 'client' })],
  late: [clock('26-0355', addDays(sat2026Nov21, -5), { clientName: 'Mai Yang', planName: 'Health Net' })],
};

/** A morning of one caseworker. */
export const aMorning: MorningDigest = {
  reader: { id: 'ines', name: 'Inés Caldera' },
  greeting: 'Good morning',
  today: sat2026Nov21,
  agenda: {
    groups,
    days: Object.values(groups)
      .flat()
      .map(({ dueOn, owedBy }) => ({ on: dueOn, owedBy, count: 1 })),
    boxes: [],
    nextOn: null,
  },
  reminded: [
    clock('26-0290', addDays(sat2026Nov21, 60), {
      rule: 'ca.imr.deadline.silence',
      owedBy: 'client',
      clientName: 'Rosario Delgado',
    }),
  ],
  coversSomebody: false,
  appUrl: 'https://recourse.example.org',
  stopUrl: 'https://recourse.example.org/stop/office/token',
};

const weekStarts = Array.from({ length: 6 }, (_, index) => addDays(localDate('2026-11-22'), index * 7));
const person = (name: string, counts: readonly number[], isActive = true) => {
  const [openCount = 0, pastCount = 0, lateCount = 0, soonCount = 0] = counts;
  return {
    id: name,
    name,
    role: 'caseworker' as const,
    isActive,
    openCount,
    pastCount,
    lateCount,
    soonCount,
    weeks: weekStarts.map((startsOn, index) => ({
      startsOn,
      toFile: openCount % 3,
      owed: Math.max(0, soonCount - index),
      expected: index > 3 ? 2 : 0,
    })),
  };
};

/** A Monday of one supervisor. */
export const aTeam: TeamDigest = {
  reader: { name: 'Joyce Okafor' },
  greeting: 'Good morning',
  today: mon2026Nov23,
  load: {
    people: [
      person('Inés Caldera', [41, 3, 2, 5]),
      person('Tomás Reyes', [38, 2, 1, 4]),
      person('Priya Natarajan', [3, 0, 0, 0], false),
    ],
    weekStarts,
    oursCount: 6,
    theirsCount: 3,
    pastCount: 5,
    soonCount: 9,
    unownedCount: 2,
  },
  away: [
    {
      name: 'Tomás Reyes',
      cover: { id: 'ines', name: 'Inés Caldera', email: 'ines@example.org', role: 'caseworker' },
      fromOn: addDays(mon2026Nov23, 1),
      untilOn: addDays(mon2026Nov23, 4),
    },
  ],
  news: { lapsedCount: 3, unreachedCount: 1 },
  appUrl: 'https://recourse.example.org',
  stopUrl: 'https://recourse.example.org/stop/office/token',
};
