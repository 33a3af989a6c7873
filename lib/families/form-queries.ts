import { and, eq } from 'drizzle-orm';
import type { LocalDate } from '../calendar/local-date.ts';
import { barredWhenClosed, type CaseForm, leadOf } from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { cases, clients } from '../db/schema.ts';
import { listFamily, type Relative } from './queries.ts';

export type FamilyValues = {
  readonly family: readonly Relative[];
  /** What was unlinked a moment ago, so that it can be undone. */
  readonly unlinked: { readonly number: string; readonly clientName: string } | null;
};

/** The page on which cases of one family are linked and unlinked. */
export async function readFamilyForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  unlinkedId: string | null,
): Promise<CaseForm<FamilyValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const family = await listFamily(tx, caseId);
  const isLinkedAgain = family.some((each) => each.caseId === unlinkedId);
  return {
    case: source.case,
    lead: leadOf(source),
    barred: barredWhenClosed(source.record),
    isCorrection: false,
    values: {
      family,
      unlinked: unlinkedId === null || isLinkedAgain ? null : await readUnlinked(tx, unlinkedId),
    },
  };
}

async function readUnlinked(tx: Transaction, caseId: string): Promise<FamilyValues['unlinked']> {
  const [row] = await tx
    .select({ number: cases.number, clientName: clients.name })
    .from(cases)
    .innerJoin(clients, and(eq(clients.id, cases.clientId), eq(clients.officeId, cases.officeId)))
    .where(eq(cases.id, caseId));
  return row ?? null;
}
