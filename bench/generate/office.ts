import { instant, startOfPacificDay } from '../../lib/calendar/instant.ts';
import { addDays, type LocalDate, yearOf } from '../../lib/calendar/local-date.ts';
import type {
  AnsweredGrievance,
  CaseRecord,
  Client,
  HealthPlan,
  ImrApplication,
  PlanLine,
} from '../../lib/cases/case-record.ts';
import { noteTermsOf, searchTermsOf } from '../../lib/cases/search-terms.ts';
import type { auditEvents, caseNotes, deadlines } from '../../lib/db/schema.ts';
import type { CaseOutcome, Role } from '../../lib/db/vocabulary.ts';
import { type DerivedClock, deriveClocks } from '../../lib/deadlines/sync.ts';
import { ladderOf, nextMoment } from '../../lib/reminders/ladder.ts';
import { DEFAULT_POLICY, type OfficePolicy } from '../../lib/reminders/policy.ts';
import { type Course, courseOf, type Dispute, disputeOf } from './disputes.ts';
import { familyNames, givenNames, languages, services } from './names.ts';
import { notesOf } from './notes.ts';
import { type Random, randomOf } from './random.ts';

export type OfficeSize = {
  readonly cases: number;
  readonly caseworkers: number;
  /** How many of its cases are closed, from 0 to 1; three in ten unless said. */
  readonly closedShare?: number;
};
type Person = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

export type GeneratedCase = {
  readonly record: CaseRecord;
  readonly clocks: readonly (typeof deadlines.$inferInsert)[];
  readonly terms: readonly string[];
  readonly notes: readonly (typeof caseNotes.$inferInsert)[];
  readonly noteTerms: readonly string[];
  readonly events: readonly (typeof auditEvents.$inferInsert)[];
};

export type GeneratedOffice = {
  readonly id: string;
  readonly name: string;
  readonly today: LocalDate;
  readonly people: readonly Person[];
  readonly plans: readonly HealthPlan[];
  readonly lines: readonly PlanLine[];
  /** How many numbers each year gave out. */
  readonly numbers: ReadonlyMap<number, number>;
  /** The cases in the order of their numbers, each made when it is asked for. */
  cases(): Generator<GeneratedCase>;
};

const seed = 20_261_122;
const noteSeed = 20_261_123;
const usualClosedShare = 0.3;
const unownedShare = 0.002;
const openedMonths = { longestClosed: 900, longestBeforeClosing: 30 };

/**
 * An office as it might stand on `today`: the same size and day give the same rows, to the letter. What lists and
 * reminders store is computed by the functions that the app itself uses, and the reminders are on time.
 */
export function generateOffice(size: OfficeSize, today: LocalDate): GeneratedOffice {
  const random = randomOf(seed);
  const id = random.uuid();
  const people = peopleOf(random, size.caseworkers);
  const { plans, lines } = directoryOf(random, id, today);
  const caseworkers = people.filter(({ role }) => role === 'caseworker');
  const { closedShare = usualClosedShare } = size;
  const outlines = Array.from({ length: size.cases }, (_, index) =>
    outlineOf(index, lines, caseworkers, closedShare),
  );
  outlines.sort((a, b) => b.dispute.openedAgo - a.dispute.openedAgo || a.index - b.index);
  const numbers = new Map<number, number>();
  for (const { dispute } of outlines) {
    const year = yearOf(addDays(today, -dispute.openedAgo));
    numbers.set(year, (numbers.get(year) ?? 0) + 1);
  }
  const plansById = new Map(plans.map((plan) => [plan.id, plan]));
  return {
    id,
    name: 'Bench office',
    today,
    people,
    plans,
    lines,
    numbers,
    *cases() {
      const given = new Map<number, number>();
      for (const outline of outlines) {
        const year = yearOf(addDays(today, -outline.dispute.openedAgo));
        const nth = (given.get(year) ?? 0) + 1;
        given.set(year, nth);
        const number = `${year}-${String(nth).padStart(6, '0')}`;
        const plan = plansById.get(outline.line?.planId ?? '') ?? null;
        yield caseOf(outline, { officeId: id, number, plan, today, authorId: people[0]?.id ?? '' });
      }
    },
  };
}

