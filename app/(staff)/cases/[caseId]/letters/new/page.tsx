import type { Metadata } from 'next';
import { LETTER_LANGUAGES, LETTER_TEMPLATES } from '@/lib/db/vocabulary.ts';
import { readNewLetter } from '@/lib/letters/queries.ts';
import { openForm, single } from '../../open-form.ts';
import { RecordPage } from '../../record-page.tsx';
import { NewLetterForm } from './form.tsx';

export const metadata: Metadata = { title: 'Write a letter' };

export default async function NewLetterPage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/letters/new'>) {
  const { caseId } = await params;
  const asked = await searchParams;
  const template = LETTER_TEMPLATES.find((each) => each === single(asked['template'])) ?? '';
  const language = LETTER_LANGUAGES.find((each) => each === single(asked['language'])) ?? 'en';
  const page = await openForm('letter.write', (tx, today, actor) =>
    readNewLetter(tx, caseId, today, actor, { template, language }),
  );
  return (
    <RecordPage
      of={page.case}
      title="Write a letter"
      lead="It is filled from what is recorded on the case; what is not recorded stays a blank in brackets."
      barred={page.barred}
    >
      <NewLetterForm page={page} look={page.look} />
    </RecordPage>
  );
}
