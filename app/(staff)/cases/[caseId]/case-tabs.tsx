import { Tabs } from '@/components/views.tsx';

/** Where the papers of a case are worked on: each a page of its own, beside the case's. */
const PAPERS = [
  { folder: 'documents', label: 'Documents' },
  { folder: 'filing-checklist', label: 'Checklist' },
  { folder: 'letters', label: 'Letters' },
  { folder: 'packet', label: 'Packet' },
  { folder: 'brief', label: 'Brief' },
] as const;

/** The sections of a case: the parts of its own page, then its pages of papers. */
export function CaseTabs({
  caseId,
  current,
  counts,
}: {
  caseId: string;
  current: 'overview' | (typeof PAPERS)[number]['folder'];
  counts: Readonly<Partial<Record<'clocks' | 'timeline' | 'documents', number>>>;
}) {
  const own = current === 'overview' ? '' : `/cases/${caseId}`;
  return (
    <Tabs
      label="Case sections"
      tabs={[
        { href: own || '#now', label: 'Overview', current: current === 'overview' },
        { href: `${own}#clocks`, label: 'Clocks', count: counts.clocks },
        { href: `${own}#timeline`, label: 'Timeline', count: counts.timeline },
        ...PAPERS.map(({ folder, label }) => ({
          href: `/cases/${caseId}/${folder}`,
          label,
          count: folder === 'documents' ? counts.documents : undefined,
          current: current === folder,
        })),
        { href: `${own}#facts`, label: 'Recorded facts' },
        { href: `${own}#people`, label: 'People' },
      ]}
    />
  );
}
