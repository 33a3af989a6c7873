import type { Metadata } from 'next';
import { StepPage } from '../step-page.tsx';
import { ResetForm } from './form.tsx';

export const metadata: Metadata = { title: 'Forgotten password' };

export default function ResetPage() {
  return (
    <StepPage title="Forgotten password" lead="A link is mailed to you, with which you choose a new one.">
      <ResetForm />
    </StepPage>
  );
}
