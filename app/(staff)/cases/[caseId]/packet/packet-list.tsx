import { Download } from 'lucide-react';
import { LinkButton } from '@/components/button.tsx';
import { CopyButton } from '@/components/copy-button.tsx';
import { Facts } from '@/components/facts.tsx';
import { Mark } from '@/components/mark.tsx';
import { Alarm } from '@/components/notice.tsx';
import { formatMoment } from '@/lib/calendar/format-date.ts';
import type { PacketView } from '@/lib/packets/queries.ts';

type Props = { caseId: string; packet: PacketView };

const fileHref = (caseId: string, packetId: string): string => `/cases/${caseId}/packet/${packetId}/file`;

/** The packet that was asked for last: how far it is, what became of it, and what to do with it. */
export function LatestPacket({ caseId, packet, mayFile }: Props & { mayFile: boolean }) {
  const headingId = `packet-${packet.number}`;
  return (
    <section className="sheet packet-latest" aria-labelledby={headingId}>
      <h2 id={headingId}>Packet {packet.number}</h2>
      {packet.state === 'ready' ? <Ready caseId={caseId} packet={packet} mayFile={mayFile} /> : null}
      {packet.state === 'failed' ? (
        <Alarm title="It could not be put together">{packet.failure}</Alarm>
      ) : null}
      {packet.state === 'waiting' || packet.state === 'assembling' ? <InWork packet={packet} /> : null}
    </section>
  );
}

function InWork({
  packet: { state, stepsDone, stepCount, requestedBy, requestedAt },
}: Pick<Props, 'packet'>) {
  const isCounted = state === 'assembling' && stepCount > 0;
  return (
    <>
      <p>
        <strong>
          {isCounted ? `Being put together: ${stepsDone} of ${stepCount} steps.` : 'Waiting for its turn.'}
        </strong>{' '}
        This page looks again by itself.
      </p>
      {isCounted ? (
        <progress max={stepCount} value={stepsDone} aria-label="How far the packet is" />
      ) : (
        <progress aria-label="The packet waits" />
      )}
      <p className="quiet small">
        {requestedBy} asked for it, {formatMoment(requestedAt)}.
      </p>
    </>
  );
}

function Ready({ caseId, packet, mayFile }: Props & { mayFile: boolean }) {
  const { contents, sha256, pageCount, finishedAt, changes, number } = packet;
  const fingerprint = sha256.match(/.{8}/g)?.slice(0, 2).join(' ') ?? sha256;
  return (
    <>
      <p>
        <Mark kind="met">
          <strong>Ready</strong>
        </Mark>{' '}
        {pageCount.toLocaleString('en-US')} pages for the {packet.contents?.regulator} by {contents?.channel}.
      </p>
      <div className="btns">
        <LinkButton tall primary href={fileHref(caseId, packet.id)} download>
          <Download className="i" size={16} aria-hidden="true" />
          Save the packet
        </LinkButton>
        {mayFile ? (
          <LinkButton tall href={`/cases/${caseId}/imr-filing`}>
            Record the filing
          </LinkButton>
        ) : null}
      </div>
      <Changes changes={changes} number={number} />
      <Facts
        facts={[
          {
            term: contents?.channel === 'mail' ? 'Mail it to' : 'Fax it to',
            value: contents?.destination.lines.join(', ') ?? '',
            detail: contents?.destination.source,
          },
          { term: 'Put together', value: finishedAt ? formatMoment(finishedAt) : '' },
          {
            term: 'Fingerprint',
            value: (
              <>
                <span className="tab">{fingerprint} …</span>{' '}
                <CopyButton small text={sha256} label="Copy the whole fingerprint" />
              </>
            ),
            detail: 'SHA-256 of the file: it shows that a copy is this very packet.',
          },
          ...(contents && contents.missing.length > 0
            ? [
                {
                  term: 'Missing when it was made',
                  value: contents.missing.map(({ title }) => title).join('; '),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function Changes({ changes, number }: { changes: readonly string[]; number: number }) {
  if (changes.length === 0)
    return number > 1 ? <p className="quiet">It holds what the packet before it held.</p> : null;
  return (
    <div>
      <h3>What is different from the packet before</h3>
      <ul>
        {changes.map((change) => (
          <li key={change} dir="auto">
            {change}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function EarlierPackets({ caseId, packets }: { caseId: string; packets: readonly PacketView[] }) {
  if (packets.length === 0) return null;
  return (
    <section>
      <h2>Earlier packets</h2>
      <ul className="plain-list">
        {packets.map((packet) => (
          <li key={packet.id}>
            {packet.state === 'ready' ? (
              <a className="link" href={fileHref(caseId, packet.id)} download>
                Packet {packet.number}
              </a>
            ) : (
              `Packet ${packet.number}`
            )}
            <span className="quiet">
              {packet.state === 'ready' ? `, ${packet.pageCount} pages` : ', could not be made'},{' '}
              {formatMoment(packet.finishedAt ?? packet.requestedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
