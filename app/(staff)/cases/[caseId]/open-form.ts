import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { UserActor } from '@/lib/access/actor.ts';
import type { Permission } from '@/lib/access/policy.ts';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import type { Look } from '@/lib/audit/events.ts';
import { readOnRecord } from '@/lib/audit/looks/read-on-record.ts';
import type { LocalDate } from '@/lib/calendar/local-date.ts';
import { type DatePapers, readDatePapers } from '@/lib/date-documents/queries.ts';
import type { DatedNoun } from '@/lib/date-documents/shown-dates.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import type { Transaction } from '@/lib/db/client.ts';

type OfCase = { readonly case: { readonly id: string } };

/**
 * Reads what a form about a case needs, for a person who may send it, and puts on the record that they looked; a case
 * of another office is not found.
 */
export async function openForm<Form extends OfCase>(
  permission: Permission,
  read: (tx: Transaction, today: LocalDate, actor: UserActor) => Promise<Form | null>,
  look: Look = 'case.viewed',
): Promise<Form> {
  const actor = await requireActor(permission);
  const form = await lookAtCase<Form>(
    actor,
    look,
    (seen) => seen.case.id,
    (tx, today) => read(tx, today, actor),
  );
  return form ?? notFound();
}

/** The same for a form that records dates, with the documents that can show them. */
export async function openDatedForm<Form extends OfCase>(
  permission: Permission,
  noun: DatedNoun,
  read: (tx: Transaction, today: LocalDate) => Promise<Form | null>,
  recordOf: (form: Form) => string = () => '',
): Promise<Form & { readonly papers: DatePapers }> {
  return openForm(permission, async (tx, today) => {
    const form = await read(tx, today);
    return form && { ...form, papers: await readDatePapers(tx, form.case.id, noun, recordOf(form)) };
  });
}

/** The one way in which a page reads of a case: nobody sees it without being on its record. */
export async function lookAtCase<Seen>(
  actor: UserActor,
  look: Look,
  caseOf: (seen: Seen) => string,
  read: (tx: Transaction, today: LocalDate) => Promise<Seen | null>,
): Promise<Seen | null> {
  const now = await requestTime();
  const requestId = (await headers()).get('x-request-id') ?? '';
  return readOnRecord(getDatabase(), { actor, now, requestId }, look, caseOf, read);
}

/** One value of a search parameter that may be missing or repeated. */
export const single = (value: string | string[] | undefined): string | null =>
  (Array.isArray(value) ? value[0] : value) ?? null;
