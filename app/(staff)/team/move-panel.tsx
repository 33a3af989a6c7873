'use client';

import { SelectField } from '@/components/fields/select-field.tsx';
import { TextField } from '@/components/fields/text-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { MovePreview } from '@/lib/workload/preview-move.ts';
import { moveCasesAction } from '../cases/action.ts';

export type MovableCase = { readonly id: string; readonly clientName: string; readonly due: string };

/** A person's work handed on, tried out first: what would go where, before anything has moved. */
export function MovePanel({
  cases,
  colleagues,
}: {
  cases: readonly MovableCase[];
  colleagues: readonly { readonly id: string; readonly name: string }[];
}) {
  return (
    <LiveForm
      action={moveCasesAction}
      submitLabel="Move cases"
      cancel={{ href: '/team', label: 'Cancel' }}
      Preview={Outlook}
      previewTitle="Dry run"
      previewLegal={null}
      className="move-form"
    >
      <input type="hidden" name="from" value="/team" />
      <SelectField
        name="ownerId"
        label="Move to"
        empty="Choose a colleague"
        options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <TextField name="reason" label="Reason" optional />
      <table className="dry-t">
        <thead>
          <tr>
            <th scope="col">
              <span className="vh">Move</span>
            </th>
            <th scope="col">Client</th>
            <th scope="col">Next date</th>
          </tr>
        </thead>
        <tbody>
          {cases.map(({ id, clientName, due }) => (
            <tr key={id}>
              <td>
                <span className="check">
                  <input
                    type="checkbox"
                    name="caseIds"
                    value={id}
                    defaultChecked
                    aria-label={`Move ${clientName}`}
                  />
                </span>
              </td>
              <td>
                <b>{clientName}</b>
              </td>
              <td>{due}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </LiveForm>
  );
}

function Outlook({ preview }: { preview: MovePreview | { refused: readonly { message: string }[] } | null }) {
  if (preview === null)
    return <p className="quiet">Nothing has moved yet. Choose a colleague to see what would.</p>;
  if ('refused' in preview)
    return preview.refused.map(({ message }) => (
      <p key={message} className="quiet">
        {message}
      </p>
    ));
  const { movedCount, clockCount, people } = preview;
  return (
    <>
      <p>
        <strong>Nothing has moved yet.</strong> {movedCount === 1 ? '1 case goes' : `${movedCount} cases go`},
        with {clockCount === 1 ? '1 clock and its reminders' : `${clockCount} clocks and their reminders`}.
      </p>
      <dl className="after">
        {people.map(({ name, before, after }) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd>
              {before} to {after}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
