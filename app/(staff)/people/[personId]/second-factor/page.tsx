import type { Metadata } from 'next';
import { loadPerson } from '../load-person.ts';
import { TaskPage } from '../task-page.tsx';
import { SecondFactorForm } from './form.tsx';

export const metadata: Metadata = { title: 'Remove second factor' };

export default async function SecondFactorPage({ params }: PageProps<'/people/[personId]/second-factor'>) {
  const { person } = await loadPerson(params);
  return (
    <TaskPage
      person={person}
      title="Remove a lost second factor"
      lead="For somebody who has neither the authenticator nor a recovery code. Speak with them first: until they set up a new one, their password alone stands for them. They are signed out and told by mail."
    >
      <SecondFactorForm personId={person.id} />
    </TaskPage>
  );
}
