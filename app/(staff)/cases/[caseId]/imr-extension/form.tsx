'use client';

import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { ExtensionValues } from '@/lib/imr/extension-form.ts';
import { imrExtensionAction } from './action.ts';
import { ExtensionState } from './extension-state.tsx';

/** One form for both: from a caseworker the statement waits, from a supervisor it is approved. */
export function ImrExtensionForm({ form, approves }: { form: CaseForm<ExtensionValues>; approves: boolean }) {
  const { values } = form;
  return (
    <LiveForm
      action={imrExtensionAction}
      submitLabel={approves ? 'Approve the statement' : 'Send to a supervisor'}
      version={form.case.version}
      cancel={{ href: `/cases/${form.case.id}`, label: 'Back to case' }}
      note={approves ? 'What you change here is approved with it.' : 'A changed statement is approved anew.'}
    >
      <input type="hidden" name="caseId" value={form.case.id} />
      <ExtensionState extension={values.extension} />
      <TextareaField
        name="statement"
        label="Why the application is late"
        hint="What kept the client from filing in time, in a few sentences. The department may extend the six months when circumstances warrant (H&S 1374.30(k); Ins. Code 10169(k))."
        rows={6}
        defaultValue={values.statement}
        required
      />
    </LiveForm>
  );
}
