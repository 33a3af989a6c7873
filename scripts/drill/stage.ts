import type { UserActor } from '../../lib/access/actor.ts';
import { pacificToday } from '../../lib/calendar/clock.ts';
import { addDays, type LocalDate } from '../../lib/calendar/local-date.ts';
import { openCaseInput, placementInput } from '../../lib/cases/input.ts';
import { readCase } from '../../lib/cases/load-case.ts';
import { openCase } from '../../lib/cases/open-case.ts';
import { placeCases } from '../../lib/cases/place-cases.ts';
import { arrangeCover } from '../../lib/covers/arrange-cover.ts';
import { coverInput } from '../../lib/covers/input.ts';
import type { Connection } from '../../lib/db/client.ts';
import { inOffice, inUnitOfWork, type UnitOfWork } from '../../lib/db/unit-of-work.ts';
import { BASES, LANGUAGES } from '../../lib/db/vocabulary.ts';
import type { Outcome } from '../../lib/errors.ts';
import { deactivatePerson } from '../../lib/people/deactivate-person.ts';
import { deactivationInput } from '../../lib/people/input.ts';
import { changePolicy } from '../../lib/reminder-policy/change-policy.ts';
import { reminderPolicyInput } from '../../lib/reminder-policy/input.ts';
import { policyValues } from '../../lib/reminder-policy/policy-values.ts';
import { DEFAULT_POLICY } from '../../lib/reminders/policy.ts';
import { restrictionInput } from '../../lib/restrictions/input.ts';
import { restrictCase } from '../../lib/restrictions/restrict-case.ts';
import { readHandover } from '../../lib/workload/form-queries.ts';
import { actsFor } from './acts.ts';
import type { Chance } from './chance.ts';
import { GONE } from './mail-server.ts';
import { type SyntheticOffice, valueOf } from './synthetic-office.ts';

/** How likely somebody records something on a case on a day of work. */
const BUSY = 0.15;
const MOST_HANDED_OVER = 200;

/** The people of the office at work: everything goes through the commands that the screens use. */
export class Stage {
  actCount = 0;
  refusedCount = 0;
  readonly #app: Connection;
  readonly #office: SyntheticOffice;
  readonly #chance: Chance;
  readonly #caseIds: string[] = [];
  readonly #gone = new Set<string>();
  readonly #away = new Set<string>();

  constructor(app: Connection, office: SyntheticOffice, chance: Chance) {
    this.#app = app;
    this.#office = office;
    this.#chance = chance;
  }

  #as<T>(actor: UserActor, now: Date, work: (unit: UnitOfWork<UserActor>) => Promise<Outcome<T>>) {
    return inUnitOfWork(this.#app.db, actor, now, work);
  }

