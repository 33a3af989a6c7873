import { formatLongDate } from '../calendar/format-date.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { FormCase } from '../cases/case-form.ts';
import { readFormSource } from '../cases/form-queries.ts';
import { nextClockSentence, sentenceText } from '../cases/next-clock-sentence.ts';
import type { Transaction } from '../db/client.ts';
import { filingSituation } from '../filing-checklist/situation.ts';
import { readOffice } from '../offices/queries.ts';
import { type AgencyContact, REGULATOR_CONTACTS } from '../plans/regulators.ts';
import {
  type ApplicationField,
  type ApplicationSender,
  applicationContext,
  applicationFields,
  assistedBy,
} from './application-fields.ts';
import { listReadyPackets } from './queries.ts';
import { regulatorOf } from './rules.ts';

/** What a person needs at hand while they file, whichever way it goes. */
export type FilingHelp = {
  readonly case: FormCase;
  readonly lead: string;
  readonly regulator: 'DMHC' | 'CDI';
  /** Why this dispute goes to no IMR, and so to neither department as one; null where it can. */
  readonly elsewhere: string | null;
  /** The plan's regulator is not known: the DMHC checks the license at intake and redirects. */
  readonly isRegulatorUnknown: boolean;
  readonly contact: AgencyContact;
  readonly isExpedited: boolean;
  readonly sections: readonly { readonly title: string; readonly fields: readonly ApplicationField[] }[];
  /** The newest packet that is ready; null where none is. */
  readonly packet: { readonly number: number; readonly pageCount: number } | null;
  readonly sender: ApplicationSender;
  readonly datedOn: string;
};

/** Reads it for the department that licenses the plan, or for `chosen` where that is not known. */
export async function readFilingHelp(
  tx: Transaction,
  caseId: string,
  today: LocalDate,
  person: string,
  chosen: 'DMHC' | 'CDI' = 'DMHC',
): Promise<FilingHelp | null> {
  const source = await readFormSource(tx, caseId, today);
  if (!source) return null;
  const { record } = source;
  const known = regulatorOf(record);
  const regulator = known ?? chosen;
  const office = await readOffice(tx);
  const sender = { office: office.name, phone: office.phone, person };
  const context = assistedBy(applicationContext(record, regulator, today), sender);
  const fields = applicationFields(record, context).filter(({ isAsked }) => isAsked);
  const titles = [...new Set(fields.map(({ section }) => section))];
  const [packet = null] = await listReadyPackets(tx, caseId);
  return {
    case: source.case,
    lead: sentenceText(nextClockSentence(source)),
    regulator,
    elsewhere: filingSituation(source).elsewhere,
    isRegulatorUnknown: known === null && source.record.line?.regulator !== 'none',
    contact: REGULATOR_CONTACTS[regulator],
    isExpedited: context.expedited,
    sections: titles.map((title) => ({
      title,
      fields: fields.filter(({ section }) => section === title),
    })),
    packet,
    sender,
    datedOn: formatLongDate(today),
  };
}
