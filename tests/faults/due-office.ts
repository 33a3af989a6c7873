import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { GeneratedOffice } from '../../bench/generate/office.ts';
import { loadOffice } from '../../bench/load.ts';
import { addDays, type LocalDate, localDate } from '../../lib/calendar/local-date.ts';
import { instantIn, wallTime } from '../../lib/calendar/zoned-time.ts';
import type { CaseRecord, Client, HealthPlan, PlanLine } from '../../lib/cases/case-record.ts';
import type { Language, Role } from '../../lib/db/vocabulary.ts';
import { deriveClocks } from '../../lib/deadlines/sync.ts';
import { aCase } from '../support/case-record.ts';

/** A Tuesday in March on which an office has much to say. */
export const TODAY = localDate('2026-03-10');
export const ZONE = 'America/Los_Angeles';
const SUPERVISORS = 2;
const CASEWORKERS = 12;
const DAYS_TO_FILE = 180;
const LANGUAGES: readonly Language[] = ['en', 'es', 'zh', 'vi'];

/** What each person of one case hears of its one deadline: to whom it goes, and the number in its subject for the staff. */
export type Owed = { readonly to: string; readonly caseNumber: string | null };

export type DueOffice = GeneratedOffice & {
  /** Every message that the office owes today, by the law alone: the ledger is not asked. */
  readonly owed: readonly Owed[];
};

/**
 * An office of so many cases, recorded at seven this morning, on each of which the client's time to file a grievance ends
 * tomorrow or on the day given: four messages are due on each when the office opens the day before, and no other until
 * the day itself.
 */
export function dueOffice(
  cases: number,
  { today = TODAY, dueOn = addDays(today, 1) }: { today?: LocalDate; dueOn?: LocalDate } = {},
): DueOffice {
  const id = randomUUID();
  const tag = id.slice(0, 8);
  const person = (role: Role, nth: number) => ({
    id: randomUUID(),
    name: `${role} ${nth}`,
    email: `${role}-${nth}-${tag}@example.org`,
    role,
  });
  const caseworkers = Array.from({ length: CASEWORKERS }, (_, nth) => person('caseworker', nth));
  const supervisors = Array.from({ length: SUPERVISORS }, (_, nth) => person('supervisor', nth));
  const { plan, line } = directory(id);
  const generated = Array.from({ length: cases }, (_, nth) => {
    const owner = caseworkers[nth % CASEWORKERS];
    if (!owner) throw new Error('there are caseworkers');
    const caseId = randomUUID();
    const client = clientOf(id, nth, tag);
    const denied = aCase('dmhc').denied(addDays(dueOn, -DAYS_TO_FILE), { caseId, officeId: id }).record;
    const recorded: CaseRecord = {
      ...denied,
      id: caseId,
      officeId: id,
      number: `2026-${String(nth + 1).padStart(6, '0')}`,
      clientId: client.id,
      client,
      planLineId: line.id,
      line,
      plan,
      ownerId: owner.id,
      ownerName: owner.name,
      openedAt: instantIn(ZONE, today, MORNING),
    };
    const { derived, clocks } = deriveClocks(recorded, today);
    const record = { ...recorded, ...derived };
    return {
      record,
      owner,
      clocks: clocks.map((clock) => ({
        ...clock,
        standsSince: record.openedAt,
        nextLookAt: record.openedAt,
      })),
      terms: [],
      notes: [],
      noteTerms: [],
      events: [],
    };
  });
  return {
    id,
    name: `Office ${tag}`,
    today,
    people: [...caseworkers, ...supervisors],
    plans: [plan],
    lines: [line],
    numbers: new Map([[2026, cases]]),
    *cases() {
      yield* generated;
    },
    owed: generated.flatMap(({ record, owner }): Owed[] => [
      ...[owner, ...supervisors].map(({ email }) => ({ to: email, caseNumber: record.number })),
      { to: record.client.email, caseNumber: null },
    ]),
  };
}

/** Stores the office in a database, whose owner's URL this is. */
export async function store(office: GeneratedOffice, ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await loadOffice(owner, office);
  } finally {
    await owner.end();
  }
}

const MORNING = wallTime('07:00');

function directory(officeId: string): { plan: HealthPlan; line: PlanLine } {
  const planId = randomUUID();
  return {
    plan: {
      id: planId,
      officeId,
      name: 'Golden Valley Health Plan',
      phone: '',
      grievanceAddress: '',
      grievanceFax: '',
      note: '',
      createdAt: instantIn(ZONE, localDate('2026-01-02'), MORNING),
    },
    line: {
      id: randomUUID(),
      officeId,
      planId,
      name: 'HMO',
      program: 'commercial',
      regulator: 'DMHC',
      knoxKeene: true,
      source: '',
      verifiedOn: null,
    },
  };
}

/** As much of a client as the database has no default for. */
const clientOf = (officeId: string, nth: number, tag: string): Client =>
  ({
    id: randomUUID(),
    officeId,
    name: `Ana Prueba ${nth}`,
    language: LANGUAGES[nth % LANGUAGES.length],
    email: `client-${nth}-${tag}@example.org`,
    emailConsentOn: localDate('2026-01-05'),
    emailConsentHow: 'by phone',
  }) as Client;
