import { systemActor } from '../access/actor.ts';
import type { AuditChange } from '../audit/events.ts';
import { type Clock, pacificToday } from '../calendar/clock.ts';
import { isAfter, type LocalDate } from '../calendar/local-date.ts';
import { type AssessedCase, assessCase, isLive } from '../cases/assessed-case.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { loadCase, readCase } from '../cases/load-case.ts';
import { ANSWER_RULES } from '../cases/stage.ts';
import type { Database, Transaction } from '../db/client.ts';
import { eachRow } from '../db/each-row.ts';
import { inOffice, inUnitOfWork, type UnitOfWork } from '../db/unit-of-work.ts';
import { done, type Outcome, refuse } from '../errors.ts';
import type { Logger } from '../log.ts';
import { eachOffice } from '../offices/each-office.ts';
import type { Office } from '../offices/queries.ts';
import { clockOf } from '../reminders/clock.ts';
import { insurerSilenceOf, lapseOf, lapseText, silenceByRule } from './lapse.ts';
import {
  isSilenceNoted,
  type LapsedClock,
  listInsurerSilences,
  listLapsesToNote,
  listSilencesByRule,
  listStoredClocks,
} from './queries.ts';
import { deriveClocks, markLapsesNoted, syncDeadlines } from './sync.ts';

export type LapseContext = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  /** Ends the run after the case at hand. */
  readonly stopping?: AbortSignal;
};

export type LapseSummary = { noted: number; errors: number };

/** What ran out on a case, in the words of its record. */
export type NotedLapse = {
  readonly rule: string;
  readonly lastDay: LocalDate;
  readonly sentence: string;
};

const PAGE = 200;
const INSURER_SILENCE = 'cdi.appeal.silence';
const PLAN_SILENCE = 'ca.imr.open.silence';

/**
 * Notes on each case what ran out since the last run and what that opened: silence moves a case on with nobody
 * clicking. Each lapse is noted once, however often and by however many workers this is run.
 */
export const noteLapses = (
  context: LapseContext,
  only?: { readonly officeId: string },
): Promise<LapseSummary> =>
  eachOffice(context, only, { noted: 0, errors: 0 }, async (office, summary) => {
    for await (const caseId of eachLapsedCase(context, office.id)) {
      try {
        const actor = systemActor(office.id);
        const noted = await inUnitOfWork(context.db, actor, context.clock(), (unit) =>
          noteOnCase(unit, caseId),
        );
        summary.noted += noted.ok ? noted.value : 0;
      } catch (error) {
        summary.errors += 1;
        context.log.error({ err: error, caseId }, 'a lapse could not be noted');
      }
    }
  });

/** What a run would note now, case by case; nothing is written. */
export async function* foreseeLapses(
  context: LapseContext,
  office: Office,
): AsyncGenerator<{ readonly caseNumber: string; readonly lapses: readonly NotedLapse[] }> {
  const today = pacificToday(context.clock());
  for await (const caseId of eachLapsedCase(context, office.id)) {
    const foreseen = await inOffice(context.db, systemActor(office.id), today, async (tx) => {
      const record = await readCase(tx, caseId);
      return record && { caseNumber: record.number, lapses: await unnotedLapses(tx, record, today) };
    });
    if (foreseen && foreseen.lapses.length > 0) yield foreseen;
  }
}

/** Under the case's lock, where another worker may have been first: then nothing is written. */
async function noteOnCase(unit: UnitOfWork, caseId: string): Promise<Outcome<number>> {
  const loaded = await loadCase(unit, caseId);
  if (!loaded.ok || loaded.record.closedAt) return refuse();
  const { record } = loaded;
  const lapses = await unnotedLapses(unit.tx, record, unit.today);
  if (lapses.length === 0) return refuse();
  await syncDeadlines(unit, caseId);
  const { stage } = deriveClocks(record, unit.today).derived;
  const moved: AuditChange[] =
    stage === record.stage ? [] : [{ field: 'stage', from: record.stage, to: stage }];
  for (const [index, { rule, lastDay, sentence }] of lapses.entries())
    unit.record({
      event: 'deadline.lapsed',
      caseId,
      caseVersion: record.version + 1,
      changes: [
        { field: 'sentence', from: null, to: sentence },
        { field: 'rule', from: null, to: rule },
        { field: 'lastDay', from: null, to: lastDay },
        ...(index === 0 ? moved : []),
      ],
    });
  const rules = lapses.map(({ rule }) => rule);
  await markLapsesNoted(unit, caseId, rules);
  return done(lapses.length);
}

