import type { Metadata } from 'next';
import { ROLE_LABELS } from '@/lib/labels.ts';
import { loadPerson } from '../load-person.ts';
import { TaskPage } from '../task-page.tsx';
import { ReactivationForm } from './form.tsx';

export const metadata: Metadata = { title: 'Reactivate account' };

export default async function ReactivationPage({ params }: PageProps<'/people/[personId]/reactivation'>) {
  const { person } = await loadPerson(params);
  return (
    <TaskPage
      person={person}
      title="Reactivate the account"
      lead={`They sign in again as before, as ${ROLE_LABELS[person.role].toLowerCase()}.`}
    >
      <ReactivationForm personId={person.id} />
    </TaskPage>
  );
}
