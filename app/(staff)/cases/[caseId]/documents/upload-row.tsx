import { Mark } from '@/components/mark.tsx';
import { documentHref } from './document-href.ts';
import type { UploadLine } from './use-uploads.ts';

type Props = {
  caseId: string;
  line: UploadLine;
  onPause: () => void;
  onGoOn: () => void;
  onRemove: () => void;
};

/** One file on its way: what it is called, how far it is, what was said of it, and what can be done. */
export function UploadRow({ caseId, line, onPause, onGoOn, onRemove }: Props) {
  const { name, byteCount, sent, state } = line;
  const percent = byteCount > 0 ? Math.floor((sent / byteCount) * 100) : 0;
  const isMoving = state === 'under-way';
  const isStopped = state === 'paused' || state === 'broken';
  return (
    <li>
      <div className="up-head">
        <p className="up-name" dir="auto">
          {name}
        </p>
        {isMoving ? (
          <button type="button" className="btn bare" onClick={onPause}>
            Pause<span className="vh"> {name}</span>
          </button>
        ) : null}
        {isStopped ? (
          <button type="button" className="btn bare" onClick={onGoOn}>
            Continue<span className="vh"> {name}</span>
          </button>
        ) : null}
        <button type="button" className="btn bare" onClick={onRemove}>
          {isMoving || isStopped ? 'Cancel' : 'Clear'}
          <span className="vh"> {name}</span>
        </button>
      </div>
      {isMoving || isStopped ? <progress max={100} value={percent} aria-label={`Sent of ${name}`} /> : null}
      <Standing caseId={caseId} line={line} percent={percent} />
    </li>
  );
}

function Standing({ caseId, line, percent }: { caseId: string; line: UploadLine; percent: number }) {
  const { state, sentence, documentId, byteCount, sent } = line;
  const size = sizeWords(byteCount);
  switch (state) {
    case 'under-way':
      return <p className="small quiet">{sent > 0 ? `${percent} % of ${size}` : `Waiting, ${size}`}</p>;
    case 'paused':
      return (
        <p className="small quiet">
          Paused at {percent} % of {size}
        </p>
      );
    case 'broken':
      return (
        <p className="small">
          <Mark kind="risk">Stopped at {percent} %.</Mark> {sentence}
        </p>
      );
    case 'refused':
      return (
        <p className="small">
          <Mark kind="late">Not taken in.</Mark> {sentence}
        </p>
      );
    case 'already':
      return (
        <p className="small">
          This file is already on this case, as{' '}
          <a className="link" href={documentHref(caseId, documentId)}>
            {sentence}
          </a>
          . Nothing was added twice.
        </p>
      );
    case 'done':
      return (
        <p className="small">
          <Mark kind="met">Sent.</Mark>{' '}
          <a className="link" href={documentHref(caseId, documentId)}>
            Describe it<span className="vh">: {line.name}</span>
          </a>
        </p>
      );
  }
}

const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
