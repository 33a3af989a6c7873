import type { Metadata } from 'next';
import { loadPerson } from '../load-person.ts';
import { TaskPage } from '../task-page.tsx';
import { RoleForm } from './form.tsx';

export const metadata: Metadata = { title: 'Change role' };

export default async function RolePage({ params }: PageProps<'/people/[personId]/role'>) {
  const { person } = await loadPerson(params);
  return (
    <TaskPage
      person={person}
      title="Change the role"
      lead="They are signed out everywhere and sign in again with the new one. The record keeps both."
    >
      <RoleForm personId={person.id} role={person.role} />
    </TaskPage>
  );
}