type Outline = {
  readonly index: number;
  readonly course: Course;
  readonly line: PlanLine | null;
  readonly owner: Person | null;
  readonly dispute: Dispute;
  readonly closedAgo: number | null;
};

function outlineOf(
  index: number,
  lines: readonly PlanLine[],
  caseworkers: readonly Person[],
  closedShare: number,
): Outline {
  const random = randomOf(seed, index * 2 + 1);
  const line = random.chance(0.02) ? null : random.weighted(lines.map((each) => [weightOf(each), each]));
  // Some people carry twice what others do.
  const nth = Math.floor(caseworkers.length * random.next() ** 1.3);
  const owner = random.chance(unownedShare) ? null : (caseworkers[nth] ?? null);
  const isClosed = random.chance(closedShare);
  const course = courseOf(random, wayOf(line), isClosed);
  const latest = isClosed ? random.whole(1, openedMonths.longestClosed) : undefined;
  const closedAgo =
    latest === undefined
      ? null
      : Math.max(0, latest - random.whole(1, Math.min(latest, openedMonths.longestBeforeClosing)));
  return { index, course, line, owner, dispute: disputeOf(random, course, latest), closedAgo };
}

const wayOf = (line: PlanLine | null) => ({
  hasImr:
    line !== null &&
    (line.program === 'medi-cal' ? line.knoxKeene : line.regulator === 'DMHC' || line.regulator === 'CDI'),
  hasHearing: line?.program === 'medi-cal',
});

const weightOf = ({ program, regulator, knoxKeene }: PlanLine): number => {
  if (program === 'medi-cal') return knoxKeene ? 3 : 2;
  if (program === 'self-funded') return 4;
  return { DMHC: 6, CDI: 2, none: 1, unknown: 1 }[regulator];
};

function peopleOf(random: Random, caseworkerCount: number): Person[] {
  const roles: Role[] = [
    ...Array.from({ length: caseworkerCount }, (): Role => 'caseworker'),
    'supervisor',
    'supervisor',
    'supervisor',
    'administrator',
    'reviewer',
  ];
  return roles.map((role, index) => ({
    id: random.uuid(),
    name: `${random.pick(givenNames)} ${random.pick(familyNames)}`,
    email: `${role}-${index + 1}@bench.example`,
    role,
  }));
}

function directoryOf(random: Random, officeId: string, today: LocalDate) {
  const createdAt = noonOf(addDays(today, -1000));
  const plans: HealthPlan[] = [];
  const lines: PlanLine[] = [];
  const add = (
    name: string,
    offered: readonly Pick<PlanLine, 'name' | 'program' | 'regulator' | 'knoxKeene'>[],
  ) => {
    const plan = {
      id: random.uuid(),
      officeId,
      name,
      phone: '555-0100',
      grievanceAddress: '',
      grievanceFax: '',
      note: '',
      createdAt,
    };
    plans.push(plan);
    for (const line of offered)
      lines.push({
        id: random.uuid(),
        officeId,
        planId: plan.id,
        ...line,
        source: 'Generated',
        verifiedOn: addDays(today, -60),
      });
  };
  const hmo = { name: 'HMO', program: 'commercial', regulator: 'DMHC', knoxKeene: true } as const;
  const policy = { name: 'Policy', program: 'commercial', regulator: 'CDI', knoxKeene: true } as const;
  const mediCal = { name: 'Medi-Cal', program: 'medi-cal', regulator: 'DMHC', knoxKeene: true } as const;
  const unsure = { name: 'PPO', program: 'commercial', regulator: 'unknown', knoxKeene: true } as const;
  const county = { name: 'County plan', program: 'medi-cal', regulator: 'none', knoxKeene: false } as const;
  const employer = {
    name: 'Employer plan',
    program: 'self-funded',
    regulator: 'none',
    knoxKeene: true,
  } as const;
  for (let nth = 1; nth <= 8; nth += 1) add(`Statewide Plan ${nth}`, [hmo, policy, mediCal, unsure]);
  for (let nth = 1; nth <= 6; nth += 1) add(`Regional Plan ${nth}`, [hmo, mediCal]);
  for (let nth = 1; nth <= 4; nth += 1) add(`County Plan ${nth}`, [county]);
  for (let nth = 1; nth <= 3; nth += 1) add(`Employer Administrator ${nth}`, [employer]);
  return { plans, lines };
}

