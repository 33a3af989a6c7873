import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { requireActor } from '@/lib/access/session.ts';
import { loadProofPage } from '../../../../../cases/[caseId]/load-case-page.ts';
import { ProofArticle } from '../../../../../cases/[caseId]/proof/proof-article.tsx';
import { ProofPanel } from '../../../../../cases/[caseId]/proof/proof-panel.tsx';
import { proofHref } from '../../../../../cases/[caseId]/proof-href.ts';

type Props = { params: Promise<{ caseId: string; rule: string }> };

const HEADING = 'why-this-date';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { caseId, rule } = await params;
  const page = await loadProofPage(caseId, rule);
  return { title: page ? `Why this date, ${page.assessed.record.number}` : 'Date not found' };
}

/** The proof over the page from which a date was opened; the same address asked for directly is a page. */
export default async function ProofOverPage({ params }: Props) {
  const actor = await requireActor('case.read');
  const { caseId, rule } = await params;
  const page = await loadProofPage(caseId, rule);
  return (
    <ProofPanel path={proofHref(caseId, rule)} opening={randomUUID()} labelledBy={HEADING}>
      {page ? <ProofArticle page={page} reader={actor} headingId={HEADING} /> : <DateGone caseId={caseId} />}
    </ProofPanel>
  );
}

/** Somebody else recorded something meanwhile, and the case has that date no more. */
function DateGone({ caseId }: { caseId: string }) {
  return (
    <article className="proof">
      <header className="proof-head">
        <h1 id={HEADING}>This case no longer has that date</h1>
        <p>
          Something recorded since this page was opened changed its clocks.{' '}
          <a className="link" href={`/cases/${caseId}`}>
            See the case as it is now
          </a>
        </p>
      </header>
    </article>
  );
}
