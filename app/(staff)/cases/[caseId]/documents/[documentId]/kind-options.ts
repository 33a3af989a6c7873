import { DOCUMENT_KIND_LABELS } from '@/lib/labels.ts';

/** The kinds of documents as a form offers them. */
export const KIND_OPTIONS = Object.entries(DOCUMENT_KIND_LABELS).map(([value, label]) => ({ value, label }));
