import { and, eq, sql } from 'drizzle-orm';
import { lastWritten } from '../audit/queries.ts';
import type { CalculatorLanguage } from '../calculator/language.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { readRecorders } from '../date-adjustments/queries.ts';
import { type CaseTie, listTies, tieOf } from '../date-documents/queries.ts';
import type { Transaction } from '../db/client.ts';
import { clients } from '../db/schema.ts';
import { reminders, suppressions } from '../db/schema-reminders.ts';
import type { StaffLanguage } from '../db/vocabulary.ts';
import { type Proof, proofOf } from '../deadlines/proof.ts';
import { type DocumentsAtHand, readDocumentsAtHand } from '../documents/queries.ts';
import { type BegunForm, listBegunForms } from '../drafts/queries.ts';
import { listFamily, type Relative } from '../families/queries.ts';
import { clientList } from '../filing-checklist/client-list.ts';
import { checklistOf, type FilingChecklist } from '../filing-checklist/queries.ts';
import { recordId } from '../input-fields.ts';
import { readOffice } from '../offices/queries.ts';
import { listPinned, type PinnedFact } from '../pinned-facts/queries.ts';
import { listStandingAnswers } from '../reminder-answers/queries.ts';
import { readPolicy } from '../reminders/queries.ts';
import { type RestrictedCase, readRestriction } from '../restrictions/queries.ts';
import { countGroups, eventsOf, type TimelineFilter, type TimelineGroup } from '../timeline/list-filter.ts';
import {
  countTimeline,
  listTimeline,
  readNames,
  readUnseen,
  type TimelinePage,
  type Unseen,
} from '../timeline/queries.ts';
import { type AssessedCase, assessCase } from './assessed-case.ts';
import { briefOf, type CaseBrief } from './brief.ts';
import { type CardDetail, type ClientCard, clientCardOf, usualDetail } from './client-card.ts';
import type { Said, SentReminder } from './clock-rows.ts';
import { type FactSource, sourceOf } from './date-sources.ts';
import { readCase } from './load-case.ts';

const TIMELINE_PAGE = 20;
const DOCUMENTS_SHOWN = 4;

/** The case page: the case and its law, one page of its record, and what its clocks have already said. */
export type CasePage = {
  readonly assessed: AssessedCase;
  readonly timeline: TimelinePage;
  readonly timelineCounts: Readonly<Record<TimelineGroup, number>>;
  /** What others did on it that its reader has not seen, or saw first on this visit. */
  readonly unseen: Unseen;
  /** What everybody who opens it has to know first. */
  readonly pinned: readonly PinnedFact[];
  /** The other cases of its family. */
  readonly family: readonly Relative[];
  /** What people and plans that the timeline's changes refer to are called. */
  readonly names: ReadonlyMap<string, string>;
  readonly said: Said;
  /** Who may know of it, where that is not everybody in the office. */
  readonly restriction: RestrictedCase | null;
  readonly documents: DocumentsAtHand;
  /** Which documents show the recorded dates. */
  readonly ties: readonly CaseTie[];
  /** How ready the IMR application is. */
  readonly checklist: FilingChecklist;
  /** What its reader began to record and has not saved. */
  readonly begun: readonly BegunForm[];
};

/**
 * Twenty small queries by keys: six for the case, three for its record, one each for what is pinned, for its family,
 * for the reminders, for when the office sends them, for what was answered to them, for who may know of it, for its
 * documents, for the dates they show and for what its reader began, and two for the filing checklist; more only where an entry names a person or a plan, or the case is restricted. Null for a
 * case of another office and for what is no id.
 */
export async function readCasePage(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  filter: TimelineFilter,
): Promise<CasePage | null> {
  const assessed = await readAssessedCase(tx, caseId, today);
  if (!assessed) return null;
  const unseen = await readUnseen(tx, caseId, filter.newFromId ?? null);
  const timeline = await listTimeline(tx, caseId, {
    limit: TIMELINE_PAGE,
    beforeId: filter.beforeId,
    events: eventsOf(filter.group),
    newFromId: unseen.fromId,
    isNewOnly: filter.group === 'new',
  });
  return {
    assessed,
    unseen,
    pinned: await listPinned(tx, caseId),
    family: await listFamily(tx, caseId),
    timeline,
    timelineCounts: countGroups(await countTimeline(tx, caseId)),
    names: await readNames(tx, timeline.entries),
    said: {
      policy: await readPolicy(tx),
      ledger: await listCaseReminders(tx, caseId),
      answers: await listStandingAnswers(tx, caseId),
    },
    restriction: await readRestriction(tx, caseId),
    documents: await readDocumentsAtHand(tx, caseId, DOCUMENTS_SHOWN),
    ties: await listTies(tx, caseId),
    checklist: await checklistOf(tx, assessed),
    begun: await listBegunForms(tx, caseId, today),
  };
}

