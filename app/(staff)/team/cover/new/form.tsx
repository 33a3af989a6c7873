'use client';

import { CheckGroup } from '@/components/fields/check-field.tsx';
import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { DateField } from '@/components/fields/date-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { Mark } from '@/components/mark.tsx';
import type { CoverPreview } from '@/lib/covers/preview-cover.ts';
import type { CoverForm } from '@/lib/covers/queries.ts';
import { ROLE_LABELS } from '@/lib/labels.ts';
import { arrangeCoverAction } from './action.ts';

export function ArrangeCoverForm({ form: { absent, colleagues, restricted } }: { form: CoverForm }) {
  return (
    <LiveForm
      action={arrangeCoverAction}
      submitLabel="Arrange cover"
      cancel={{ href: '/team/cover', label: 'Back to cover' }}
      Preview={WhatItDoes}
      previewTitle="What it does"
      previewLegal={null}
    >
      <input type="hidden" name="absentId" value={absent.id} />
      <ChoiceField
        name="coverId"
        label="Who covers?"
        choices={colleagues.map(({ id, name, role }) => ({
          value: id,
          label: name,
          detail: ROLE_LABELS[role].toLowerCase(),
        }))}
      />
      <DateField name="fromOn" label="First day" />
      <DateField
        name="untilOn"
        label="Last day"
        hint="The cover ends at the end of this day in California."
      />
      {restricted.length > 0 ? (
        <CheckGroup
          name="namedCaseIds"
          label={`Restricted cases of ${absent.name}`}
          hint="Tick those that the colleague may know of on these days. The others stay unseen, and their mail goes to the people named on them."
          optional
          choices={restricted.map(({ id, number, clientName }) => ({
            value: id,
            label: `${number}, ${clientName}`,
          }))}
        />
      ) : null}
      <TextField name="note" label="Note for the colleague" optional />
    </LiveForm>
  );
}

function WhatItDoes({ preview }: { preview: CoverPreview | null }) {
  if (!preview) return <p className="quiet">Choose who covers, and the days.</p>;
  const { absentName, coverName, days, caseCount, clockCount, warnings } = preview;
  return (
    <>
      <p>
        <strong>
          {coverName} covers for {absentName}, {days}.
        </strong>
      </p>
      <p>
        {caseCount === 1 ? 'One open case' : `${caseCount.toLocaleString('en-US')} open cases`} and{' '}
        {clockCount === 1 ? 'one running clock' : `${clockCount.toLocaleString('en-US')} running clocks`} come
        to {coverName}’s Today, and {absentName}’s mail about them goes to {coverName}.
      </p>
      {warnings.map((warning) => (
        <p key={warning}>
          <Mark kind="risk">{warning}</Mark>
        </p>
      ))}
    </>
  );
}
