'use client';

import { CheckField } from '@/components/fields/check-field.tsx';
import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import { FollowUp } from '@/components/form/follow-up.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { ImrFilingValues } from '@/lib/imr/filing-form.ts';
import { CHANNEL_LABELS, REGULATOR_LABELS } from '@/lib/labels.ts';
import { DatedField } from '../../dated-field.tsx';
import { ExtensionState } from '../imr-extension/extension-state.tsx';
import { ReceiptField } from '../proof-of-filing/receipt-field.tsx';
import { RecordForm } from '../record-form.tsx';
import { imrFilingAction } from './action.ts';

const REGULATORS = (['DMHC', 'CDI'] as const).map((value) => ({
  value,
  label: REGULATOR_LABELS[value],
  detail: value,
}));
const CHANNELS = Object.entries(CHANNEL_LABELS).map(([value, label]) => ({ value, label }));

export function ImrFilingForm({ form }: { form: CaseForm<ImrFilingValues> }) {
  const { values, isCorrection } = form;
  return (
    <RecordForm
      of={form.case}
      action={imrFilingAction}
      submitLabel={isCorrection ? 'Save correction' : 'Save filing'}
      isCorrection={isCorrection}
    >
      <input type="hidden" name="applicationId" value={values.applicationId} />
      {isCorrection ? null : (
        <p className="small">
          Not sent yet?{' '}
          <a className="link" href={`/cases/${form.case.id}/filing`}>
            See the ways to file
          </a>
        </p>
      )}
      <ChoiceField
        name="regulator"
        label="Which department did it go to?"
        hint={values.isRegulatorUnknown ? UNKNOWN_REGULATOR : undefined}
        choices={REGULATORS}
        defaultValue={values.regulator}
      />
      <DatedField name="appliedOn" label="Date sent" value={values.appliedOn} required />
      <TextField
        name="sentTime"
        label="Time sent"
        hint="California time, as the receipt prints it: 4:05 pm."
        optional="if known"
        short
        defaultValue={values.sentTime}
      />
      <SelectField
        name="channel"
        label="How it was sent"
        options={CHANNELS}
        empty="Choose one"
        defaultValue={values.channel}
        required
      />
      <TextField
        name="destination"
        label="Exact destination"
        hint="The website, fax number or address it went to. The department’s own are offered while typing."
        suggestions={values.destinations}
        defaultValue={values.destination}
        required
      />
      <Sent form={form} />
      <Proof form={form} />
      <FollowUp
        question={
          <CheckField
            name="expedited"
            label="Expedited: a provider certified an imminent and serious threat to health"
            hint={values.isInsurance ? EXPEDITED_INSURANCE : EXPEDITED}
            defaultChecked={values.expedited}
            raises
          />
        }
      >
        <TextField name="certifiedBy" label="Provider who certified it" defaultValue={values.certifiedBy} />
      </FollowUp>
      <Grounds form={form} />
      {values.isPastEveryReading ? <LateFiling form={form} /> : null}
    </RecordForm>
  );
}

/** What went out: the packet, and how many pages the other side has to have. */
function Sent({ form: { case: of, values } }: { form: CaseForm<ImrFilingValues> }) {
  return (
    <>
      {values.packets.length > 0 ? (
        <SelectField
          name="packetId"
          label="Which packet was sent"
          options={values.packets}
          empty="No packet of this case"
          defaultValue={values.packetId}
        />
      ) : (
        <p className="small quiet">
          No packet is ready.{' '}
          <a className="link" href={`/cases/${of.id}/packet`}>
            Prepare the packet
          </a>
        </p>
      )}
      <TextField
        name="pageCount"
        label="Pages sent"
        hint="With the cover. Left blank, the packet’s own pages are taken."
        optional="if known"
        inputMode="numeric"
        short
        defaultValue={values.pageCount}
      />
    </>
  );
}

