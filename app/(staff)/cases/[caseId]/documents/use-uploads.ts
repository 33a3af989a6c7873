'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentKind } from '@/lib/db/vocabulary.ts';
import { type Sending, sendUpload } from './send-upload.ts';

type UploadState = 'under-way' | 'paused' | 'broken' | 'done' | 'already' | 'refused';

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
const IS_UNDER_WAY: ReadonlySet<UploadState> = new Set(['under-way', 'paused', 'broken']);

/** The files a person gave to this page: each goes on for itself, whatever becomes of the others. */
export function useUploads(caseId: string) {
  const router = useRouter();
  const [lines, setLines] = useState<readonly UploadLine[]>([]);
  const sendings = useRef(new Map<number, Sending>());
  const files = useRef(new Map<number, { file: File; kind: DocumentKind }>());
  const running = useRef<ReadonlySet<number>>(new Set());
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
            const already = document.already !== null;
            tell(id, {
              state: already ? 'already' : 'done',
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
      if (running.current.has(id)) sending.go();
    },
    [caseId, router, tell],
  );

  // A state is set by what happens to a file; here the network is only brought to where the states are.
  const toSend = lines
    .filter(({ state }) => state === 'under-way')
    .slice(0, AT_ONCE)
    .map(({ id }) => id)
    .join(' ');
  useEffect(() => {
    const wanted = new Set(toSend === '' ? [] : toSend.split(' ').map(Number));
    const former = running.current;
    running.current = wanted;
    for (const id of [...wanted].filter((each) => !former.has(each))) {
      const begun = sendings.current.get(id);
      if (begun) begun.go();
      else void send(id);
    }
  }, [toSend, send]);

  const isUnderWay = lines.some(({ state }) => IS_UNDER_WAY.has(state));
  useEffect(() => {
    if (!isUnderWay) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    const goOn = () =>
      setLines((all) =>
        all.map((line) => (line.state === 'broken' ? { ...line, state: 'under-way' } : line)),
      );
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
          state: 'under-way',
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
    goOn: (id: number) => tell(id, { state: 'under-way', sentence: '' }),
    remove(id: number) {
      void sendings.current.get(id)?.cancel();
      sendings.current.delete(id);
      files.current.delete(id);
      setLines((all) => all.filter((line) => line.id !== id));
    },
  };
}
