import type { Metadata } from 'next';
import { requestTime, requireActor } from '@/lib/access/session.ts';
import { readMessageForm } from '@/lib/client-messages/queries.ts';
import { wordsIn } from '@/lib/words/words.ts';
import { openForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { MessageForm } from './form.tsx';
import { MessageTexts } from './message-texts.tsx';
import { Waiting } from './waiting.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const { language } = await requireActor('letter.write');
  return { title: wordsIn(language).messages.title };
}

export default async function MessagePage({ params }: PageProps<'/cases/[caseId]/message'>) {
  const { caseId } = await params;
  const { language } = await requireActor('letter.write');
  const { messages: words, safeContact } = wordsIn(language);
  const now = await requestTime();
  const form = await openForm('letter.write', (tx, today) => readMessageForm(tx, caseId, today, now, words));
  const { previews, waiting } = form.values;
  const open = previews.filter(({ barred }) => !barred);
  const { what, send, back, whatBecomes } = words;
  return (
    <RecordPage of={form.case} title={words.title} lead={form.lead} barred={form.barred}>
      {waiting.length > 0 ? (
        <Waiting
          of={form.case}
          heading={words.waiting}
          takeBack={words.takeBack}
          messages={waiting.map(({ id, kind, byName, planned, wasTried }) => ({
            id,
            name: words.kinds[kind],
            when: (wasTried ? words.triesAgain : words.waits)(planned, byName),
          }))}
        />
      ) : null}
      <MessageForm
        of={form.case}
        choices={open.map(({ kind }) => ({ value: kind, label: words.kinds[kind] }))}
        hint={previews.find(({ barred }) => barred)?.barred?.message ?? ''}
        words={{ what, send, back, whatBecomes }}
      >
        <MessageTexts previews={open} words={words} languages={safeContact.languages} />
      </MessageForm>
    </RecordPage>
  );
}