/** The recorded facts say what has lapsed; the stored clocks and the record say what of it is noted. */
async function unnotedLapses(tx: Transaction, record: CaseRecord, today: LocalDate): Promise<NotedLapse[]> {
  const stored = await listStoredClocks(tx, record.id);
  const assessed = assessCase(record, today);
  const { facts, assessment } = assessed;
  const isUnnoted = (rule: string, dueOn: LocalDate) =>
    stored.some((clock) => clock.rule === rule && clock.dueOn === dueOn && clock.lapseNotedOn === null);
  const lapses = assessment.deadlines
    .filter(({ status, rule, dueOn }) => status === 'overdue' && isUnnoted(rule, dueOn))
    .map((deadline) => ({
      rule: deadline.rule,
      lastDay: deadline.dueOn,
      sentence: lapseText(lapseOf(deadline, facts, assessment)),
    }));
  return [...(await insurerSilence(tx, assessed)), ...(await planSilence(tx, assessed)), ...lapses];
}

/** An insurer's silence lapses no clock of its own: it is told by the clock that it starts, once for each last day. */
async function insurerSilence(
  tx: Transaction,
  { record, assessment, today }: AssessedCase,
): Promise<NotedLapse[]> {
  const sixMonths = assessment.deadlines.find((deadline) => clockOf(deadline).silence === 'starts');
  if (!sixMonths || !isLive(sixMonths)) return [];
  const lastDay = sixMonths.explanation.trigger.on;
  if (!isAfter(today, lastDay) || (await isSilenceNoted(tx, record.id, INSURER_SILENCE, lastDay))) return [];
  const sentence = lapseText(insurerSilenceOf(sixMonths, assessment));
  return [{ rule: INSURER_SILENCE, lastDay, sentence }];
}

/** Whatever date a plan's answer is worked to, its silence counts by the rule's own, and is told once for that day. */
async function planSilence(
  tx: Transaction,
  { record, facts, assessment, today }: AssessedCase,
): Promise<NotedLapse[]> {
  const answer = assessment.deadlines.find(({ rule }) => ANSWER_RULES.has(rule));
  const lastDay = answer?.ruleDueOn;
  if (!answer || !lastDay || !isLive(answer) || !isAfter(today, lastDay)) return [];
  if (await isSilenceNoted(tx, record.id, PLAN_SILENCE, lastDay)) return [];
  return [{ rule: PLAN_SILENCE, lastDay, sentence: lapseText(silenceByRule(lastDay, facts, assessment)) }];
}

/** Every case with something to note, once. */
async function* eachLapsedCase(
  { db, clock, stopping }: LapseContext,
  officeId: string,
): AsyncGenerator<string> {
  const actor = systemActor(officeId);
  const today = pacificToday(clock());
  const seen = new Set<string>();
  const lapsed = eachRow<LapsedClock>(PAGE, (after) =>
    inOffice(db, actor, today, (tx) => listLapsesToNote(tx, today, after, PAGE)),
  );
  for await (const { caseId } of lapsed) {
    if (stopping?.aborted) return;
    if (!seen.has(caseId)) yield caseId;
    seen.add(caseId);
  }
  const silent = eachRow<string>(PAGE, (after) =>
    inOffice(db, actor, today, (tx) => listInsurerSilences(tx, today, after, PAGE)),
  );
  for await (const caseId of silent) {
    if (stopping?.aborted) return;
    if (!seen.has(caseId)) yield caseId;
    seen.add(caseId);
  }
  const silentByRule = eachRow<string>(PAGE, (after) =>
    inOffice(db, actor, today, (tx) => listSilencesByRule(tx, today, after, PAGE)),
  );
  for await (const caseId of silentByRule) {
    if (stopping?.aborted) return;
    if (!seen.has(caseId)) yield caseId;
  }
}
