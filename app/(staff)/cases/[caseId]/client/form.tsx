'use client';

import { LiveForm } from '@/components/form/live-form.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { ClientValues } from '@/lib/clients/queries.ts';
import { ConsentFields, ContactFields, NameFields, RepresentativeFields } from '../../client-fields.tsx';
import { clientAction } from './action.ts';

export function ClientForm({ form }: { form: CaseForm<ClientValues> }) {
  const { values } = form;
  return (
    <LiveForm
      action={clientAction}
      submitLabel="Save client"
      version={form.case.version}
      cancel={{ href: `/cases/${form.case.id}`, label: 'Back to case' }}
    >
      <input type="hidden" name="caseId" value={form.case.id} />
      <NameFields values={values} />
      <ContactFields values={values} />
      <ConsentFields values={values} />
      <RepresentativeFields values={values} />
    </LiveForm>
  );
}
