import type { Metadata } from 'next';
import { PageHead } from '@/components/page-head.tsx';
import { may } from '@/lib/access/policy.ts';
import { requireActor } from '@/lib/access/session.ts';
import { readPacketForm } from '@/lib/packets/form-queries.ts';
import { CaseCrumbs } from '../case-crumbs.tsx';
import { CaseTabs } from '../case-tabs.tsx';
import { RefreshSoon } from '../documents/refresh-soon.tsx';
import { openForm } from '../open-form.ts';
import { PacketForm } from './form.tsx';
import { MissingItems } from './missing-items.tsx';
import { EarlierPackets, LatestPacket } from './packet-list.tsx';

export const metadata: Metadata = { title: 'IMR packet' };

export default async function PacketPage({ params }: PageProps<'/cases/[caseId]/packet'>) {
  const actor = await requireActor('case.read');
  const { caseId } = await params;
  const {
    case: of,
    lead,
    barred,
    values,
  } = await openForm('case.read', (tx, today) => readPacketForm(tx, caseId, today));
  const [latest, ...earlier] = values.packets;
  const isInWork = latest?.state === 'waiting' || latest?.state === 'assembling';
  return (
    <main id="main">
      <PageHead title="IMR packet" lead={lead} crumbs={<CaseCrumbs of={of} />} />
      <CaseTabs caseId={of.id} current="packet" counts={{}} />
      <div className="fc wrap imr-packet">
        <div className="fc-main">
          {latest ? <LatestPacket caseId={of.id} packet={latest} mayFile={may(actor, 'imr.file')} /> : null}
          {barred ? (
            <p className="quiet">
              {barred.violation.message} {barred.violation.remedy}
            </p>
          ) : isInWork || !may(actor, 'packet.assemble') ? null : (
            <PacketForm of={of} values={values} isAgain={latest !== undefined}>
              <MissingItems caseId={of.id} missing={values.missing} elsewhere={values.elsewhere} />
            </PacketForm>
          )}
        </div>
        <aside className="fc-side" aria-label="About the packet">
          <EarlierPackets caseId={of.id} packets={earlier} />
          <section>
            <h2>Copies only</h2>
            <p>Send copies and keep the originals: nothing is returned.</p>
          </section>
          <section>
            <h2>Only proof stops the clock</h2>
            <p>
              A packet that is ready, or sent, leaves the client’s clock running. It stops once the filing is
              recorded with what shows that it arrived.
            </p>
          </section>
        </aside>
      </div>
      <RefreshSoon isOn={isInWork} href={`/cases/${of.id}/packet`} />
    </main>
  );
}