type Place = {
  readonly officeId: string;
  readonly number: string;
  readonly plan: HealthPlan | null;
  readonly today: LocalDate;
  /** Who writes the notes of a case that nobody owns. */
  readonly authorId: string;
};

function caseOf(outline: Outline, place: Place): GeneratedCase {
  const { line, owner, dispute, closedAgo } = outline;
  const { officeId, number, plan, today, authorId } = place;
  const random = randomOf(seed, outline.index * 2);
  const on = (ago: number): LocalDate => addDays(today, -ago);
  const id = random.uuid();
  const key = { officeId, caseId: id };
  const client = clientOf(random, officeId, noonOf(on(dispute.openedAgo)));
  const grievances = grievancesOf(random, key, dispute, on);
  const imrApplications = applicationsOf(random, key, dispute, line, on);
  const stepCount =
    1 + [dispute.grievance?.decision, dispute.imr, closedAgo].filter((step) => step != null).length;
  const recorded: CaseRecord = {
    id,
    officeId,
    number,
    clientId: client.id,
    planLineId: line?.id ?? null,
    memberNumber: `M${random.whole(10_000_000, 99_999_999)}`,
    serviceCoveredBy: null,
    urgent: dispute.grievance?.expedited ?? false,
    ownerId: owner?.id ?? null,
    waitingOn: null,
    waitingSinceOn: null,
    familyId: null,
    version: stepCount,
    openedAt: noonOf(on(dispute.openedAgo)),
    closedAt: closedAgo === null ? null : noonOf(on(closedAgo)),
    outcome: closedAgo === null ? null : outcomeOf(outline.course),
    lastContactOn: dispute.lastContactAgo === null ? null : on(dispute.lastContactAgo),
    stage: 'intake',
    nextRule: null,
    nextOwedBy: null,
    nextStartsOn: null,
    nextDueOn: null,
    fileBy: null,
    lastReadingOn: null,
    retainUntilOn: null,
    client,
    line,
    plan,
    ownerName: owner?.name ?? null,
    denial:
      dispute.denialLetter === undefined
        ? null
        : {
            ...key,
            letterOn: on(dispute.denialLetter),
            receivedOn: on(Math.max(dispute.openedAgo, dispute.denialLetter - random.whole(0, 4))),
            service: random.pick(services),
            bases: [...dispute.bases],
            contractProvision: dispute.bases.includes('not-covered')
              ? 'Evidence of Coverage, Exclusions'
              : '',
            serviceReceived: false,
            servicesEndOn: null,
            dateSources: { letterOn: 'on-document', receivedOn: 'told-by-client' },
          },
    grievances,
    imrApplications,
    hearing:
      dispute.hearingRequested === undefined
        ? null
        : { ...key, requestedOn: on(dispute.hearingRequested), heldOn: null, note: '', dateSources: {} },
    complaint:
      dispute.complaintReceived === undefined
        ? null
        : {
            ...key,
            regulator: departmentOf(line),
            receivedOn: on(dispute.complaintReceived),
            decidedOn: null,
            note: '',
            dateSources: {},
          },
    extensionRequest: null,
    adjustments: [],
    manualDeadlines: [],
    ruleVersions: [],
  };
  const { derived, clocks } = deriveClocks(recorded, today);
  const record = { ...recorded, ...derived };
  const notes = notesOf(randomOf(noteSeed, outline.index), record, on(dispute.openedAgo), authorId);
  return {
    record,
    clocks: clocks.map((clock) => ({ ...clock, ...attendedTo(clock, today) })),
    terms: searchTermsOf(record),
    notes,
    noteTerms: noteTermsOf(notes.map(({ body }) => body).join('\n')),
    events: eventsOf(record, outline, on),
  };
}

