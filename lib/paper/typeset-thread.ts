import { parentPort } from 'node:worker_threads';
import { type Paper, typeset } from './typeset.ts';

/** The thread of `typesetApart`: sets one paper after another as they are handed in. */
parentPort?.on('message', (paper: Paper) => {
  typeset(paper).then(
    (pdf) => parentPort?.postMessage({ pdf: new Uint8Array(pdf) }),
    (error: unknown) => parentPort?.postMessage({ error }),
  );
});
