import type { Metadata } from 'next';
import { FormSection } from '@/components/form-section.tsx';
import { LateShape } from '@/components/mark.tsx';
import { Crumbs } from '@/components/page-head.tsx';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatMediumDate } from '@/lib/calendar/format-date.ts';
import { getDatabase } from '@/lib/db/app-database.ts';
import { inOffice } from '@/lib/db/unit-of-work.ts';
import { REGULATOR_LABELS } from '@/lib/labels.ts';
import { type ListedForm, listForms } from '@/lib/official-forms/queries.ts';
import { FORM_REFUSALS, isFormRefusal } from '@/lib/official-forms/rules.ts';
import { UploadForm } from './upload-form.tsx';

export const metadata: Metadata = { title: 'Official forms' };

export default async function OfficialFormsPage({ searchParams }: PageProps<'/settings/official-forms'>) {
  const actor = await requireActor('official-form.change');
  const today = pacificToday(await requestTime());
  const forms = await inOffice(getDatabase(), actor, today, listForms);
  const refused = (await searchParams)['refused'];
  const code = typeof refused === 'string' ? refused : null;
  return (
    <main id="main" className="rec wrap settings">
      <header className="rec-head">
        <Crumbs trail={[{ href: '/settings', label: 'Settings' }]} />
        <h1>Official forms</h1>
        <p className="lead quiet">
          A department’s own application form, saved from its website. Each IMR packet then begins with it,
          filled from the case where it has fields. Without it, the data come in the form’s order.
        </p>
        {isFormRefusal(code) ? (
          <div className="summary" role="alert">
            <div className="err">
              <LateShape />
              <p>
                <strong>The form was not added.</strong> {FORM_REFUSALS[code]}
              </p>
            </div>
          </div>
        ) : null}
      </header>
      <div className="rec-form">
        {(['DMHC', 'CDI'] as const).map((regulator) => (
          <FormsOf
            key={regulator}
            regulator={regulator}
            forms={forms.filter((form) => form.regulator === regulator)}
          />
        ))}
        <UploadForm />
      </div>
    </main>
  );
}

function FormsOf({ regulator, forms }: { regulator: 'DMHC' | 'CDI'; forms: readonly ListedForm[] }) {
  const standing = forms.find(({ replacedAt }) => replacedAt === null);
  const former = forms.filter(({ replacedAt }) => replacedAt !== null);
  const day = (at: Date) => formatMediumDate(pacificToday(at));
  return (
    <FormSection title={REGULATOR_LABELS[regulator]}>
      {standing ? (
        <p>
          <a className="link" href={`/settings/official-forms/${standing.id}`}>
            {standing.title}
          </a>{' '}
          <span className="quiet">
            {standing.pageCount === 1 ? '1 page' : `${standing.pageCount} pages`},{' '}
            {standing.hasFields
              ? `${Object.keys(standing.fieldMap).length} fields filled from the case`
              : 'no fields to fill: it is printed blank'}
            , added {day(standing.uploadedAt)} by {standing.uploadedBy}
          </span>
        </p>
      ) : (
        <p className="quiet">No form was added.</p>
      )}
      {former.length > 0 ? (
        <ul className="plain-list quiet small">
          {former.map(({ id, title, uploadedAt, replacedAt }) => (
            <li key={id}>
              {title}, {day(uploadedAt)} to {replacedAt ? day(replacedAt) : 'now'}
            </li>
          ))}
        </ul>
      ) : null}
    </FormSection>
  );
}
