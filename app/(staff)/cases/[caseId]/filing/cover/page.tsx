import type { Metadata } from 'next';
import { LinkButton } from '@/components/button.tsx';
import { CopyButton } from '@/components/copy-button.tsx';
import { PrintButton } from '@/components/print-button.tsx';
import { type FilingHelp, readFilingHelp } from '@/lib/imr/filing-help.ts';
import { openForm, single } from '../../open-form.ts';
import { RecordPage } from '../../record-page.tsx';
import { Checked, RegulatorNote, regulatorIn } from '../regulator-note.tsx';

export const metadata: Metadata = { title: 'Cover' };

export default async function FilingCoverPage({
  params,
  searchParams,
}: PageProps<'/cases/[caseId]/filing/cover'>) {
  const { caseId } = await params;
  const { to, by } = await searchParams;
  const chosen = regulatorIn(single(to));
  const help = await openForm('imr.file', (tx, today, actor) =>
    readFilingHelp(tx, caseId, today, actor.name, chosen),
  );
  const isFax = single(by) !== 'mail';
  const base = `/cases/${help.case.id}`;
  return (
    <RecordPage
      of={help.case}
      title={isFax ? 'Cover for the fax' : 'Cover and slip for the mail'}
      lead="For papers that go by hand: a packet made here has its cover already."
    >
      <div className="filing-help">
        <div className="no-print">
          <RegulatorNote help={help} />
          {help.packet ? (
            <p>
              Packet {help.packet.number} has {help.packet.pageCount} pages, its own cover among them.
            </p>
          ) : null}
        </div>
        <Cover help={help} isFax={isFax} />
        {isFax ? null : <Slip help={help} />}
        <div className="btns">
          <PrintButton label="Print" />
          <LinkButton href={`${base}/imr-filing`}>Record the filing</LinkButton>
          <LinkButton href={`${base}/filing`}>Other ways to file</LinkButton>
        </div>
      </div>
    </RecordPage>
  );
}

function Cover({ help, isFax }: { help: FilingHelp; isFax: boolean }) {
  const { contact, sender, datedOn, isExpedited } = help;
  return (
    <section className="sheet cover" aria-label="Cover">
      <h2>{isFax ? 'Fax' : 'Letter of transmittal'}</h2>
      {isExpedited ? (
        <p>
          <strong>URGENT: expedited review asked for. Imminent and serious threat to health.</strong>
        </p>
      ) : null}
      <dl className="cover-lines">
        <dt>To</dt>
        <dd>
          <Lines text={contact.address?.value ?? contact.name} />
        </dd>
        {isFax ? (
          <>
            <dt>Fax</dt>
            <dd>
              {contact.fax?.value}{' '}
              <span className="no-print">
                <Checked point={contact.fax} />
              </span>
            </dd>
          </>
        ) : null}
        <dt>From</dt>
        <dd>
          {sender.person}
          <br />
          {sender.office}
          {sender.phone ? (
            <>
              <br />
              {sender.phone}
            </>
          ) : null}
        </dd>
        <dt>Date</dt>
        <dd>{datedOn}</dd>
        <dt>About</dt>
        <dd>Application for an Independent Medical Review, our case {help.case.number}</dd>
        <dt>Pages</dt>
        <dd>________ with this cover</dd>
      </dl>
      <p>These are copies. The originals stay with the patient; nothing needs to be returned.</p>
      {isFax ? (
        <p>
          Confidential: this fax holds health information about one person and is meant for the department
          alone. If it reached you by mistake, please call the number above and destroy it.
        </p>
      ) : null}
    </section>
  );
}

/** What goes on the slips of certified mail, and what becomes of the article number. */
function Slip({ help: { contact, sender, case: of } }: { help: FilingHelp }) {
  const { address } = contact;
  return (
    <section aria-labelledby="slip">
      <h2 id="slip">Lines for the certified-mail slip and the return receipt</h2>
      <dl className="cover-lines">
        <dt>Addressee</dt>
        <dd>
          {address ? (
            <>
              <Lines text={address.value} />{' '}
              <CopyButton small text={address.value} label="Copy the addressee" />
              <br />
              <Checked point={address} />
            </>
          ) : (
            contact.name
          )}
        </dd>
        <dt>Sender</dt>
        <dd>
          {sender.office}, {sender.person}
          <br />
          <span className="quiet">and your office’s street address</span>
        </dd>
        <dt>Your reference</dt>
        <dd>{of.number}</dd>
        <dt>Article number</dt>
        <dd>
          <span className="cover-blank">____________________________</span>
        </dd>
      </dl>
      <p>
        Note the article number, and record it as the confirmation number once its tracking shows delivery.
        The signed return receipt, scanned, is the receipt. Until then the filing is sent without proof.
      </p>
    </section>
  );
}

function Lines({ text }: { text: string }) {
  return text.split('\n').map((line, index) => (
    <span key={line}>
      {index > 0 ? <br /> : null}
      {line}
    </span>
  ));
}
