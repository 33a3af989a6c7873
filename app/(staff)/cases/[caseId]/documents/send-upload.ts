import type { DocumentKind } from '@/lib/db/vocabulary.ts';

const CHUNK_BYTES = 2 * 1024 * 1024;
const TRIES_AFTER_MS = [0, 1_000, 3_000, 8_000, 15_000];

export type Sending = { pause(): Promise<void>; go(): void; cancel(): Promise<void> };

export type Told = {
  progress(sent: number): void;
  /** The document it became; `already` is the title of the one that was here. */
  done(document: { readonly id: string; readonly already: string | null }): void;
  /** The server's sentence: this file does not go on. */
  refused(sentence: string): void;
  /** The connection or the session is gone for now: the file can go on later. */
  broken(sentence: string): void;
};

const DROPPED = 'The connection dropped. What was sent is kept.';

/**
 * Sends a file in parts of 2 MiB, going on where it stopped. Where it stands is remembered for this tab alone, and by
 * nothing that says what the file is called.
 */
export async function sendUpload(
  { file, caseId, kind }: { readonly file: File; readonly caseId: string; readonly kind: DocumentKind },
  told: Told,
): Promise<Sending> {
  const { Upload } = await import('tus-js-client');
  const place = placeOf(caseId, file);
  const upload = new Upload(file, {
    endpoint: '/api/uploads',
    uploadUrl: sessionStorage.getItem(place),
    metadata: { caseId, kind, fileName: file.name },
    chunkSize: CHUNK_BYTES,
    retryDelays: TRIES_AFTER_MS,
    storeFingerprintForResuming: false,
    onUploadUrlAvailable: () => {
      if (upload.url) sessionStorage.setItem(place, upload.url);
    },
    onProgress: (sent) => told.progress(sent),
    onSuccess: ({ lastResponse }) => {
      sessionStorage.removeItem(place);
      const already = lastResponse.getHeader('recourse-already-here');
      told.done({
        id: lastResponse.getHeader('recourse-document') ?? '',
        already: already ? decodeURIComponent(already) : null,
      });
    },
    // Without a connection there is nothing to try again: the page goes on when it is back.
    onShouldRetry: (error) => navigator.onLine && isPassing(error.originalResponse?.getStatus() ?? 0),
    onError: (error) => {
      const answer = 'originalResponse' in error ? error.originalResponse : null;
      const status = answer?.getStatus() ?? 0;
      const sentence = answer?.getBody() || DROPPED;
      if (status === 0 || status === 401 || status >= 500) told.broken(sentence);
      else {
        sessionStorage.removeItem(place);
        told.refused(sentence);
      }
    },
  });
  return {
    pause: () => upload.abort(),
    go: () => upload.start(),
    cancel: async () => {
      sessionStorage.removeItem(place);
      await upload.abort(upload.url !== null).catch(() => undefined);
    },
  };
}

/** A failure that may be over in a moment; every other answer is the server's word. */
const isPassing = (status: number): boolean =>
  status === 0 || status === 409 || status === 423 || status >= 500;

function placeOf(caseId: string, { name, size, lastModified }: File): string {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return `upload:${caseId}:${size}:${lastModified}:${(hash >>> 0).toString(36)}`;
}
