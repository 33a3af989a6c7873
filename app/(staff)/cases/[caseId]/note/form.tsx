'use client';

import { DateField } from '@/components/fields/date-field.tsx';
import { MentionField } from '@/components/fields/mention-field.tsx';
import { SegmentedField } from '@/components/fields/segmented-field.tsx';
import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { FollowUp } from '@/components/form/follow-up.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { NoteValues } from '@/lib/notes/queries.ts';
import type { Words } from '@/lib/words/words.ts';
import { AlsoOn, type AlsoOnChoices } from '../family/also-on.tsx';
import { noteAction } from './action.ts';
import { TemplatePicker } from './template-picker.tsx';

export type NoteWords = Words['notes']['form'];

const optionsOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

export function NoteForm({
  form,
  words,
  alsoOn,
}: {
  form: CaseForm<NoteValues>;
  words: NoteWords;
  alsoOn: Omit<AlsoOnChoices, 'choices'>;
}) {
  const { values } = form;
  return (
    <LiveForm
      action={noteAction}
      submitLabel={words.save}
      version={form.case.version}
      cancel={{ href: `/cases/${form.case.id}`, label: words.back }}
      note={words.stays}
    >
      <input type="hidden" name="caseId" value={form.case.id} />
      <FollowUp
        question={
          <SegmentedField
            name="kind"
            label={words.kind}
            choices={[
              { value: 'call', label: words.call, raises: true },
              { value: 'note', label: words.note },
            ]}
            defaultValue={values.kind}
          />
        }
      >
        <div className="call-row">
          <SegmentedField
            name="callDirection"
            label={words.direction}
            choices={optionsOf(words.directions)}
            defaultValue="outgoing"
          />
          <SegmentedField
            name="callResult"
            label={words.result}
            choices={optionsOf(words.results)}
            defaultValue="spoke"
          />
        </div>
      </FollowUp>
      <DateField
        name="happenedOn"
        label={words.date}
        defaultValue={values.happenedOn.typed}
        echo={values.happenedOn.echo}
        required
      />
      <SelectField
        name="withWhom"
        label={words.withWhom}
        optional
        options={optionsOf(words.whom)}
        empty={words.nobody}
      />
      <div className="row2">
        <TextField name="spokeWith" label={words.spokeWith} optional autoComplete="off" />
        <TextField name="referenceNumber" label={words.referenceNumber} optional autoComplete="off" />
      </div>
      <TemplatePicker
        page={`/cases/${form.case.id}/note`}
        label={words.startFrom}
        templates={values.templates}
        field="body"
      />
      <MentionField
        key={values.body}
        name="body"
        label={words.body}
        hint={words.bodyHint}
        names={values.colleagues}
        offer={words.offer}
        defaultValue={values.body}
        rows={6}
        required
      />
      <AlsoOn of={{ ...alsoOn, choices: values.family }} />
    </LiveForm>
  );
}
