import type { Metadata } from 'next';
import { pacificToday } from '@/lib/calendar/clock.ts';
import { formatLongDate } from '@/lib/calendar/format-date.ts';
import { readFormSource } from '@/lib/cases/form-queries.ts';
import { readRetained } from '@/lib/retention/queries.ts';
import { openForm } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { HoldForm } from './form.tsx';

export const metadata: Metadata = { title: 'Legal hold' };

export default async function HoldPage({ params }: PageProps<'/cases/[caseId]/hold'>) {
  const { caseId } = await params;
  const { case: of, kept } = await openForm('case.hold', async (tx, today) => {
    const source = await readFormSource(tx, caseId, today);
    const retained = source && (await readRetained(tx, source.case.id));
    return source && retained ? { case: source.case, kept: retained } : null;
  });
  const { heldSince, holdReason } = kept;
  return (
    <RecordPage
      of={of}
      title={heldSince ? 'Release the legal hold' : 'Place a legal hold'}
      lead={
        heldSince
          ? `Held since ${formatLongDate(pacificToday(heldSince))}: ${holdReason}`
          : 'A hold keeps the case beyond its time, whether it is open or closed.'
      }
    >
      <HoldForm caseId={of.id} isHeld={heldSince !== null} />
    </RecordPage>
  );
}