/** What shows that it arrived; without it the clock runs on, and the form says so before it is saved. */
function Proof({ form: { case: of, values } }: { form: CaseForm<ImrFilingValues> }) {
  return (
    <section className="grounds" aria-labelledby="proof-of-filing">
      <h2 id="proof-of-filing">Proof that it arrived</h2>
      {values.provedBy ? (
        <p>This filing counts even without a number or a receipt: {values.provedBy}.</p>
      ) : (
        <p>
          Only a proved filing stops the client’s clock, and then from the day it was sent. Without a number
          or a receipt it is saved as <b>sent, no proof</b>: the clock and its reminders run on, and the case
          gets a task to get the proof.
        </p>
      )}
      <TextField
        name="confirmationNumber"
        label="Confirmation number"
        hint="Of the website or the fax service; for certified mail the article number, once its tracking shows delivery."
        optional="if there is one"
        defaultValue={values.confirmationNumber}
      />
      <ReceiptField caseId={of.id} receipts={values.receipts} value={values.receiptDocumentId} />
    </section>
  );
}

const UNKNOWN_REGULATOR =
  'The regulator of this plan’s line is not known. Recording the filing is allowed and flagged: the DMHC checks the license at intake and redirects what is not its own.';

const EXPEDITED =
  'It opens the IMR without waiting for the plan (28 CCR 1300.68.01(a)(4)) and shortens the review to 3 days (H&S 1374.33(c)).';
const EXPEDITED_INSURANCE = 'It shortens the review to 3 days (Ins. Code 10169.3(c)).';

/** The grounds that open the IMR before the plan's time is over, each with its law. */
function Grounds({ form: { case: of, values } }: { form: CaseForm<ImrFilingValues> }) {
  return (
    <details className="more" open={!values.isOpen || values.compellingStatement !== ''}>
      <summary>Grounds that open it before the plan’s time is over</summary>
      <div className="grounds">
        <p>
          <b>Experimental or investigational.</b>{' '}
          {values.isExperimental && values.isDenialDated ? (
            'The denial is recorded as such, so no grievance is needed first'
          ) : values.isExperimental ? (
            <>
              The denial is recorded as such, but its day is not;{' '}
              <a className="link" href={`/cases/${of.id}/denial`}>
                record the date on the denial letter
              </a>
            </>
          ) : (
            <>
              Not recorded as a reason of the denial; if the letter says so,{' '}
              <a className="link" href={`/cases/${of.id}/denial`}>
                correct the denial
              </a>
            </>
          )}{' '}
          <span className="quiet">
            ({values.isInsurance ? 'Ins. Code 10145.3' : '28 CCR 1300.70.4(b)(2)'}).
          </span>
        </p>
        {values.isInsurance ? null : (
          <p>
            <b>Urgent.</b> Check “Expedited” above and name the provider who certified it{' '}
            <span className="quiet">(28 CCR 1300.68.01(a)(4); H&S 1368.03(a)).</span>
          </p>
        )}
        <TextareaField
          name="compellingStatement"
          label="Extraordinary and compelling"
          hint={`Say why the client could not reasonably wait: serious pain, or a risk to life, limb or a major bodily function (${values.isInsurance ? 'Ins. Code 10169.1(a)' : 'H&S 1374.31(a); 28 CCR 1300.74.30(b)'}).`}
          optional="only on this ground"
          rows={3}
          defaultValue={values.compellingStatement}
        />
      </div>
    </details>
  );
}

/** After every reading of the six months: the statement, and whether a supervisor stands behind it. */
function LateFiling({ form: { case: of, values } }: { form: CaseForm<ImrFilingValues> }) {
  return (
    <section className="grounds" aria-labelledby="late-filing">
      <h2 id="late-filing">The six months are over on every reading</h2>
      <ExtensionState extension={values.extension} />
      <p>
        <a className="link" href={`/cases/${of.id}/imr-extension`}>
          {values.extension
            ? 'See the statement and its approval'
            : 'Ask a supervisor to approve the statement'}
        </a>
      </p>
      <TextareaField
        name="extensionStatement"
        label="Statement of why it is late"
        hint="The department may extend the six months when circumstances warrant (H&S 1374.30(k); Ins. Code 10169(k))."
        rows={3}
        defaultValue={values.extensionStatement}
      />
    </section>
  );
}
