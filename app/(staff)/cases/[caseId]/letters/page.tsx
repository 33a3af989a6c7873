import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { EmptyState } from '@/components/empty-state.tsx';
import { PageHead } from '@/components/page-head.tsx';
import { may } from '@/lib/access/policy.ts';
import { requireActor } from '@/lib/access/session.ts';
import { readLettersPage } from '@/lib/letters/queries.ts';
import { CaseCrumbs } from '../case-crumbs.tsx';
import { CaseTabs } from '../case-tabs.tsx';
import { openForm } from '../open-form.ts';
import { LetterList } from './letter-list.tsx';

export const metadata: Metadata = { title: 'Letters' };

export default async function LettersPage({ params }: PageProps<'/cases/[caseId]/letters'>) {
  const actor = await requireActor('case.read');
  const { caseId } = await params;
  const {
    case: of,
    barred,
    letters,
  } = await openForm('case.read', (tx, today) => readLettersPage(tx, caseId, today));
  const mayWrite = may(actor, 'letter.write') && !barred;
  const write = (
    <LinkButton tall primary href={`/cases/${of.id}/letters/new`}>
      Write a letter
    </LinkButton>
  );
  return (
    <main id="main">
      <PageHead
        title="Letters"
        count={letters.length}
        lead="Written here from what is recorded, and kept in every version. Letters from others are among the documents."
        actions={mayWrite && letters.length > 0 ? write : null}
        crumbs={<CaseCrumbs of={of} />}
      />
      <CaseTabs caseId={of.id} current="letters" counts={{}} />
      <div className="wrap letters">
        {letters.length === 0 ? (
          <EmptyState title="No letter was written on this case yet." action={mayWrite ? write : null}>
            {barred
              ? barred.violation.message
              : 'A grievance, a notice that the plan is late, statements for the packet, forms for the doctor and the client to sign.'}
          </EmptyState>
        ) : (
          <LetterList caseId={of.id} letters={letters} />
        )}
      </div>
    </main>
  );
}
