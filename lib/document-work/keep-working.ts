import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { DocumentContext } from './context.ts';
import { PROMPT_WORK } from './work-on-documents.ts';

const CHANNEL = 'document_work';
const LOOKS_EVERY_MILLISECONDS = 5_000;

/**
 * Works on documents as soon as the database says that there is something to do, and every few seconds in case it could
 * not say so, until `stopping` is aborted; then it ends after the document at hand.
 */
export async function keepWorkingOnDocuments(
  context: DocumentContext & { readonly stopping: AbortSignal },
  workerUrl: string,
): Promise<void> {
  const bell = new Bell();
  const listening = listen(workerUrl, bell, context.stopping);
  context.stopping.addEventListener('abort', () => bell.ring(), { once: true });
  await Promise.all([listening, ...Object.keys(PROMPT_WORK).map((job) => repeat(context, job, bell))]);
}

async function repeat(
  context: DocumentContext & { readonly stopping: AbortSignal },
  job: string,
  bell: Bell,
): Promise<void> {
  const { log, stopping } = context;
  while (!stopping.aborted) {
    const rung = bell.next();
    try {
      const summary = await PROMPT_WORK[job]?.(context);
      const didSomething = Object.values(summary ?? {}).some((count) => count > 0);
      if (didSomething) log.info({ job, ...summary }, 'work on documents done');
    } catch (error) {
      log.error({ err: error, job }, 'work on documents failed');
    }
    await Promise.race([rung, pause(LOOKS_EVERY_MILLISECONDS, undefined, { ref: false })]);
  }
}

/** Waked together by whoever rings; a ring during the work is heard after it. */
class Bell {
  #waiting = Promise.withResolvers<void>();

  ring(): void {
    this.#waiting.resolve();
    this.#waiting = Promise.withResolvers<void>();
  }

  next(): Promise<void> {
    return this.#waiting.promise;
  }
}

/** On a connection of its own, since a pool would give it to others; one that breaks is opened again. */
async function listen(workerUrl: string, bell: Bell, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const client = new pg.Client({ connectionString: workerUrl, application_name: 'recourse-document-bell' });
    const broken = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    const stopped = new Promise<void>((resolve) => {
      if (stopping.aborted) resolve();
      else stopping.addEventListener('abort', () => resolve(), { once: true });
    });
    client.on('notification', () => bell.ring());
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      await Promise.race([broken, stopped]);
    } catch {
      await Promise.race([stopped, pause(LOOKS_EVERY_MILLISECONDS, undefined, { ref: false })]);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
