import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Crumbs } from '@/components/page-head.tsx';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { getDocumentStore } from '@/lib/document-store/app-store.ts';
import { recordIdIn } from '@/lib/input-fields.ts';
import { answeredRows } from '@/lib/official-forms/guess-fields.ts';
import { readFormOnFile } from '@/lib/official-forms/queries.ts';
import { readOfficialForm } from '@/lib/official-forms/read-form.ts';
import { FieldMapForm } from './form.tsx';

export const metadata: Metadata = { title: 'Fields of an official form' };

export default async function OfficialFormPage({ params }: PageProps<'/settings/official-forms/[formId]'>) {
  const actor = await requireActor('official-form.change');
  const formId = recordIdIn((await params).formId);
  const today = pacificToday(await requestTime());
  const found = formId && (await inOffice(getDatabase(), actor, today, (tx) => readFormOnFile(tx, formId)));
  if (!found || found.replacedAt) notFound();
  const pdf = await getDocumentStore()
    .read(found.sealed)
    .catch(() => null);
  const fieldNames = (pdf && (await readOfficialForm(pdf)))?.fieldNames ?? [];
  return (
    <main id="main" className="rec wrap settings">
      <header className="rec-head">
        <Crumbs
          trail={[
            { href: '/settings', label: 'Settings' },
            { href: '/settings/official-forms', label: 'Official forms' },
          ]}
        />
        <h1>{found.title}</h1>
        <p className="lead quiet">
          {pdf === null
            ? 'Its file cannot be opened where documents are kept. Add the form again, or tell whoever runs Recourse.'
            : fieldNames.length > 0
              ? 'Which datum of the case goes into which field. The names are the form’s own; compare them with the form once, on paper.'
              : 'This form has no fields. It goes into each packet blank, with the data of the case behind it.'}
        </p>
      </header>
      {fieldNames.length > 0 ? (
        <FieldMapForm
          formId={found.id}
          fieldNames={fieldNames}
          fieldMap={found.fieldMap}
          rows={answeredRows(found.regulator).map(({ number, label }) => ({ number, label }))}
        />
      ) : null}
    </main>
  );
}
