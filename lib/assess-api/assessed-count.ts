import type { Logger } from '../log.ts';

export interface AssessedCount {
  add(cases: number): void;
  /** Writes the count down now, where there is one. */
  flush(): void;
}

/** Counts cases and writes only their number to the log, at most once an interval: the one trace an assessment leaves. */
export function createAssessedCount(log: Logger, everyMilliseconds: number): AssessedCount {
  let assessed = 0;
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    if (assessed > 0) log.info({ assessed }, `assessed ${assessed}`);
    assessed = 0;
  };
  return {
    add(cases) {
      assessed += cases;
      timer ??= setTimeout(flush, everyMilliseconds).unref();
    },
    flush,
  };
}