const POLICY: OfficePolicy = { ...DEFAULT_POLICY, timeZone: 'America/Los_Angeles', since: null };

/** The reminders ran yesterday: a lapse before today is noted and its ladder spent. */
function attendedTo(clock: DerivedClock, today: LocalDate) {
  const lapsed = clock.outcome === 'pending' && clock.dueOn < addDays(today, -1);
  const yesterday = new Date(startOfPacificDay(addDays(today, -1)));
  return {
    lapseNotedOn: lapsed ? addDays(clock.dueOn, 1) : null,
    standsSince: new Date(startOfPacificDay(clock.startsOn)),
    nextLookAt: clock.outcome === 'pending' ? nextMoment(ladderOf(clock, POLICY), yesterday) : null,
  };
}

function clientOf(random: Random, officeId: string, createdAt: Date): Client {
  const name = `${random.pick(givenNames)} ${random.pick(familyNames)}${random.chance(0.25) ? ` ${random.pick(familyNames)}` : ''}`;
  const id = random.uuid();
  const consents = random.chance(0.6);
  return {
    id,
    officeId,
    name,
    pronouns: '',
    birthOn: null,
    language: random.weighted(languages),
    languageNote: '',
    email: consents ? `client-${id.slice(0, 8)}@bench.example` : '',
    phone: `${random.pick(['209', '213', '310', '408', '415', '510', '559', '619', '661', '714', '818', '916'])}-555-${String(random.whole(0, 9999)).padStart(4, '0')}`,
    address: '',
    contactHours: '',
    mayLeaveVoicemail: random.chance(0.7),
    maySayWhoWeAre: random.chance(0.5),
    maySendText: random.chance(0.5),
    maySendPaperMail: random.chance(0.4),
    safeContactNote: '',
    emailConsentOn: consents ? dayOf(createdAt) : null,
    emailConsentHow: consents ? 'Signed intake form' : '',
    emailConsentWithdrawnOn: null,
    messageDetail: 'neutral',
    messageDetailOn: null,
    representativeName: '',
    representativeRelationship: '',
    representativePhone: '',
    representativeEmail: '',
    representativeAuthority: '',
    createdAt,
  };
}

type Key = { readonly officeId: string; readonly caseId: string };
type On = (ago: number) => LocalDate;

function grievancesOf(random: Random, key: Key, { grievance }: Dispute, on: On): AnsweredGrievance[] {
  if (!grievance) return [];
  const id = random.uuid();
  const { received, expedited, acknowledged, decision } = grievance;
  return [
    {
      id,
      ...key,
      sentOn: on(received),
      receivedOn: on(received),
      receivedAt: expedited ? noonOf(on(received)) : null,
      channel: random.pick(['online', 'fax', 'certified-mail', 'phone']),
      expedited,
      certifiedBy: expedited ? 'The treating physician' : '',
      planReference: random.chance(0.8) ? `G-${random.whole(100_000, 999_999)}` : '',
      acknowledgedOn: acknowledged === undefined ? null : on(acknowledged),
      statementOn: null,
      dateSources: { sentOn: 'on-document', receivedOn: 'told-by-plan' },
      createdAt: noonOf(on(received)),
      decision: decision
        ? {
            id: random.uuid(),
            ...key,
            grievanceId: id,
            letterOn: on(decision.letter),
            receivedOn: on(Math.max(0, decision.letter - random.whole(0, 3))),
            outcome: decision.outcome,
            note: '',
            dateSources: { letterOn: 'on-document' },
            createdAt: noonOf(on(decision.letter)),
          }
        : null,
    },
  ];
}

