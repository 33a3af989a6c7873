import { formatMediumDate, formatMoment } from '../calendar/format-date.ts';
import type { CaseRecord } from '../cases/case-record.ts';
import { currentImrApplication, type ImrApplication } from '../cases/case-record.ts';
import { CHANNEL_LABELS } from '../labels.ts';
import { proofOf } from './proof-of-filing.ts';

/** How far the filing itself is: a packet that nobody sent, an application that nothing proves, or a filing that counts. */
export type FilingState = {
  readonly state: 'prepared' | 'sent-no-proof' | 'filed';
  readonly label: string;
  readonly text: string;
  /** The application it is about; null while only a packet is ready. */
  readonly applicationId: string | null;
};

/** Null where nothing is prepared or sent, and where the last application was rejected and no packet waits. Pure. */
export function filingStateOf(record: CaseRecord): FilingState | null {
  const application = currentImrApplication(record);
  if (application && !application.rejectedOn) return sentState(application);
  if (!isPacketWaiting(record)) return null;
  return {
    state: 'prepared',
    label: 'Prepared',
    text: 'The IMR packet is ready and was not sent. Nothing is filed, and the client’s clock runs on.',
    applicationId: null,
  };
}

function sentState(application: ImrApplication): FilingState {
  const { id, channel, destination, pageCount, sentAt, appliedOn } = application;
  const when = sentAt ? formatMoment(sentAt) : formatMediumDate(appliedOn);
  const pages = pageCount ? `, ${pageCount === 1 ? '1 page' : `${pageCount} pages`}` : '';
  const sent = `Sent ${when}, ${CHANNEL_LABELS[channel].toLowerCase()}, to ${destination}${pages}.`;
  const proof = proofOf(application);
  return proof
    ? { state: 'filed', label: 'Filed', text: `${sent} Proof: ${proof}.`, applicationId: id }
    : {
        state: 'sent-no-proof',
        label: 'Sent, no proof',
        text: `${sent} Nothing shows yet that it arrived, so the client’s clock runs on. With proof it counts from the day it was sent.`,
        applicationId: id,
      };
}

/** Whether a packet is ready that nobody has recorded as sent. */
export const isPacketWaiting = ({ manualDeadlines }: Pick<CaseRecord, 'manualDeadlines'>): boolean =>
  manualDeadlines.some(
    ({ madeFor, doneOn, canceledAt }) => madeFor === 'send-packet' && !doneOn && !canceledAt,
  );
