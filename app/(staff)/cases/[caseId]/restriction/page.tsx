import type { Metadata } from 'next';
import { Facts } from '@/components/facts.tsx';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatLongDate } from '@/lib/calendar/format-date.ts';
import { RESTRICTION_GROUND_LABELS, ROLE_LABELS } from '@/lib/labels.ts';
import { type RestrictedCase, readRestrictionForm } from '@/lib/restrictions/queries.ts';
import { openForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { LiftForm, NamedPeopleForm, RestrictForm } from './form.tsx';

export const metadata: Metadata = { title: 'Who may know of it' };

export default async function RestrictionPage({ params }: PageProps<'/cases/[caseId]/restriction'>) {
  const { caseId } = await params;
  const form = await openForm('case.restrict', (tx, today, actor) =>
    readRestrictionForm(tx, caseId, actor, today),
  );
  const { restriction, mayDecide } = form.values;
  if (!restriction)
    return (
      <RecordPage
        of={form.case}
        title="Restrict the case to named people"
        lead="Everybody in the office who works cases can open it now."
      >
        <RestrictForm form={form} />
      </RecordPage>
    );
  return (
    <RecordPage
      of={form.case}
      title="Who may know of the case"
      lead="It is there for the people named and nobody else."
    >
      <div className="rec-form">
        <Facts facts={factsOf(restriction)} />
        {mayDecide ? (
          <>
            <NamedPeopleForm form={form} />
            <section aria-labelledby="lift-title">
              <header className="sec-h">
                <h2 id="lift-title">Lift the restriction</h2>
              </header>
              <LiftForm form={form} />
            </section>
          </>
        ) : (
          <p className="quiet">
            You are named for the days of a cover. Who may know of the case is decided by the supervisors and
            administrators named for good.
          </p>
        )}
      </div>
    </RecordPage>
  );
}

const factsOf = ({ ground, reason, restrictedBy, restrictedAt, named }: RestrictedCase) => [
  { term: 'Why', value: RESTRICTION_GROUND_LABELS[ground], detail: reason },
  { term: 'Restricted', value: `by ${restrictedBy}, ${formatLongDate(pacificToday(restrictedAt))}` },
  {
    term: 'Named',
    value: named.map(({ id, name, role, untilOn }) => (
      <div key={id}>
        {name}, {ROLE_LABELS[role].toLowerCase()}
        {untilOn ? `, while covering through ${formatLongDate(untilOn)}` : ''}
      </div>
    )),
  },
];
