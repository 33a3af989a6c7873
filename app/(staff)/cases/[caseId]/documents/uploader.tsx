'use client';

import { Camera, FileUp } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { type DragEvent, useId, useRef, useState } from 'react';
import { DOCUMENT_KINDS, type DocumentKind } from '@/lib/db/vocabulary.ts';
import { DOCUMENT_KIND_LABELS } from '@/lib/labels.ts';
import { UploadRow } from './upload-row.tsx';
import { useUploads } from './use-uploads.ts';

const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.heic,.heif,.tif,.tiff,.docx,.txt';

/** Where files come in: dropped, chosen or photographed, many at once, each with its own progress. */
export function Uploader({ caseId, limitMegabytes }: { caseId: string; limitMegabytes: number }) {
  const uploads = useUploads(caseId);
  const asked = useSearchParams().get('kind');
  const [kind, setKind] = useState<DocumentKind>(DOCUMENT_KINDS.find((each) => each === asked) ?? 'other');
  const [isOver, setIsOver] = useState(false);
  const kindId = useId();
  const fileInput = useRef<HTMLInputElement>(null);
  const cameraInput = useRef<HTMLInputElement>(null);

  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    uploads.add(event.dataTransfer.files, kind);
  };
  const take = (input: HTMLInputElement) => {
    uploads.add(input.files ?? [], kind);
    // Chosen again, the same file has to count as chosen.
    input.value = '';
  };

  return (
    <section className="up sheet" aria-labelledby={`${kindId}-h`}>
      <h2 id={`${kindId}-h`}>Add documents</h2>
      <noscript>
        <p>
          Sending files needs JavaScript, so that a dropped connection loses nothing. Turn it on for this
          site; everything else here works without it.
        </p>
      </noscript>
      <div className="field">
        <label htmlFor={kindId}>What are they?</label>
        <p className="hint" id={`${kindId}-hint`}>
          Of the files added next. Each can be described afterwards.
        </p>
        <select
          className="select"
          id={kindId}
          value={kind}
          aria-describedby={`${kindId}-hint`}
          onChange={(event) => setKind(event.currentTarget.value as DocumentKind)}
        >
          {DOCUMENT_KINDS.map((each) => (
            <option key={each} value={each}>
              {DOCUMENT_KIND_LABELS[each]}
            </option>
          ))}
        </select>
      </div>
      {/* Dropping is a shortcut: the buttons inside do the same. */}
      <div
        className={isOver ? 'up-drop over' : 'up-drop'}
        data-drop
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
      >
        <p className="up-hint">Drop files here, or</p>
        <div className="btns">
          <button type="button" className="btn tall go" onClick={() => fileInput.current?.click()}>
            <FileUp className="i" size={16} aria-hidden="true" />
            Choose files
          </button>
          <button type="button" className="btn tall up-camera" onClick={() => cameraInput.current?.click()}>
            <Camera className="i" size={16} aria-hidden="true" />
            Take a photo
          </button>
        </div>
        <input
          ref={fileInput}
          type="file"
          multiple
          accept={ACCEPTED}
          className="vh"
          tabIndex={-1}
          aria-label="Files to add"
          onChange={(event) => take(event.currentTarget)}
        />
        <input
          ref={cameraInput}
          type="file"
          accept="image/*"
          capture="environment"
          className="vh"
          tabIndex={-1}
          aria-label="Photo to add"
          onChange={(event) => take(event.currentTarget)}
        />
      </div>
      {uploads.lines.length > 0 ? (
        <ul className="up-list" aria-label="Files being added">
          {uploads.lines.map((line) => (
            <UploadRow
              key={line.id}
              caseId={caseId}
              line={line}
              onPause={() => uploads.pause(line.id)}
              onGoOn={() => uploads.goOn(line.id)}
              onRemove={() => uploads.remove(line.id)}
            />
          ))}
        </ul>
      ) : null}
      <output className="vh">{summaryOf(uploads.lines.map(({ state }) => state))}</output>
      <p className="small quiet">
        PDF, JPEG, PNG, HEIC, TIFF, DOCX or TXT, each up to {limitMegabytes} MB. Stored encrypted.
      </p>
      <p className="small">
        <strong>Copies only.</strong> Ask the client for copies and send copies: nothing that is filed with a
        department is returned.
      </p>
    </section>
  );
}

function summaryOf(states: readonly string[]): string {
  if (states.length === 0) return '';
  const count = (...wanted: string[]) => states.filter((state) => wanted.includes(state)).length;
  const refused = count('refused');
  return `${count('done', 'already')} of ${states.length} files sent${refused > 0 ? `, ${refused} refused` : ''}.`;
}
