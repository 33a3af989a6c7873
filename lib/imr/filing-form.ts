import { pacificToday } from '../calendar/clock.ts';
import { formatMediumDate, formatShortDate } from '../calendar/format-date.ts';
import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { assessCase } from '../cases/assessed-case.ts';
import {
  type Barred,
  barredWhenClosed,
  type CaseForm,
  type DateValue,
  dateValuesOf,
  timeValue,
} from '../cases/case-form.ts';
import type { CaseRecord, ImrApplication } from '../cases/case-record.ts';
import { readFormSource } from '../cases/form-queries.ts';
import type { Transaction } from '../db/client.ts';
import type { FilingChannel } from '../db/vocabulary.ts';
import { isPastEveryReading } from '../deadlines/imr-standing.ts';
import { REGULATOR_CONTACTS } from '../plans/regulators.ts';
import { isPacketWaiting } from './filing-state.ts';
import { proofOf } from './proof-of-filing.ts';
import {
  type ExtensionStanding,
  listReadyPackets,
  listReceipts,
  type ReadyPacket,
  readExtensionStanding,
} from './queries.ts';
import { barredSince, earlyGrounds, filingBarrier, regulatorOf } from './rules.ts';
import { barredFromFiling, standingLead } from './way-to-filing.ts';

export type ImrFilingValues = {
  readonly applicationId: string;
  readonly regulator: 'DMHC' | 'CDI' | '';
  readonly channel: FilingChannel | '';
  readonly destination: string;
  readonly appliedOn: DateValue;
  readonly sentTime: string;
  readonly packetId: string;
  readonly packets: readonly PaperChoice[];
  readonly pageCount: string;
  readonly confirmationNumber: string;
  readonly receiptDocumentId: string;
  readonly receipts: readonly PaperChoice[];
  /** What proves the recorded application even without a number and a receipt; null where nothing else does. */
  readonly provedBy: string | null;
  readonly expedited: boolean;
  readonly certifiedBy: string;
  readonly compellingStatement: string;
  readonly extensionStatement: string;
  /** Where the department takes applications, ready to be chosen. */
  readonly destinations: readonly string[];
  /** Nobody knows yet which department licenses the plan's line. */
  readonly isRegulatorUnknown: boolean;
  readonly isExperimental: boolean;
  /** The Insurance Code's grounds, which know no urgent one, instead of the Knox-Keene Act's. */
  readonly isInsurance: boolean;
  /** The grounds that count from the denial letter need its date. */
  readonly isDenialDated: boolean;
  readonly isOpen: boolean;
  /** Six months are over on every reading of the law, so the department has to be asked to extend them. */
  readonly isPastEveryReading: boolean;
  readonly extension: ExtensionStanding | null;
};

/** A paper of the case that the form offers, as its option reads. */
export type PaperChoice = { readonly value: string; readonly label: string };

/**
 * The form of a new application, or of the recorded one that `applicationId` names. `sentEarlier`: the application was
 * sent before the hearing or the decision that would refuse it today.
 */
export async function readImrFilingForm(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  applicationId: string | null,
  sentEarlier = false,
): Promise<CaseForm<ImrFilingValues> | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { record } = source;
  const former = record.imrApplications.find(({ id }) => id === applicationId) ?? null;
  if (applicationId !== null && !former) return null;
  const standing = assessCase({ ...record, imrApplications: [] }, today).assessment.imr;
  const regulator = former?.regulator ?? regulatorOf(record);
  const packets = await listReadyPackets(tx, caseId);
  // What waits to be sent is most likely what was sent.
  const prepared = isPacketWaiting(record) && !former ? packets[0] : undefined;
  return {
    case: source.case,
    lead: standingLead(standing, today),
    barred: barredWhenClosed(record) ?? (former ? null : barredFromNewFiling(record, today, sentEarlier)),
    isCorrection: former !== null,
    values: {
      applicationId: former?.id ?? '',
      regulator: regulator ?? '',
      channel: former?.channel ?? prepared?.channel ?? '',
      destination: former?.destination ?? '',
      ...dateValuesOf(former, ['appliedOn']),
      sentTime: timeValue(former?.sentAt),
      packetId: former?.packetId ?? prepared?.id ?? '',
      packets: packets.map((packet) => packetChoice(packet, today)),
      pageCount: String(former?.pageCount ?? prepared?.pageCount ?? ''),
      confirmationNumber: former?.confirmationNumber ?? '',
      receiptDocumentId: former?.receiptDocumentId ?? '',
      receipts: await receiptChoices(tx, caseId, former),
      provedBy: former && proofOf({ ...former, confirmationNumber: '', receiptDocumentId: null }),
      expedited: former?.expedited ?? record.urgent,
      certifiedBy: former?.certifiedBy ?? '',
      compellingStatement: former?.compellingStatement ?? '',
      extensionStatement: former?.extensionStatement || (record.extensionRequest?.statement ?? ''),
      destinations: destinationsOf(regulator),
      isRegulatorUnknown: regulatorOf(record) === null,
      ...earlyGrounds(record, today),
      isOpen: standing.availability === 'available',
      isPastEveryReading: isPastEveryReading(standing, today) || former?.filing === 'late',
      extension: await readExtensionStanding(tx, record, former),
    },
  };
}

/** What can be the receipt of this application, or of a new one: no receipt of another. */
export const receiptChoices = async (
  tx: Transaction,
  caseId: string,
  application: Pick<ImrApplication, 'id'> | null,
): Promise<PaperChoice[]> =>
  (await listReceipts(tx, caseId))
    .filter(({ provesId }) => provesId === null || provesId === application?.id)
    .map(({ id, title }) => ({ value: id, label: title }));

function packetChoice(
  { id, number, channel, regulator, pageCount, finishedAt }: ReadyPacket,
  today: LocalDate,
): PaperChoice {
  const ready = finishedAt ? `, ready ${formatShortDate(pacificToday(finishedAt), today)}` : '';
  const pages = pageCount === 1 ? '1 page' : `${pageCount} pages`;
  return { value: id, label: `Packet ${number}: ${channel} to the ${regulator}, ${pages}${ready}` };
}

/** A filing sent before the day that ended the way to an IMR stays valid, so the form leads on to recording it. */
function barredFromNewFiling(record: CaseRecord, today: LocalDate, sentEarlier: boolean): Barred | null {
  const barred = barredFromFiling(record, filingBarrier(record, today));
  const since = barredSince(record);
  if (!barred || !since || filingBarrier(record, addDays(since, -1), today)) return barred;
  if (sentEarlier) return null;
  const label = `Record a filing sent before ${formatMediumDate(since)}`;
  return { ...barred, ways: [...barred.ways, { folder: 'imr-filing?sent=earlier', label }] };
}

/** The right department first; both where it is not known which. */
function destinationsOf(regulator: 'DMHC' | 'CDI' | null): string[] {
  const order = regulator ? [regulator] : (['DMHC', 'CDI'] as const);
  return order.flatMap((name) => {
    const { website, fax, address } = REGULATOR_CONTACTS[name];
    return [website?.value, fax && `${name} fax ${fax.value}`, address?.value.split('\n').join(', ')].filter(
      (place) => place !== undefined,
    );
  });
}
