import { recordHref } from '@/lib/cases/available-records.ts';
import type { DateForm } from '@/lib/date-documents/queries.ts';

const NAMES: Readonly<Record<DateForm['noun'], string>> = {
  denial: 'The denial',
  grievance: 'The grievance',
  acknowledgment: 'The plan’s acknowledgment',
  'plan-decision': 'The plan’s decision',
  'imr-filing': 'The filing',
  'imr-acceptance': 'The department’s answer and the plan’s records',
  'imr-determination': 'The determination',
  implementation: 'What the plan did to carry it out',
  hearing: 'The hearing',
  complaint: 'The complaint to the department',
};

/** The forms that take a document's dates, each opened with this page of it beside the fields. */
export function DocumentDates({
  caseId,
  documentId,
  page,
  forms,
}: {
  caseId: string;
  documentId: string;
  page: number;
  forms: readonly DateForm[];
}) {
  if (forms.length === 0) return null;
  return (
    <section>
      <h2>Record dates from this letter</h2>
      <ul className="doc-tasks">
        {forms.map(({ noun, recordId }) => (
          <li key={noun}>
            <a
              className="link"
              href={recordHref(caseId, noun, {
                ...(recordId && { id: recordId }),
                document: documentId,
                page: String(page),
              })}
            >
              {NAMES[noun]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
