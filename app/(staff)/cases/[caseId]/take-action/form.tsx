'use client';

import type { ReactNode } from 'react';
import { DateField } from '@/components/fields/date-field.tsx';
import { MentionField } from '@/components/fields/mention-field.tsx';
import { SegmentedField } from '@/components/fields/segmented-field.tsx';
import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { FollowUp } from '@/components/form/follow-up.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import { ProblemText } from '@/components/form/problem-text.tsx';
import type { ActValues } from '@/lib/acts/queries.ts';
import type { CaseForm } from '@/lib/cases/case-form.ts';
import type { Words } from '@/lib/words/words.ts';
import { TemplatePicker } from '../note/template-picker.tsx';
import { ActPreview, ActSentence, ActWords } from './act-preview.tsx';
import { takeActionAction } from './action.ts';

type FormWords = Words['acts']['form'];
type NoteWords = Pick<Words['notes']['form'], 'startFrom' | 'bodyHint' | 'offer'>;

const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** What happened, whom the case waits for, what the client hears and what comes next: four parts, one save. */
export function ActForm({
  form,
  words,
  noteWords,
  messageNames,
  asItIs,
}: {
  form: CaseForm<ActValues>;
  words: FormWords;
  noteWords: NoteWords;
  messageNames: Words['messages']['kinds'];
  asItIs: string;
}) {
  const { values } = form;
  return (
    <ActWords value={words}>
      <LiveForm
        action={takeActionAction}
        submitLabel={words.save}
        version={form.case.version}
        cancel={{ href: `/cases/${form.case.id}`, label: words.back }}
        Preview={ActPreview}
        PreviewSentence={ActSentence}
        previewTitle={words.previewTitle}
        previewLabel={words.previewTitle}
      >
        <input type="hidden" name="caseId" value={form.case.id} />
        <Part title={words.happened}>
          <NoteFields caseId={form.case.id} words={words} noteWords={noteWords} values={values} />
        </Part>
        <Part title={words.waits}>
          <SelectField
            name="waitsFor"
            label={words.waitingOn}
            empty={asItIs}
            options={[
              ...optionsOf(words.waiting).filter(({ value }) => value !== values.waitingOn),
              ...(values.waitingOn ? [{ value: 'nobody', label: words.leaveToClocks }] : []),
            ]}
          />
        </Part>
        <Part title={words.message}>
          {values.noMessage ? (
            <p className="quiet">
              <ProblemText problem={values.noMessage} />
            </p>
          ) : (
            <SelectField
              name="messageKind"
              label={words.messageKind}
              empty={words.noMessage}
              options={values.messages.map(({ kind, isBarred }) => ({
                value: kind,
                label: isBarred ? `${messageNames[kind]}, ${words.cannotSend}` : messageNames[kind],
                disabled: isBarred,
              }))}
            />
          )}
        </Part>
        <Part title={words.task}>
          <TextField
            name="title"
            label={words.taskTitle}
            hint={words.taskHint}
            optional={words.optional}
            autoComplete="off"
          />
          <DateField
            name="dueOn"
            label={words.taskDue}
            defaultValue={values.dueOn.typed}
            echo={values.dueOn.echo}
          />
        </Part>
      </LiveForm>
    </ActWords>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="act-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

/** A note, or a call with what is asked of calls. */
function NoteFields({
  caseId,
  words,
  noteWords,
  values: { note, happenedOn },
}: {
  caseId: string;
  words: FormWords;
  noteWords: NoteWords;
  values: Pick<ActValues, 'note' | 'happenedOn'>;
}) {
  return (
    <>
      <FollowUp
        question={
          <SegmentedField
            name="kind"
            label={words.kind}
            choices={[
              { value: 'note', label: words.note },
              { value: 'call', label: words.call, raises: true },
            ]}
            defaultValue={note.kind}
          />
        }
      >
        <SelectField
          name="withWhom"
          label={words.withWhom}
          optional={words.optional}
          options={optionsOf(words.whom)}
          empty={words.nobody}
        />
        <div className="row2">
          <SelectField
            name="callDirection"
            label={words.direction}
            optional={words.optional}
            options={optionsOf(words.directions)}
            empty={words.unsaid}
          />
          <SelectField
            name="callResult"
            label={words.result}
            optional={words.optional}
            options={optionsOf(words.results)}
            empty={words.unsaid}
          />
        </div>
        <div className="row2">
          <TextField name="spokeWith" label={words.spokeWith} optional={words.optional} autoComplete="off" />
          <TextField
            name="referenceNumber"
            label={words.reference}
            optional={words.optional}
            autoComplete="off"
          />
        </div>
      </FollowUp>
      <TemplatePicker
        page={`/cases/${caseId}/take-action`}
        label={noteWords.startFrom}
        templates={note.templates}
        field="body"
      />
      <MentionField
        key={note.body}
        name="body"
        label={words.body}
        hint={noteWords.bodyHint}
        names={note.colleagues}
        offer={noteWords.offer}
        defaultValue={note.body}
        rows={4}
      />
      <DateField
        name="happenedOn"
        label={words.date}
        defaultValue={happenedOn.typed}
        echo={happenedOn.echo}
        required
      />
    </>
  );
}
