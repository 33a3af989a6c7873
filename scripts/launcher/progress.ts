export type Progress = {
  /** Announces a step. */
  step: (title: string) => void;
  /** Adds a line under the current step. */
  note: (text: string) => void;
  /** Announces a step that takes long, and says now and then that it is still going. */
  during: <T>(title: string, work: () => Promise<T>) => Promise<T>;
};

/** Lines with the time since the start, so that a long step is seen to be one. */
export function createProgress(write: (line: string) => void, everySeconds = 10): Progress {
  const startedAt = performance.now();
  const elapsed = () => `${((performance.now() - startedAt) / 1000).toFixed(1)}s`.padStart(7);
  const step = (title: string) => write(`${elapsed()}  ${title}`);
  const note = (text: string) => write(`${elapsed()}    ${text}`);
  return {
    step,
    note,
    async during(title, work) {
      step(title);
      const since = performance.now();
      const remind = () => note(`still working (${Math.round((performance.now() - since) / 1000)} s)`);
      const timer = setInterval(remind, everySeconds * 1000);
      try {
        return await work();
      } finally {
        clearInterval(timer);
      }
    },
  };
}
