import type { Metadata } from 'next';
import { readNoteForm } from '@/lib/notes/queries.ts';
import { openForm, single } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { NoteForm } from './form.tsx';

export const metadata: Metadata = { title: 'Note or call' };

export default async function NotePage({ params, searchParams }: PageProps<'/cases/[caseId]/note'>) {
  const { caseId } = await params;
  const { kind } = await searchParams;
  const form = await openForm('note.add', (tx, today) =>
    readNoteForm(tx, caseId, today, single(kind) === 'call' ? 'call' : 'note'),
  );
  return (
    <RecordPage
      of={form.case}
      title={form.values.kind === 'call' ? 'Log a call' : 'Add a note'}
      lead={form.lead}
      barred={form.barred}
    >
      <NoteForm form={form} />
    </RecordPage>
  );
}
