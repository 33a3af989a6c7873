'use client';

import type { ReactNode } from 'react';
import { CheckField } from '@/components/fields/check-field.tsx';
import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { DateField } from '@/components/fields/date-field.tsx';
import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { TextareaField } from '@/components/fields/textarea-field.tsx';
import type { ClientValues } from '@/lib/clients/queries.ts';
import { LANGUAGE_LABELS, LANGUAGE_NAMES, MESSAGE_DETAIL_LABELS } from '@/lib/labels.ts';

const LANGUAGES = Object.entries(LANGUAGE_LABELS).map(([value, label]) => {
  const name = LANGUAGE_NAMES[value as keyof typeof LANGUAGE_NAMES];
  return { value, label: name === label ? label : `${label} · ${name}` };
});

const DETAILS = [
  {
    value: 'neutral',
    label: MESSAGE_DETAIL_LABELS.neutral,
    detail: '“Hello. There is something for us to do together, at the latest on Tuesday, November 24, 2026.”',
  },
  {
    value: 'standard',
    label: MESSAGE_DETAIL_LABELS.standard,
    detail: '“Hello, Rosario. A paper for your case must be sent by Tuesday, November 24, 2026.”',
  },
  {
    value: 'detailed',
    label: MESSAGE_DETAIL_LABELS.detailed,
    detail:
      '“Hello, Rosario. The last day to ask for an independent review is Tuesday, November 24, 2026. This is about Kaiser Permanente.”',
  },
];

type Props = { values?: ClientValues };

/** Who the client is, as they write and say it. */
export function NameFields({ values, hint }: Props & { hint?: ReactNode }) {
  return (
    <>
      <div className="row2">
        <TextField
          name="name"
          label="Name"
          defaultValue={values?.name}
          autoComplete="off"
          maxLength={300}
          required
        />
        <TextField name="pronouns" label="Pronouns" optional defaultValue={values?.pronouns} />
      </div>
      <div className="row2">
        <SelectField
          name="language"
          label="Language"
          options={LANGUAGES}
          defaultValue={values?.language ?? 'en'}
        />
        <DateField
          name="birthOn"
          label="Date of birth"
          defaultValue={values?.birthOn.typed}
          echo={values?.birthOn.echo}
        />
      </div>
      {hint}
      <TextField
        name="languageNote"
        label="Other language or interpreter"
        optional
        defaultValue={values?.languageNote}
      />
    </>
  );
}

/** How the client may be reached, and what is safe. */
export function ContactFields({ values }: Props) {
  return (
    <>
      <div className="row2">
        <TextField name="phone" label="Phone" type="tel" defaultValue={values?.phone} autoComplete="off" />
        <TextField name="contactHours" label="Best hours" optional defaultValue={values?.contactHours} />
      </div>
      <TextareaField name="address" label="Address" optional rows={2} defaultValue={values?.address} />
      <fieldset className="field">
        <legend>
          What is safe? <span className="quiet">unchecked means we never do it</span>
        </legend>
        <div className="check-grid">
          <CheckField
            name="mayLeaveVoicemail"
            label="Leave a voicemail"
            defaultChecked={values?.mayLeaveVoicemail}
          />
          <CheckField name="maySendText" label="Send a text" defaultChecked={values?.maySendText} />
          <CheckField name="maySayWhoWeAre" label="Say who we are" defaultChecked={values?.maySayWhoWeAre} />
          <CheckField
            name="maySendPaperMail"
            label="Send paper mail"
            defaultChecked={values?.maySendPaperMail}
          />
        </div>
      </fieldset>
      <TextField
        name="safeContactNote"
        label="Safe-contact note"
        optional
        defaultValue={values?.safeContactNote}
      />
    </>
  );
}

/** Consent to e-mail, which reminders to the client rest on: an address, a day and a manner. */
export function ConsentFields({ values }: Props) {
  return (
    <>
      <TextField
        name="email"
        label="E-mail"
        type="email"
        optional
        defaultValue={values?.email}
        autoComplete="off"
      />
      <div className="row2">
        <DateField
          name="emailConsentOn"
          label="Consent to e-mail given on"
          hint="Without it nothing is sent."
          defaultValue={values?.emailConsentOn.typed}
          echo={values?.emailConsentOn.echo}
        />
        <TextField
          name="emailConsentHow"
          label="How it was given"
          hint="By phone, signed form, e-mail."
          defaultValue={values?.emailConsentHow}
        />
      </div>
      <ChoiceField
        name="messageDetail"
        label="How much may a message tell?"
        hint="Others may read it. The subject never tells anything, and no message names a diagnosis or a treatment."
        choices={DETAILS}
        isStacked
        defaultValue={values?.messageDetail ?? 'neutral'}
      />
      <DateField
        name="messageDetailOn"
        label="The client agreed to that on"
        optional="if it tells anything"
        defaultValue={values?.messageDetailOn.typed}
        echo={values?.messageDetailOn.echo}
      />
      {values?.emailConsentOn.typed ? (
        <DateField
          name="emailConsentWithdrawnOn"
          label="Consent withdrawn on"
          optional="if it was"
          defaultValue={values.emailConsentWithdrawnOn.typed}
          echo={values.emailConsentWithdrawnOn.echo}
        />
      ) : null}
    </>
  );
}

/** Who speaks for the client, and by what right. */
export function RepresentativeFields({ values }: Props) {
  return (
    <>
      <div className="row2">
        <TextField
          name="representativeName"
          label="Representative"
          optional
          defaultValue={values?.representativeName}
        />
        <TextField
          name="representativeRelationship"
          label="Relationship"
          optional
          defaultValue={values?.representativeRelationship}
        />
      </div>
      <div className="row2">
        <TextField
          name="representativePhone"
          label="Representative’s phone"
          optional
          type="tel"
          defaultValue={values?.representativePhone}
          autoComplete="off"
        />
        <TextField
          name="representativeEmail"
          label="Representative’s e-mail"
          optional
          type="email"
          defaultValue={values?.representativeEmail}
          autoComplete="off"
        />
      </div>
      <TextField
        name="representativeAuthority"
        label="Authority"
        optional
        hint="Signed authorization, parent, power of attorney, conservator."
        defaultValue={values?.representativeAuthority}
      />
    </>
  );
}
