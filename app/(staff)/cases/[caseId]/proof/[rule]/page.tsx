import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Due } from '@/components/due.tsx';
import { Crumbs } from '@/components/page-head.tsx';
import { requireActor } from '@/lib/access/session.ts';
import type { AssessedCase } from '@/lib/cases/assessed-case.ts';
import { caseClocks } from '@/lib/cases/clock-rows.ts';
import { SIDE_OF } from '@/lib/deadlines/clock-words.ts';
import { OWED_BY_LABELS } from '@/lib/labels.ts';
import { loadProofPage } from '../../load-case-page.ts';
import { proofHref } from '../../proof-href.ts';
import { ProofArticle } from '../proof-article.tsx';

type Props = PageProps<'/cases/[caseId]/proof/[rule]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { caseId, rule } = await params;
  const page = await loadProofPage(caseId, rule);
  return { title: page ? `Why this date, ${page.assessed.record.number}` : 'Date not found' };
}

export default async function ProofPage({ params }: Props) {
  const actor = await requireActor('case.read');
  const { caseId, rule } = await params;
  const page = await loadProofPage(caseId, rule);
  if (!page) notFound();
  const { record } = page.assessed;
  return (
    <main id="main" className="wrap proof-page">
      <Crumbs
        trail={[
          { href: '/cases', label: 'Cases' },
          { href: `/cases/${record.id}`, label: record.client.name },
        ]}
      >
        <span className="tab">{record.number}</span>
      </Crumbs>
      <div className="proof-cols">
        <ProofArticle page={page} reader={actor} headingId="why" />
        <OtherDates assessed={page.assessed} current={page.proof.deadline.rule} />
      </div>
    </main>
  );
}

function OtherDates({ assessed, current }: { assessed: AssessedCase; current: string }) {
  const { live, settled } = caseClocks(assessed, null);
  const rows = [...live, ...settled].filter(({ rule }) => rule !== current);
  return (
    <aside className="proof-side" aria-label="Other dates of this case">
      {rows.length > 0 ? (
        <>
          <h2>Other dates of this case</h2>
          <ul>
            {rows.map((row) => (
              <li key={row.rule}>
                <p>{row.title}</p>
                <Due
                  on={row.dueOn}
                  date={row.due}
                  days={row.result || row.left}
                  side={SIDE_OF[row.owedBy]}
                  owner={OWED_BY_LABELS[row.owedBy]}
                  href={proofHref(assessed.record.id, row.rule)}
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>
        <a className="link" href={`/cases/${assessed.record.id}`}>
          Back to the case
        </a>
      </p>
    </aside>
  );
}
