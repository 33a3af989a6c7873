import { recordHref } from '@/lib/cases/available-records.ts';
import type { ChecklistItem } from '@/lib/filing-checklist/checklist.ts';

type Way = ChecklistItem['ways'][number];

/** Where an item gets done. */
export function wayHref(caseId: string, way: Way): string {
  switch (way.kind) {
    case 'upload':
      return `/cases/${caseId}/documents?kind=${way.document}`;
    case 'write':
      return `/cases/${caseId}/letters/new?template=${way.template}`;
    case 'record':
      return recordHref(caseId, way.noun);
  }
}

export const WAY_LABELS: Readonly<Record<Way['kind'], string>> = {
  upload: 'Add the paper',
  write: 'Write it here',
  record: 'Record it',
};