export type ProofPage = {
  readonly assessed: AssessedCase;
  readonly proof: Proof;
  /** Where the day that started the count is recorded, and who wrote it down; null where that day is no record's. */
  readonly source:
    | (FactSource & {
        readonly written: { readonly who: string; readonly at: Date } | null;
        /** The document and page that show it. */
        readonly paper: CaseTie | null;
      })
    | null;
  /** What the people are called who recorded dates beside the rules'. */
  readonly recorders: ReadonlyMap<string, string>;
};

/** Why one of the case's dates is what it is, in the queries that read a case; null where it has no such date. */
export async function readProofPage(
  tx: Transaction,
  caseId: string,
  rule: string,
  today: LocalDate,
): Promise<ProofPage | null> {
  const assessed = await readAssessedCase(tx, caseId, today);
  const proof = assessed && proofOf(assessed.facts, rule, assessed.rules);
  if (!proof) return null;
  const { event, on } = proof.begunBy;
  const source = sourceOf(assessed.record, event);
  return {
    assessed,
    proof,
    source: source && {
      ...source,
      written: await lastWritten(tx, caseId, source.writings, on),
      paper: tieOf(await listTies(tx, caseId), source.noun, source.tie.recordId, source.tie.field),
    },
    recorders: await readRecorders(tx, assessed.record),
  };
}

export type BriefPage = {
  readonly assessed: AssessedCase;
  readonly brief: CaseBrief;
  /** What whoever opens the case has to know first. */
  readonly pinned: readonly string[];
  readonly isRestricted: boolean;
};

/** The case on one page, for whoever takes it over; null for a case of another office and for what is no id. */
export async function readBriefPage(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  language: StaffLanguage,
): Promise<BriefPage | null> {
  const assessed = await readAssessedCase(tx, caseId, today);
  if (!assessed) return null;
  const { items } = await checklistOf(tx, assessed);
  const missing = items.filter(({ state }) => state === 'missing');
  const byWeight = [
    ...missing.filter(({ weight }) => weight === 'blocks'),
    ...missing.filter(({ weight }) => weight === 'helps'),
  ];
  const missingItems = byWeight.map(({ item }) => item);
  const answers = await listStandingAnswers(tx, caseId);
  return {
    assessed,
    brief: briefOf({ assessed, missingItems, answers }, language),
    pinned: (await listPinned(tx, caseId)).map(({ body }) => body),
    isRestricted: (await readRestriction(tx, caseId)) !== null,
  };
}

export type ClientCardPage = {
  readonly assessed: AssessedCase;
  readonly card: ClientCard;
};

/** The card that the client carries, in English or Spanish; null for a case of another office and for what is no id. */
export async function readClientCardPage(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  asked: { readonly language: CalculatorLanguage | null; readonly detail: CardDetail | null },
): Promise<ClientCardPage | null> {
  const assessed = await readAssessedCase(tx, caseId, today);
  if (!assessed) return null;
  const { client } = assessed.record;
  const { items, situation } = await checklistOf(tx, assessed);
  const office = await readOffice(tx);
  const language = asked.language ?? (client.language === 'es' ? 'es' : 'en');
  const needs = situation.elsewhere
    ? []
    : clientList(items, {
        language,
        client,
        fileBy: null,
        today,
        officeName: '',
        officePhone: '',
      }).items;
  const facts = { assessed, needs, officeName: office.name, officePhone: office.phone };
  const detail = asked.detail ?? usualDetail(client.messageDetail);
  return { assessed, card: clientCardOf(facts, language, detail) };
}

async function readAssessedCase(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
): Promise<AssessedCase | null> {
  const record = recordId.safeParse(caseId).success ? await readCase(tx, caseId) : null;
  return record && assessCase(record, today);
}

/** What the ledger holds about the case's clocks: which rung of which clock was sent, failed or passed over. */
async function listCaseReminders(tx: Transaction, caseId: string): Promise<SentReminder[]> {
  const rows = await tx
    .select({
      rule: reminders.rule,
      dueOn: reminders.dueOn,
      rung: reminders.rung,
      state: reminders.state,
      to: reminders.recipientKind,
      at: reminders.plannedAt,
      isSent: sql<boolean>`${reminders.sentAt} is not null`,
      isLost: sql<boolean>`${reminders.bouncedAt} is not null or ${reminders.complainedAt} is not null
        or (${reminders.state} = 'failed' and ${reminders.claimedAt} is null)
        or (${reminders.state} = 'skipped' and ${clients.email} is not null and exists (
          select from ${suppressions} where ${suppressions.address} = lower(${clients.email})
            and ${suppressions.scope} = 'all' and ${suppressions.liftedAt} is null))`,
    })
    .from(reminders)
    .leftJoin(clients, and(eq(reminders.recipientKind, 'client'), eq(clients.id, reminders.recipientId)))
    .where(eq(reminders.caseId, caseId));
  return rows.map(({ to, at, isSent, isLost, ...sent }) => ({
    ...sent,
    ...(to === 'client' && (isSent || isLost) && { toClient: { at, isLost } }),
  }));
}
