import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';

export default function CaseNotFound() {
  return (
    <main id="main" className="wrap">
      <title>Case not found · Recourse</title>
      <h1 className="vh">Case not found</h1>
      <EmptyState
        title="This is not among your office’s cases."
        action={
          <LinkButton tall primary href="/cases">
            Go to the list of cases
          </LinkButton>
        }
      >
        The link may be cut short, or it may lead to a case of another office or to a date the case does not
        have. Search for the client’s name or the case number instead.
      </EmptyState>
    </main>
  );
}
