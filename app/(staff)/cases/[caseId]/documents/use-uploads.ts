'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentKind } from '@/lib/db/vocabulary.ts';
import { type Sending, sendUpload } from './send-upload.ts';

export type UploadState = 'waiting' | 'sending' | 'paused' | 'broken' | 'done' | 'already' | 'refused';

export type UploadLine = {
  readonly id: number;
  readonly name: string;
  readonly byteCount: number;
  readonly sent: number;
  readonly state: UploadState;
  readonly sentence: string;
  readonly documentId: string;
};

/** More at once would only take the line from each other. */
const AT_ONCE = 2;
const IS_UNDER_WAY: ReadonlySet<UploadState> = new Set(['waiting', 'sending', 'paused', 'broken']);

/** The files a person gave to this page: each goes on for itself, whatever becomes of the others. */
export function useUploads(caseId: string) {
  const router = useRouter();
  const [lines, setLines] = useState<readonly UploadLine[]>([]);
  const sendings = useRef(new Map<number, Sending>());
  const files = useRef(new Map<number, { file: File; kind: DocumentKind }>());
  const lastId = useRef(0);

  const tell = useCallback((id: number, news: Partial<UploadLine>) => {
    setLines((all) => all.map((line) => (line.id === id ? { ...line, ...news } : line)));
  }, []);

  const send = useCallback(
    async (id: number) => {
      const given = files.current.get(id);
      if (!given) return;
      const sending = await sendUpload(
        { ...given, caseId },
        {
          progress: (sent) => tell(id, { sent }),
          done: (document) => {
            tell(id, {
              state: document.already === null ? 'done' : 'already',
              documentId: document.id,
              sentence: document.already ?? '',
              sent: given.file.size,
            });
            router.refresh();
          },
          refused: (sentence) => tell(id, { state: 'refused', sentence }),
          broken: (sentence) => tell(id, { state: 'broken', sentence }),
        },
      );
      sendings.current.set(id, sending);
      sending.go();
    },
    [caseId, router, tell],
  );

  // The next ones begin when there is room for them.
  useEffect(() => {
    const running = lines.filter(({ state }) => state === 'sending').length;
    const next = lines.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, AT_ONCE - running));
    for (const { id } of next) {
      tell(id, { state: 'sending', sentence: '' });
      const begun = sendings.current.get(id);
      if (begun) begun.go();
      else void send(id);
    }
  }, [lines, send, tell]);

  const isUnderWay = lines.some(({ state }) => IS_UNDER_WAY.has(state));
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const goOn = () =>
      setLines((all) => all.map((line) => (line.state === 'broken' ? { ...line, state: 'waiting' } : line)));
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', goOn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', goOn);
    };
  }, [isUnderWay]);

  return {
    lines,
    isUnderWay,
    add(given: Iterable<File>, kind: DocumentKind) {
      const added = [...given].map((file): UploadLine => {
        lastId.current += 1;
        files.current.set(lastId.current, { file, kind });
        const { name, size: byteCount } = file;
        return {
          id: lastId.current,
          name,
          byteCount,
          sent: 0,
          state: 'waiting',
          sentence: '',
          documentId: '',
        };
      });
      setLines((all) => [...all, ...added]);
    },
    pause(id: number) {
      void sendings.current.get(id)?.pause();
      tell(id, { state: 'paused' });
    },
    goOn: (id: number) => tell(id, { state: 'waiting', sentence: '' }),
    remove(id: number) {
      void sendings.current.get(id)?.cancel();
      sendings.current.delete(id);
      files.current.delete(id);
      setLines((all) => all.filter((line) => line.id !== id));
    },
  };
}