  get #atWork(): UserActor[] {
    return this.#office.caseworkers.filter(
      ({ userId }) => !this.#gone.has(userId) && !this.#away.has(userId),
    );
  }

  async openCase(now: Date): Promise<void> {
    const chance = this.#chance;
    const today = pacificToday(now);
    const number = this.#caseIds.length;
    const hasConsent = chance.happens(0.75);
    const typed = openCaseInput(today).parse({
      name: `Client ${number}`,
      planLineId: chance.of(this.#office.lineIds),
      language: chance.of(LANGUAGES),
      email: `${chance.happens(0.15) ? GONE : 'client-'}${number}@drill.example`,
      ...(hasConsent && { emailConsentOn: today, emailConsentHow: 'by phone' }),
      denialLetterOn: addDays(today, -chance.below(40)),
      denialBases: [chance.of(BASES)],
    });
    const opened = await this.#as(chance.of(this.#atWork), now, (unit) => openCase(unit, typed));
    this.#caseIds.push(valueOf(opened).caseId);
  }

  /** On one case after another somebody records what comes to hand; what the rules refuse leaves nothing. */
  async work(at: (index: number) => Date, setNow: (now: Date) => Promise<void>): Promise<void> {
    const busy = this.#caseIds.filter(() => this.#chance.happens(BUSY));
    for (const [index, caseId] of busy.entries()) {
      const now = at(index / Math.max(busy.length, 1));
      await setNow(now);
      await this.#recordOn(caseId, now);
    }
  }

  async #recordOn(caseId: string, now: Date): Promise<void> {
    const chance = this.#chance;
    const today = pacificToday(now);
    const leader = chance.of(this.#office.supervisors);
    const record = await inOffice(this.#app.db, leader, today, (tx) => readCase(tx, caseId));
    if (!record || (record.closedAt && !chance.happens(0.2))) return;
    const ownerIds = this.#atWork.map(({ userId }) => userId);
    const act = chance.of(actsFor({ record, today, chance, ownerIds }));
    if (act.name === 'closes a case' && !chance.happens(0.3)) return;
    const owner = this.#atWork.find(({ userId }) => userId === record.ownerId);
    const actor = act.isLeaders || !owner ? leader : owner;
    const outcome = await this.#as(actor, now, (unit) => act.perform(unit));
    this.actCount += outcome.ok ? 1 : 0;
    this.refusedCount += outcome.ok ? 0 : 1;
  }

  /** Two people are away: one has a cover, whose days are arranged; of the other nobody thought. */
  async goAway(now: Date, untilOn: LocalDate): Promise<void> {
    const [first, second, third] = this.#office.caseworkers;
    if (!first || !second || !third) return;
    const typed = coverInput(pacificToday(now)).parse({
      absentId: first.userId,
      coverId: second.userId,
      fromOn: pacificToday(now),
      untilOn,
    });
    valueOf(await this.#as(this.#office.administrator, now, (unit) => arrangeCover(unit, typed)));
    this.#away.add(first.userId).add(third.userId);
  }

  comeBack(): void {
    this.#away.clear();
  }

  async deactivate(now: Date): Promise<void> {
    const leaver = this.#office.caseworkers[2];
    if (!leaver) return;
    const [leader] = this.#office.supervisors;
    if (leader) await this.#handOver(leader, leaver, now);
    const typed = deactivationInput().parse({ personId: leaver.userId, reason: 'Left the office.' });
    valueOf(await this.#as(this.#office.administrator, now, (unit) => deactivatePerson(unit, typed)));
    this.#gone.add(leaver.userId);
  }

  /** Each open case goes to whom the team's page proposes. */
  async #handOver(leader: UserActor, leaver: UserActor, now: Date): Promise<void> {
    const today = pacificToday(now);
    const { cases } = await inOffice(this.#app.db, leader, today, (tx) =>
      readHandover(tx, leaver.userId, today, MOST_HANDED_OVER),
    );
    if (cases.length === 0) return;
    const typed = placementInput().parse({
      caseIds: cases.map(({ caseId }) => caseId),
      placements: cases.map(({ caseId, proposedId }) => `${caseId}:${proposedId ?? ''}`),
      fromId: leaver.userId,
    });
    valueOf(await this.#as(leader, now, (unit) => placeCases(unit, typed)));
  }

  /** From now on owners hear ten days before as well, and the cap is low. */
  async changePolicy(now: Date): Promise<void> {
    const typed = reminderPolicyInput().parse({
      ...policyValues(DEFAULT_POLICY),
      longDays: '90, 60, 30, 14, 10, 7, 3, 1, 0',
      shortDays: '10, 5, 3, 1, 0',
      clientDays: '30, 14, 7, 3, 1',
      mostAloneADay: '5',
    });
    valueOf(await this.#as(this.#office.administrator, now, (unit) => changePolicy(unit, typed)));
  }

  /** One case is closed to all but its owner and a supervisor. */
  async restrictOne(now: Date): Promise<void> {
    const [leader] = this.#office.supervisors;
    const caseId = this.#caseIds[0];
    const [worker] = this.#office.caseworkers;
    if (!leader || !caseId || !worker) return;
    const typed = restrictionInput().parse({
      caseId,
      ground: 'other',
      reason: 'A colleague’s relative.',
      namedIds: [leader.userId, worker.userId],
    });
    valueOf(await this.#as(leader, now, (unit) => restrictCase(unit, typed)));
  }
}
