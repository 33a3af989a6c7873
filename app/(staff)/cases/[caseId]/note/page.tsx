import type { Metadata } from 'next';
import { may } from '@/lib/access/policy.ts';
import { requireActor } from '@/lib/access/session.ts';
import { readNoteForm } from '@/lib/notes/queries.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { openForm, single } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { NoteForm } from './form.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requireActor('note.add');
  return { title: wordsIn(language).notes.form.title };
}

export default async function NotePage({ params, searchParams }: PageProps<'/cases/[caseId]/note'>) {
  const { caseId } = await params;
  const { kind, text } = await searchParams;
  const actor = await requireActor('note.add');
  const words = wordsIn(actor.language);
  const asked = { kind: single(kind) === 'call' ? 'call' : 'note', templateKey: single(text) } as const;
  const form = await openForm('note.add', (tx, today) =>
    readNoteForm(tx, caseId, today, actor.userId, asked, words.noteTemplates),
  );
  const said = words.notes.form;
  return (
    <RecordPage
      of={form.case}
      title={form.values.kind === 'call' ? said.logCall : said.addNote}
      lead={form.lead}
      barred={form.barred}
    >
      <NoteForm
        form={form}
        words={said}
        alsoOn={{ label: words.family.alsoOn, hint: words.family.alsoHint }}
      />
      {may(actor, 'note-template.change') ? (
        <p>
          <a className="link" href="/settings/note-templates">
            {said.changeTexts}
          </a>
        </p>
      ) : null}
    </RecordPage>
  );
}
