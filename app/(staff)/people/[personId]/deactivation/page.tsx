import type { Metadata } from 'next';
import { loadPerson } from '../load-person.ts';
import { TaskPage } from '../task-page.tsx';
import { DeactivationForm } from './form.tsx';

export const metadata: Metadata = { title: 'Deactivate account' };

export default async function DeactivationPage({ params }: PageProps<'/people/[personId]/deactivation'>) {
  const { person } = await loadPerson(params);
  const { openCaseCount } = person;
  return (
    <TaskPage
      person={person}
      title="Deactivate the account"
      lead={
        <>
          They are signed out everywhere at once. Their name stays in the record
          {openCaseCount === 0
            ? '.'
            : `, and their ${openCaseCount === 1 ? 'open case waits' : `${openCaseCount.toLocaleString('en-US')} open cases wait`} to be handed over.`}
        </>
      }
    >
      <DeactivationForm personId={person.id} />
    </TaskPage>
  );
}
