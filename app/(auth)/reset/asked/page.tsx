import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { StepPage } from '../../step-page.tsx';

export const metadata: Metadata = { title: 'Look into your mail' };

export default function ResetAskedPage() {
  return (
    <StepPage
      title="Look into your mail"
      lead="If an account belongs to that address, a message is on its way to it. Its link works for 30 minutes."
    >
      <p className="mb-5">
        Nothing after a few minutes? Look among the unwanted mail, check the address and ask again later: only
        a few links are sent in a row.
      </p>
      <p>
        <LinkButton tall href="/sign-in">
          Back to sign-in
        </LinkButton>
      </p>
    </StepPage>
  );
}
