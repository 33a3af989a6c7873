import { sql } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import type { Transaction } from '../db/client.ts';
import type { Language } from '../db/vocabulary.ts';
import { PENDING } from '../worklist/queries.ts';
import { type CaseToPlace, spreadLoad, type Taker } from './spread-load.ts';

/** One open case of somebody whose work is handed on, and who is proposed to take it. */
export type CaseToHandOver = CaseToPlace & {
  readonly number: string;
  readonly clientName: string;
  readonly language: Language;
  readonly languageNote: string;
  readonly clockCount: number;
  readonly proposedId: string | null;
};

export type Handover = {
  /** The soonest, up to the limit. */
  readonly cases: readonly CaseToHandOver[];
  readonly takers: readonly Taker[];
};

type CaseColumns = Omit<CaseToHandOver, 'proposedId'>;

/** The open cases of a person that the actor may know of, each with a colleague proposed by load. Two queries. */
export async function readHandover(
  tx: Transaction,
  personId: string,
  today: LocalDate,
  limit: number,
): Promise<Handover> {
  const { rows } = await tx.execute<CaseColumns>(sql`
    select c.id as "caseId", c.number, cl.name as "clientName", cl.language, cl.language_note as "languageNote",
      c.next_due_on as "nextDueOn",
      (select count(*)::int from deadlines d where d.case_id = c.id and ${PENDING}) as "clockCount",
      case when exists (select from restrictions r where r.case_id = c.id)
        then array(select n.user_id::text from named_people n where n.case_id = c.id and n.until_on is null)
        end as "onlyIds"
    from cases c join clients cl on cl.id = c.client_id
    where c.closed_at is null and c.owner_id = ${personId}
    order by c.next_due_on, c.id limit ${limit}`);
  const takers = (await listTakers(tx, today)).filter(({ id }) => id !== personId);
  const proposed = spreadLoad(rows, takers, today);
  return {
    takers,
    cases: rows.map((row) => ({ ...row, proposedId: proposed.get(row.caseId) ?? null })),
  };
}

/** Everybody who can own cases, how many are open with them, and when they are away. */
async function listTakers(tx: Transaction, today: LocalDate): Promise<Taker[]> {
  const { rows } = await tx.execute<Taker>(sql`
    select u.id, u.name, u.role = 'caseworker' as "isCaseworker",
      (select count(*)::int from cases c where c.closed_at is null and c.owner_id = u.id) as "openCount",
      coalesce((
        select json_agg(json_build_object('fromOn', v.from_on, 'untilOn', v.until_on)) from covers v
        where v.absent_id = u.id and v.ended_at is null and v.until_on >= ${today}::date), '[]') as away
    from users u where u.deactivated_at is null and u.role <> 'reviewer' order by u.name, u.id`);
  return rows;
}
