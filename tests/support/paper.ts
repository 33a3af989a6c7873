import type { DocumentKind, DocumentState } from '../../lib/db/vocabulary.ts';
import type { TestOffice } from './office.ts';

/** A document of a case as its record has it, without the file that the worker looked into. */
export async function addPaper(
  office: TestOffice,
  caseId: string,
  kind: DocumentKind = 'filing-receipt',
  state: DocumentState = 'ready',
): Promise<string> {
  const { rows } = await office.owner.pool.query<{ id: string }>(
    `insert into documents (office_id, case_id, kind, title, state, refusal, added_by, added_at)
     values ($1, $2, $3, 'Fax report', $4, $5, $6, now()) returning id`,
    [
      office.officeId,
      caseId,
      kind,
      state,
      state === 'refused' ? 'damaged' : null,
      office.person('caseworker').userId,
    ],
  );
  return rows[0]?.id ?? '';
}
