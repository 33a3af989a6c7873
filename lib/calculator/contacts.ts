import type { ImrRoute } from '../deadlines/assessment.ts';
import type { CaseReading } from '../deadlines/case-reading.ts';
import {
  type AgencyContact,
  type ContactPoint,
  OTHER_HELP,
  REGULATOR_CONTACTS,
} from '../plans/regulators.ts';
import type { Words } from './words.ts';

/** Whom to call, as plain data: each line with a note where the agency itself did not say so. */
export interface ContactView {
  readonly name: string;
  readonly note?: string;
  readonly phone: ContactLine;
  readonly website?: ContactLine;
  readonly more: readonly ContactLine[];
  readonly address?: readonly string[];
}

export interface ContactLine {
  readonly text: string;
  readonly href?: string;
  readonly note?: string;
}

/** Who helps with this case, the free help first; for nobody's case, the help that everybody has. */
export function contactsFor(c: CaseReading | null, words: Words): ContactView[] {
  const agencies = [helpOf('HCA'), ...(c === null ? [REGULATOR_CONTACTS.DMHC] : agenciesOf(c))];
  return agencies.map((agency) => viewOf(agency, words));
}

/** Whether the DMHC's Help Center takes urgent cases of this coverage. */
export const isHelpCenterFor = (c: CaseReading): boolean => c.isKnoxKeene || c.track === 'none';

/** Whom to call first when waiting is dangerous: the department that can act, or the free local help. */
export function urgentContact(c: CaseReading, words: Words): ContactView {
  const { DMHC, CDI } = REGULATOR_CONTACTS;
  if (isHelpCenterFor(c)) return viewOf(DMHC, words);
  return viewOf(c.track === 'cdi' ? CDI : helpOf('HCA'), words);
}

/** The page where the next request is made online; null where there is none. */
export function onlineFiling(route: ImrRoute | null, isHearingNext: boolean): string | null {
  if (isHearingNext) return hrefOf(helpOf('State Hearings').website);
  // Where nobody knows the department, the DMHC takes the request, checks, and sends on what is not its own.
  if (route === 'imr-dmhc' || route === 'complaint-dmhc' || route === 'ask-regulator') {
    return hrefOf(REGULATOR_CONTACTS.DMHC.website);
  }
  if (route === 'imr-cdi' || route === 'complaint-cdi') return hrefOf(REGULATOR_CONTACTS.CDI.website);
  return null;
}

function agenciesOf(c: CaseReading): AgencyContact[] {
  const { DMHC, CDI } = REGULATOR_CONTACTS;
  switch (c.track) {
    case 'dmhc':
      return c.isRegulatorUnknown ? [DMHC, CDI] : [DMHC];
    case 'cdi':
      return [CDI];
    case 'medi-cal':
      return [...(c.isKnoxKeene ? [DMHC] : []), helpOf('State Hearings'), helpOf('Ombudsman')];
    case 'self-funded':
      return [helpOf('EBSA')];
    case 'medicare':
      return [helpOf('HICAP')];
    case 'none':
      return [DMHC, CDI];
  }
}

function helpOf(shortName: string): AgencyContact {
  const found = OTHER_HELP.find((agency) => agency.shortName === shortName);
  if (found === undefined) throw new RangeError(`there is no help called "${shortName}"`);
  return found;
}

function viewOf(agency: AgencyContact, words: Words): ContactView {
  const { tty, fax, hours, website, address } = agency;
  const said = words.agencies[agency.shortName];
  const labels = words.contactLines;
  const more = [
    ...(tty === undefined ? [] : [{ ...lineOf(tty, words), text: `${labels.tty} ${tty.value}` }]),
    ...(fax === undefined ? [] : [{ ...lineOf(fax, words), text: `${labels.fax} ${fax.value}` }]),
    ...(hours === undefined ? [] : [{ ...lineOf(hours, words), text: labels.hoursOf(hours.value) }]),
  ];
  return {
    name: said?.name ?? agency.name,
    ...(said?.note === undefined ? {} : { note: said.note }),
    phone: { ...lineOf(agency.phone, words), href: `tel:+${agency.phone.value.replaceAll('-', '')}` },
    ...(website === undefined ? {} : { website: { ...lineOf(website, words), href: hrefOf(website) ?? '' } }),
    more,
    ...(address === undefined ? {} : { address: address.value.split('\n') }),
  };
}

function lineOf({ value, checked }: ContactPoint, words: Words): ContactLine {
  return checked === 'agency' ? { text: value } : { text: value, note: words.contactChecked[checked] };
}

function hrefOf(website: ContactPoint | undefined): string | null {
  return website === undefined ? null : `https://${website.value}`;
}
