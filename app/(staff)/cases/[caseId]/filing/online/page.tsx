import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { CopyButton } from '@/components/copy-button.tsx';
import { Mark } from '@/components/mark.tsx';
import type { ApplicationField } from '@/lib/imr/application-fields.ts';
import { CHECK_THE_FORM, NEED_WORDS } from '@/lib/imr/application-rows.ts';
import { readFilingHelp } from '@/lib/imr/filing-help.ts';
import { openForm, single } from '../../open-form.ts';
import { RecordPage } from '../../record-page.tsx';
import { Checked, RegulatorNote, regulatorIn } from '../regulator-note.tsx';

export const metadata: Metadata = { title: 'Checklist for the website' };

export default async function OnlineFilingPage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/filing/online'>) {
  const { caseId } = await params;
  const chosen = regulatorIn(single((await searchParams)['to']));
  const help = await openForm('imr.file', (tx, today, actor) =>
    readFilingHelp(tx, caseId, today, actor.name, chosen),
  );
  const { website } = help.contact;
  const base = `/cases/${help.case.id}`;
  return (
    <RecordPage of={help.case} title="Checklist for the website" lead={help.lead}>
      <div className="filing-help">
        <RegulatorNote help={help} />
        {website ? (
          <p>
            Go to{' '}
            <a className="link" href={`https://${website.value}`} rel="noreferrer" target="_blank">
              {website.value}
            </a>{' '}
            and enter what follows, in the order of the form. <Checked point={website} />
          </p>
        ) : null}
        <p className="quiet">The boxes only help the eye: nothing here is saved or sent.</p>
        {help.sections.map(({ title, fields }) => (
          <section key={title} aria-label={title}>
            <h2>{title}</h2>
            <ul className="online-rows">
              {fields.map((field) => (
                <Row key={field.number} field={field} />
              ))}
            </ul>
          </section>
        ))}
        <section aria-labelledby="attach">
          <h2 id="attach">Attach, and keep the number</h2>
          <p>
            Attach copies only: nothing is returned. What belongs to this application is on the{' '}
            <a className="link" href={`${base}/filing-checklist`}>
              filing checklist
            </a>
            . Save the last page of the site as a PDF: it is the receipt.
          </p>
        </section>
        <div className="btns">
          <LinkButton tall primary href={`${base}/imr-filing`}>
            Record the filing
          </LinkButton>
          <LinkButton tall href={`${base}/filing`}>
            Other ways to file
          </LinkButton>
        </div>
      </div>
    </RecordPage>
  );
}

function Row({ field: { number, label, value, need, certainty, source } }: { field: ApplicationField }) {
  const isUnverified = certainty === 'unverified';
  return (
    <li>
      <label>
        <input type="checkbox" autoComplete="off" />
        <span>
          <b>
            {number}. {label}
          </b>{' '}
          <span className="small quiet">{NEED_WORDS[need]}</span>
        </span>
      </label>
      <div className="online-value">
        {value ? (
          <>
            <span>{value}</span> <CopyButton small text={value} label={`Copy: ${label}`} />
          </>
        ) : (
          <span className="quiet">Left to you: the case does not say it.</span>
        )}
      </div>
      <p className="small">
        {isUnverified ? <Mark kind="risk">{CHECK_THE_FORM}</Mark> : null}{' '}
        <span className="quiet">{source}</span>
      </p>
    </li>
  );
}
