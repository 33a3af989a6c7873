'use client';

import { useCallback } from 'react';
import { ChoiceField } from '@/components/fields/choice-field.tsx';
import { LiveForm } from '@/components/form/live-form.tsx';
import type { SentMessages } from '@/lib/client-messages/message-clients.ts';
import { messageClientsAction } from './action.ts';

export type BulkMessageWords = {
  readonly what: string;
  readonly clients: string;
  readonly send: string;
  readonly sending: string;
  readonly back: string;
  readonly dryRun: string;
  readonly tryOut: string;
  readonly nothingYet: string;
  readonly goesTo: string;
  readonly notTo: string;
  readonly whatBecomes: string;
};

/** One text to several clients, tried out first: who would get it, and who would not and why. */
export function BulkMessageForm({
  clients,
  choices,
  from,
  words,
}: {
  clients: readonly { readonly caseId: string; readonly label: string }[];
  choices: readonly { value: string; label: string; detail: string }[];
  from: string;
  words: BulkMessageWords;
}) {
  const Preview = useCallback(
    ({ preview }: { preview: SentMessages | null }) => <DryRun preview={preview} words={words} />,
    [words],
  );
  return (
    <LiveForm
      action={messageClientsAction}
      submitLabel={words.send}
      busyLabel={words.sending}
      cancel={{ href: from, label: words.back }}
      Preview={Preview}
      previewTitle={words.dryRun}
      previewLabel={words.tryOut}
      previewLegal={null}
      note={words.whatBecomes}
    >
      <input type="hidden" name="from" value={from} />
      <ChoiceField name="kind" label={words.what} choices={choices} isStacked />
      <fieldset className="field">
        <legend>{words.clients}</legend>
        {clients.map(({ caseId, label }) => (
          <label key={caseId} className="check-line">
            <span className="check">
              <input type="checkbox" name="caseIds" value={caseId} defaultChecked />
            </span>
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    </LiveForm>
  );
}

function DryRun({ preview, words }: { preview: SentMessages | null; words: BulkMessageWords }) {
  if (preview === null) return <p className="quiet">{words.nothingYet}</p>;
  const { sentTo, unsent } = preview;
  return (
    <>
      <h3>{words.goesTo}</h3>
      <ul className="dry-list">
        {sentTo.map(({ caseId, clientName }) => (
          <li key={caseId}>{clientName}</li>
        ))}
      </ul>
      {unsent.length > 0 ? (
        <>
          <h3>{words.notTo}</h3>
          <ul className="dry-list">
            {unsent.map(({ caseId, clientName, because }) => (
              <li key={caseId}>
                <b>{clientName}</b> <span className="quiet">{because}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
