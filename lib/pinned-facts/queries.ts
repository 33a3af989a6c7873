import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { pacificToday } from '../calendar/clock.ts';
import { formatShortDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { barredWhenClosed, type CaseForm, leadOf } from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { pinnedFacts } from '../db/schema-day.ts';

export type PinnedFact = {
  readonly id: string;
  readonly body: string;
  readonly who: string;
  readonly at: Date;
};

/** What is pinned to the top of a case, oldest first. One query. */
export const listPinned = (tx: Transaction, caseId: string): Promise<PinnedFact[]> =>
  tx
    .select({ id: pinnedFacts.id, body: pinnedFacts.body, who: users.name, at: pinnedFacts.pinnedAt })
    .from(pinnedFacts)
    .innerJoin(users, eq(users.id, pinnedFacts.pinnedBy))
    .where(and(eq(pinnedFacts.caseId, caseId), isNull(pinnedFacts.unpinnedAt)))
    .orderBy(asc(pinnedFacts.pinnedAt), asc(pinnedFacts.id));

export type PinnedValues = {
  readonly facts: readonly { readonly id: string; readonly body: string; readonly by: string }[];
  /** What was unpinned a moment ago, so that it can be undone. */
  readonly unpinned: { readonly id: string; readonly body: string } | null;
};

/** The page on which facts are pinned and unpinned. */
export async function readPinnedForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  unpinnedId: string | null,
): Promise<CaseForm<PinnedValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const pinned = await listPinned(tx, caseId);
  return {
    case: source.case,
    lead: leadOf(source),
    barred: barredWhenClosed(source.record),
    isCorrection: false,
    values: {
      facts: pinned.map(({ id, body, who, at }) => ({
        id,
        body,
        by: `${who}, ${formatShortDate(pacificToday(at), today)}`,
      })),
      unpinned: unpinnedId === null ? null : await readUnpinned(tx, caseId, unpinnedId),
    },
  };
}

async function readUnpinned(tx: Transaction, caseId: string, factId: string) {
  const [row] = await tx
    .select({ id: pinnedFacts.id, body: pinnedFacts.body })
    .from(pinnedFacts)
    .where(
      and(eq(pinnedFacts.caseId, caseId), eq(pinnedFacts.id, factId), isNotNull(pinnedFacts.unpinnedAt)),
    );
  return row ?? null;
}
