import { getEnv } from '../env.ts';
import { type DocumentStore, openDocumentStore } from './document-store.ts';

// Kept on the process, as the database's connection is: a development reload makes no second one.
const held = globalThis as { recourseDocumentStore?: DocumentStore };

/** The document store of the web server. */
export function getDocumentStore(): DocumentStore {
  held.recourseDocumentStore ??= openDocumentStore(getEnv());
  return held.recourseDocumentStore;
}