function applicationsOf(
  random: Random,
  key: Key,
  { imr }: Dispute,
  line: PlanLine | null,
  on: On,
): ImrApplication[] {
  if (!imr) return [];
  const { applied, accepted, rejected, reviewerReceived, determined, implemented } = imr;
  const onOrNull = (ago: number | undefined) => (ago === undefined ? null : on(ago));
  return [
    {
      id: random.uuid(),
      ...key,
      regulator: departmentOf(line),
      channel: 'online',
      destination: 'The department’s website',
      confirmationNumber: `IMR-${random.whole(1_000_000, 9_999_999)}`,
      expedited: false,
      certifiedBy: '',
      compellingStatement: '',
      extensionStatement: '',
      extensionApprovedBy: null,
      filing: 'timely',
      appliedOn: on(applied),
      sentAt: null,
      pageCount: null,
      receiptDocumentId: null,
      packetId: null,
      recordedBeforeProof: false,
      receivedOn: on(applied),
      receivedAt: null,
      acceptedOn: onOrNull(accepted),
      acceptedAt: null,
      rejectedOn: onOrNull(rejected),
      rejectionReason: rejected === undefined ? '' : 'The dispute is about coverage.',
      planNotifiedOn: onOrNull(accepted),
      documentsSentOn: onOrNull(reviewerReceived),
      documentsSentAt: null,
      reviewerReceivedOn: onOrNull(reviewerReceived),
      determinedOn: onOrNull(determined?.on),
      outcome: determined?.outcome ?? null,
      planReceivedOn: determined ? on(Math.max(implemented ?? 0, determined.on - 1)) : null,
      implementedOn: onOrNull(implemented),
      dateSources: { appliedOn: 'on-document' },
      createdAt: noonOf(on(applied)),
    },
  ];
}

const departmentOf = (line: PlanLine | null) => (line?.regulator === 'CDI' ? 'CDI' : 'DMHC');

function outcomeOf(course: Course): CaseOutcome {
  if (course === 'overturned') return 'overturned-by-plan';
  if (course === 'implemented') return 'overturned-by-imr';
  return course === 'upheld' ? 'resolved-otherwise' : 'client-withdrew';
}

function eventsOf(record: CaseRecord, { dispute, closedAgo }: Outline, on: On): GeneratedCase['events'] {
  const { grievance, imr } = dispute;
  const steps = [
    { event: 'case.opened', ago: dispute.openedAgo, field: 'number', to: record.number },
    ...(grievance?.decision
      ? [
          {
            event: 'plan-decision.logged',
            ago: grievance.decision.letter,
            field: 'outcome',
            to: grievance.decision.outcome,
          },
        ]
      : []),
    ...(imr ? [{ event: 'imr.filed', ago: imr.applied, field: 'appliedOn', to: on(imr.applied) }] : []),
    ...(closedAgo === null
      ? []
      : [{ event: 'case.closed', ago: closedAgo, field: 'outcome', to: record.outcome }]),
  ];
  return steps.map(({ event, ago, field, to }, index) => ({
    officeId: record.officeId,
    at: noonOf(on(ago)),
    actorId: record.ownerId,
    event,
    caseId: record.id,
    caseVersion: index + 1,
    subjectId: null,
    changes: [{ field, from: null, to }],
    reason: '',
    requestId: '',
  }));
}

const noonOf = (day: LocalDate) =>
  new Date(new Date(instant(startOfPacificDay(day))).getTime() + 12 * 3_600_000);
const dayOf = (at: Date) => at.toISOString().slice(0, 10) as LocalDate;
