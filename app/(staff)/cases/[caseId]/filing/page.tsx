import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { readFilingHelp } from '@/lib/imr/filing-help.ts';
import { openForm, single } from '../open-form.ts';
import { RecordPage } from '../record-page.tsx';
import { RegulatorNote, regulatorIn } from './regulator-note.tsx';

export const metadata: Metadata = { title: 'Ways to file' };

export default async function FilingPage({ params, searchParams }: PageProps<'/cases/[caseId]/filing'>) {
  const { caseId } = await params;
  const chosen = regulatorIn(single((await searchParams)['to']));
  const help = await openForm('imr.file', (tx, today, actor) =>
    readFilingHelp(tx, caseId, today, actor.name, chosen),
  );
  const { contact, packet, regulator } = help;
  const to = `?to=${regulator}`;
  const base = `/cases/${help.case.id}`;
  const prepared = packet
    ? `Packet ${packet.number} is ready, ${packet.pageCount} pages with its own cover.`
    : 'No packet is ready yet.';
  return (
    <RecordPage of={help.case} title="Ways to file" lead={help.lead}>
      <div className="filing-help">
        <RegulatorNote help={help} />
        <section className="filing-way" aria-labelledby="online">
          <h2 id="online">Online: {contact.website?.value}</h2>
          <p>
            {regulator === 'DMHC'
              ? 'What the department strongly encourages, and the fastest.'
              : 'The department’s own site.'}{' '}
            Keep its last page, with the number it shows, as the receipt.
          </p>
          <LinkButton href={`${base}/filing/online${to}`}>Open the checklist for the website</LinkButton>
        </section>
        <section className="filing-way" aria-labelledby="fax">
          <h2 id="fax">By fax: {contact.fax?.value}</h2>
          <p>{prepared} The fax machine’s report with “OK” and the number of pages is the receipt.</p>
          <div className="btns">
            <LinkButton href={`${base}/packet`}>
              {packet ? 'Open the packet' : 'Prepare the packet'}
            </LinkButton>
            <LinkButton href={`${base}/filing/cover${to}&by=fax`}>Print a cover alone</LinkButton>
          </div>
        </section>
        <section className="filing-way" aria-labelledby="mail">
          <h2 id="mail">By certified mail</h2>
          <p>
            {prepared} Send copies only: nothing is returned. The signed return receipt, or the tracking that
            shows delivery, is the proof.
          </p>
          <div className="btns">
            <LinkButton href={`${base}/filing/cover${to}&by=mail`}>
              Print a cover and the slip’s lines
            </LinkButton>
          </div>
        </section>
        <div className="btns">
          <LinkButton tall primary href={`${base}/imr-filing`}>
            Record the filing
          </LinkButton>
          <LinkButton tall href={base}>
            Back to case
          </LinkButton>
        </div>
      </div>
    </RecordPage>
  );
}
