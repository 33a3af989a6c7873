import { formatLongDate, formatTypedDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import { barredWhenClosed, type CaseForm, leadOf } from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';

export type NoteValues = {
  readonly kind: 'note' | 'call';
  readonly happenedOn: { readonly typed: string; readonly echo: string };
};

export async function readNoteForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  kind: NoteValues['kind'],
): Promise<CaseForm<NoteValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  return {
    case: source.case,
    lead: leadOf(source),
    barred: barredWhenClosed(source.record),
    isCorrection: false,
    values: { kind, happenedOn: { typed: formatTypedDate(today), echo: formatLongDate(today) } },
  };
}
